package org.sagitta.calibration.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemParameter.Kind;

/**
 * Which parameters there are and how a curvature depends on them:
 *
 * <pre>
 *   k' = k (1 + A(eta) - e(eta) k) + q M(eta, phi)
 *   A  = A1 + A2 eta^2                      field, dimensionless
 *   e  one number per eta bin               energy loss [GeV]
 *   M  = M0 + Mc cos(phi) + Ms sin(phi)     misalignment [1/GeV], per eta bin
 * </pre>
 *
 * <p>k = 1/pT [1/GeV], q the sign of the charge. Parameters are corrections of the measured k: a measured curvature that
 * is too large by 1e-3 calibrates to A = -1e-3. The form is that of J. Bendavid, MWDays23 (CERN, 17 April 2023), with
 * the constant M0 added, without which a rotation of layers or a twist could not be absorbed.
 *
 * <p>Order of the parameters, decided here and nowhere else: A1, A2, e01, e02, ..., then M0_1, Mc_1, Ms_1, M0_2, ...
 * Every term may be absent. Legs beyond the outer edges use the outermost bin. Immutable.
 *
 * <p>k' is linear in the parameters: k' = k + sum_j p_j b_j, and b_j = dk'/dp_j, see {@link #fillBasis}.
 */
public final class AemModel {
    /** The largest number of entries of {@link #fillBasis}: A1, A2, one e, three M. */
    public static final int MAX_LEG_ENTRIES = 6;

    /** Acceptance in |eta| of the standard model. */
    public static final double STANDARD_ETA_MAX = 2.4;

    private final EnumSet<FieldTerm> fieldTerms;
    private final EtaBinning lossBins;
    private final EnumSet<MisalignmentTerm> misalignmentTerms;
    private final EtaBinning misalignmentBins;
    private final List<AemParameter> parameters;
    // the same sets as plain numbers for the hot loop
    private final boolean constantField;
    private final boolean quadraticField;
    private final MisalignmentTerm[] misalignmentOrder;
    private final int firstMisalignment;

    private AemModel(Builder builder) {
        fieldTerms = EnumSet.copyOf(builder.fieldTerms);
        lossBins = builder.lossBins;
        misalignmentTerms = EnumSet.copyOf(builder.misalignmentTerms);
        misalignmentBins = builder.misalignmentBins;
        parameters = List.copyOf(name());
        constantField = fieldTerms.contains(FieldTerm.CONSTANT);
        quadraticField = fieldTerms.contains(FieldTerm.ETA_SQUARED);
        misalignmentOrder = misalignmentTerms.toArray(new MisalignmentTerm[0]);
        firstMisalignment = fieldTerms.size() + lossBins.size();
    }

    private List<AemParameter> name() {
        List<AemParameter> names = new ArrayList<>();
        for (FieldTerm term : fieldTerms) {
            names.add(new AemParameter(term.symbol(), Kind.A));
        }
        for (int bin = 1; bin <= lossBins.size(); bin++) {
            names.add(new AemParameter(String.format(Locale.ROOT, "e%02d", bin), Kind.E));
        }
        for (int bin = 1; bin <= misalignmentBins.size(); bin++) {
            for (MisalignmentTerm term : misalignmentTerms) {
                names.add(new AemParameter(term.symbol() + "_" + bin, Kind.M));
            }
        }
        return names;
    }

    /** The 32 parameters of the W-like calibration: A1, A2; e in 12 bins of width 0.4; M0, Mc, Ms in 6 bins of 0.8. */
    public static AemModel standard() {
        return builder()
                .field(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED)
                .loss(EtaBinning.uniform(12, -STANDARD_ETA_MAX, STANDARD_ETA_MAX))
                .misalignment(
                        EtaBinning.uniform(6, -STANDARD_ETA_MAX, STANDARD_ETA_MAX),
                        MisalignmentTerm.CONSTANT,
                        MisalignmentTerm.COSINE,
                        MisalignmentTerm.SINE)
                .build();
    }

    /** One common scale A1 and nothing else. */
    public static AemModel fieldScale() {
        return builder().field(FieldTerm.CONSTANT).build();
    }

