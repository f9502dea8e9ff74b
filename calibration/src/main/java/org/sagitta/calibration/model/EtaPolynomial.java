package org.sagitta.calibration.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A1 + A2 eta^2, or one of the two, or nothing. Immutable. */
public final class EtaPolynomial implements EtaBasis {
    /** No function at all: the term is absent. */
    public static final EtaPolynomial NONE = new EtaPolynomial(EnumSet.noneOf(FieldTerm.class));

    private final EnumSet<FieldTerm> terms;
    // the same set as plain flags for the hot loop
    private final boolean constant;
    private final boolean quadratic;

    private EtaPolynomial(EnumSet<FieldTerm> terms) {
        this.terms = terms;
        constant = terms.contains(FieldTerm.CONSTANT);
        quadratic = terms.contains(FieldTerm.ETA_SQUARED);
    }

    /** The sum of these terms, in the order of {@link FieldTerm} whatever the order here. */
    public static EtaPolynomial of(FieldTerm... terms) {
        EnumSet<FieldTerm> set = EnumSet.noneOf(FieldTerm.class);
        set.addAll(List.of(terms));
        return new EtaPolynomial(set);
    }

    /** The terms in their order. */
    public Set<FieldTerm> terms() {
        return Collections.unmodifiableSet(terms);
    }

    @Override
    public int size() {
        return terms.size();
    }

    @Override
    public int maxNonZero() {
        return terms.size();
    }

    @Override
    public String label(int i) {
        return term(i).symbol().substring(1);
    }

    private FieldTerm term(int i) {
        return List.copyOf(terms).get(i);
    }

    @Override
    public void append(double scale, double eta, int first, int stride, SparseVector to) {
        int index = first;
        if (constant) {
            to.append(index, scale);
            index += stride;
        }
        if (quadratic) {
            to.append(index, scale * eta * eta);
        }
    }

    @Override
    public double[] breaks() {
        return new double[0];
    }

    @Override
    public double inside(double eta) {
        return eta;
    }

    @Override
    public double[] polynomial(int i, double eta) {
        return switch (term(i)) {
            case CONSTANT -> new double[] {1, 0, 0, 0};
            case ETA_SQUARED -> new double[] {0, 0, 1, 0};
        };
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EtaPolynomial other && terms.equals(other.terms);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return "EtaPolynomial" + terms;
    }
}