    /** A model without any term, to which terms are added. */
    public static Builder builder() {
        return new Builder();
    }

    /** All parameters in their order. */
    public List<AemParameter> parameters() {
        return parameters;
    }

    /** Number of parameters. */
    public int size() {
        return parameters.size();
    }

    /**
     * Position of the parameter with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the model has no parameter " + name);
    }

    /** Terms of A in their order; empty if the model has none. */
    public Set<FieldTerm> fieldTerms() {
        return Collections.unmodifiableSet(fieldTerms);
    }

    /** Bins of e; {@link EtaBinning#NONE} if the model has none. */
    public EtaBinning lossBins() {
        return lossBins;
    }

    /** Terms of M; empty if the model has none. */
    public Set<MisalignmentTerm> misalignmentTerms() {
        return Collections.unmodifiableSet(misalignmentTerms);
    }

    /** Bins of M; {@link EtaBinning#NONE} if the model has none. */
    public EtaBinning misalignmentBins() {
        return misalignmentBins;
    }

    /**
     * Replaces {@code basis} by b_j = dk'/dp_j of one leg: k for A1, k eta^2 for A2, -k^2 for its e, and q, q cos(phi),
     * q sin(phi) for its M. At most {@link #MAX_LEG_ENTRIES} entries; allocates nothing.
     */
    public void fillBasis(double k, double eta, double phi, Charge charge, SparseVector basis) {
        basis.clear();
        int index = 0;
        if (constantField) {
            basis.append(index++, k);
        }
        if (quadraticField) {
            basis.append(index++, k * eta * eta);
        }
        if (lossBins.size() > 0) {
            basis.append(index + lossBins.indexOf(eta), -k * k);
        }
        if (misalignmentBins.size() > 0) {
            int first = firstMisalignment + misalignmentOrder.length * misalignmentBins.indexOf(eta);
            for (int t = 0; t < misalignmentOrder.length; t++) {
                basis.append(first + t, charge.sign() * harmonic(misalignmentOrder[t], phi));
            }
        }
    }

    private static double harmonic(MisalignmentTerm term, double phi) {
        return switch (term) {
            case CONSTANT -> 1;
            case COSINE -> Math.cos(phi);
            case SINE -> Math.sin(phi);
        };
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof AemModel other
                && fieldTerms.equals(other.fieldTerms)
                && lossBins.equals(other.lossBins)
                && misalignmentTerms.equals(other.misalignmentTerms)
                && misalignmentBins.equals(other.misalignmentBins);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    /** Chooses the terms of a model. */
    public static final class Builder {
        private final EnumSet<FieldTerm> fieldTerms = EnumSet.noneOf(FieldTerm.class);
        private EtaBinning lossBins = EtaBinning.NONE;
        private final EnumSet<MisalignmentTerm> misalignmentTerms = EnumSet.noneOf(MisalignmentTerm.class);
        private EtaBinning misalignmentBins = EtaBinning.NONE;

        private Builder() {}

        /** Adds terms of A. */
        public Builder field(FieldTerm... terms) {
            fieldTerms.addAll(List.of(terms));
            return this;
        }

        /** Gives e these bins. */
        public Builder loss(EtaBinning bins) {
            lossBins = bins;
            return this;
        }

        /** Gives M these bins and terms: both or none. */
        public Builder misalignment(EtaBinning bins, MisalignmentTerm... terms) {
            if ((bins.size() == 0) != (terms.length == 0)) {
                throw new IllegalArgumentException("misalignment: " + bins.size() + " eta bins with " + terms.length
                        + " terms; give both or none");
            }
            misalignmentBins = bins;
            misalignmentTerms.clear();
            misalignmentTerms.addAll(List.of(terms));
            return this;
        }

        /**
         * The model of all terms chosen.
         *
         * @throws IllegalArgumentException if it would have no parameter
         */
        public AemModel build() {
            AemModel model = new AemModel(this);
            if (model.size() == 0) {
                throw new IllegalArgumentException("the model has no parameter");
            }
            return model;
        }
    }
}
