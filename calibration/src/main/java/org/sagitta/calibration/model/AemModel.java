package org.sagitta.calibration.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemParameter.Kind;
import org.sagitta.calibration.model.Harmonic.Wave;

/**
 * Which parameters there are and how a curvature depends on them:
 *
 * <pre>
 *   k' = k (1 + A(eta, phi) - e(eta) k s(k, eta)) + q M(eta, phi)
 *   A  field, dimensionless: A1 + A2 eta^2, or one per eta bin, or a spline in eta; each times harmonics of phi
 *   e  energy loss [GeV]: one number per eta bin; s = 1, or what {@link LossShape} says
 *   M  misalignment [1/GeV]: M0 + Mc cos(phi) + Ms sin(phi) + Mc2 cos(2 phi) + ... per eta bin
 * </pre>
 *
 * <p>k = 1/pT [1/GeV], q the sign of the charge. Parameters are corrections of the measured k: a measured curvature that
 * is too large by 1e-3 calibrates to A = -1e-3. The standard model is that of J. Bendavid, MWDays23 (CERN, 17 April
 * 2023), with the constant M0 added, without which a rotation of layers or a twist could not be absorbed.
 *
 * <p>Order and names of the parameters, decided here and nowhere else: for each function of eta its harmonics, A1, A1c,
 * A1s, A1c2, ..., A2, A2c, ... (A01, A02, ... for bins and splines); then e01, e02, ...; then for each eta bin its
 * harmonics, M0_1, Mc_1, Ms_1, M0_2, ... Every term may be absent. Legs beyond the outer edges use the outermost bin.
 * Immutable.
 *
 * <p>k' is linear in the parameters: k' = k + sum_j p_j b_j, and b_j = dk'/dp_j, see {@link #fillBasis}.
 */
public final class AemModel {
    /** Acceptance in |eta| of the standard model. */
    public static final double STANDARD_ETA_MAX = 2.4;

    private final FieldShape field;
    private final LossShape loss;
    private final MisalignmentShape misalignment;
    private final List<AemParameter> parameters;
    // the same as plain numbers for the hot loop
    private final EtaBasis fieldBasis;
    private final int fieldHarmonics;
    private final EtaBinning lossBins;
    private final int firstLoss;
    private final EtaBasis misalignmentBasis;
    private final int firstMisalignment;
    /** Which harmonic of M is the constant, cos(phi), sin(phi), cos(2 phi), ...; -1 if it is absent. */
    private final int[] misalignmentSlots;

    private AemModel(FieldShape field, LossShape loss, MisalignmentShape misalignment) {
        this.field = field;
        this.loss = loss;
        this.misalignment = misalignment;
        parameters = List.copyOf(name());
        fieldBasis = field.basis();
        fieldHarmonics = 1 + 2 * field.order();
        lossBins = loss.bins();
        firstLoss = field.size();
        misalignmentBasis = misalignment.basis();
        firstMisalignment = firstLoss + loss.size();
        misalignmentSlots = new int[1 + 2 * misalignment.order()];
        Arrays.fill(misalignmentSlots, -1);
        for (int h = 0; h < misalignment.harmonics().size(); h++) {
            Harmonic harmonic = misalignment.harmonics().get(h);
            misalignmentSlots[2 * harmonic.order() - (harmonic.wave() == Wave.COSINE ? 1 : 0)] = h;
        }
    }

    private List<AemParameter> name() {
        List<AemParameter> names = new ArrayList<>();
        for (int i = 0; i < field.basis().size(); i++) {
            for (Harmonic harmonic : field.harmonics()) {
                String suffix = harmonic.wave() == Wave.CONSTANT ? "" : harmonic.symbol();
                names.add(new AemParameter("A" + field.basis().label(i) + suffix, Kind.A));
            }
        }
        for (int bin = 1; bin <= loss.size(); bin++) {
            names.add(new AemParameter(String.format(Locale.ROOT, "e%02d", bin), Kind.E));
        }
        for (int bin = 1; bin <= misalignment.basis().size(); bin++) {
            for (Harmonic harmonic : misalignment.harmonics()) {
                names.add(new AemParameter("M" + harmonic.symbol() + "_" + bin, Kind.M));
            }
        }
        return names;
    }

    /**
     * A model of these terms, each of which may be NONE.
     *
     * @throws IllegalArgumentException if it would have no parameter
     */
    public static AemModel of(FieldShape field, LossShape loss, MisalignmentShape misalignment) {
        AemModel model = new AemModel(field, loss, misalignment);
        if (model.size() == 0) {
            throw new IllegalArgumentException("the model has no parameter");
        }
        return model;
    }

    /** The 32 parameters of the W-like calibration: A1, A2; e in 12 bins of width 0.4; M0, Mc, Ms in 6 bins of 0.8. */
    public static AemModel standard() {
        return builder()
                .field(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED)
                .loss(EtaBinning.uniform(12, -STANDARD_ETA_MAX, STANDARD_ETA_MAX))
                .misalignment(EtaBinning.uniform(6, -STANDARD_ETA_MAX, STANDARD_ETA_MAX), Harmonic.upTo(1))
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

    /** A; {@link FieldShape#NONE} if the model has none. */
    public FieldShape field() {
        return field;
    }

    /** e; without bins if the model has none. */
    public LossShape loss() {
        return loss;
    }

    /** M; {@link MisalignmentShape#NONE} if the model has none. */
    public MisalignmentShape misalignment() {
        return misalignment;
    }

    /** Bins of e; {@link EtaBinning#NONE} if the model has none. */
    public EtaBinning lossBins() {
        return lossBins;
    }

    /** Functions of eta of M; {@link EtaBinning#NONE} if the model has none. */
    public EtaBasis misalignmentBasis() {
        return misalignmentBasis;
    }

    /** The largest number of entries of {@link #fillBasis} for one leg. */
    public int legEntries() {
        return fieldBasis.maxNonZero() * fieldHarmonics
                + Math.min(1, loss.size())
                + misalignmentBasis.maxNonZero() * misalignment.harmonics().size();
    }

    /**
     * Replaces {@code basis} by b_j = dk'/dp_j of one leg: in the standard model k for A1, k eta^2 for A2, -k^2 for its e,
     * and q, q cos(phi), q sin(phi) for its M. At most {@link #legEntries} entries; allocates nothing.
     */
    public void fillBasis(double k, double eta, double phi, Charge charge, SparseVector basis) {
        basis.clear();
        appendField(k, eta, phi, basis);
        appendLoss(-k * k * loss.factor(k, eta), eta, basis);
        appendMisalignment(charge.sign(), eta, phi, basis);
    }

    /** dA/dp at eta and phi: A is its product with the parameters, and its variance follows from their covariance. */
    public SparseVector fieldGradient(double eta, double phi) {
        SparseVector gradient = new SparseVector(legEntries());
        appendField(1, eta, phi, gradient);
        return gradient;
    }

    /** dA/dp at eta for the mean of A over phi. */
    public SparseVector fieldGradient(double eta) {
        SparseVector gradient = new SparseVector(legEntries());
        fieldBasis.append(1, eta, 0, fieldHarmonics, gradient);
        return gradient;
    }

    /** de/dp at eta. */
    public SparseVector lossGradient(double eta) {
        SparseVector gradient = new SparseVector(legEntries());
        appendLoss(1, eta, gradient);
        return gradient;
    }

    /** dM/dp at eta and phi. */
    public SparseVector misalignmentGradient(double eta, double phi) {
        SparseVector gradient = new SparseVector(legEntries());
        appendMisalignment(1, eta, phi, gradient);
        return gradient;
    }

    /** dM/dp at eta for the mean of M over phi, which is its constant. */
    public SparseVector misalignmentGradient(double eta) {
        SparseVector gradient = new SparseVector(Math.max(1, misalignmentBasis.maxNonZero()));
        if (misalignmentSlots[0] >= 0) {
            misalignmentBasis.append(
                    1,
                    eta,
                    firstMisalignment + misalignmentSlots[0],
                    misalignment.harmonics().size(),
                    gradient);
        }
        return gradient;
    }

    private void appendField(double scale, double eta, double phi, SparseVector to) {
        int from = to.size();
        fieldBasis.append(scale, eta, 0, fieldHarmonics, to);
        if (fieldHarmonics == 1) {
            return;
        }
        int end = to.size();
        double cos1 = Math.cos(phi);
        double sin1 = Math.sin(phi);
        double cos = cos1;
        double sin = sin1;
        for (int h = 1; h < fieldHarmonics; h += 2) {
            for (int slot = from; slot < end; slot++) {
                to.append(to.index(slot) + h, to.value(slot) * cos);
                to.append(to.index(slot) + h + 1, to.value(slot) * sin);
            }
            double next = cos * cos1 - sin * sin1;
            sin = sin * cos1 + cos * sin1;
            cos = next;
        }
    }

    private void appendLoss(double scale, double eta, SparseVector to) {
        if (lossBins.size() > 0) {
            to.append(firstLoss + lossBins.indexOf(eta), scale);
        }
    }

    private void appendMisalignment(double scale, double eta, double phi, SparseVector to) {
        if (misalignmentBasis.size() == 0) {
            return;
        }
        if (misalignmentSlots[0] >= 0) {
            appendHarmonic(scale, eta, misalignmentSlots[0], to);
        }
        if (misalignmentSlots.length == 1) {
            return;
        }
        double cos1 = Math.cos(phi);
        double sin1 = Math.sin(phi);
        double cos = cos1;
        double sin = sin1;
        for (int h = 1; h < misalignmentSlots.length; h += 2) {
            if (misalignmentSlots[h] >= 0) {
                appendHarmonic(scale * cos, eta, misalignmentSlots[h], to);
            }
            if (misalignmentSlots[h + 1] >= 0) {
                appendHarmonic(scale * sin, eta, misalignmentSlots[h + 1], to);
            }
            double next = cos * cos1 - sin * sin1;
            sin = sin * cos1 + cos * sin1;
            cos = next;
        }
    }

    private void appendHarmonic(double scale, double eta, int harmonic, SparseVector to) {
        misalignmentBasis.append(
                scale,
                eta,
                firstMisalignment + harmonic,
                misalignment.harmonics().size(),
                to);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof AemModel other
                && field.equals(other.field)
                && loss.equals(other.loss)
                && misalignment.equals(other.misalignment);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    /** Chooses the terms of a model. */
    public static final class Builder {
        private FieldShape field = FieldShape.NONE;
        private LossShape loss = LossShape.NONE;
        private MisalignmentShape misalignment = MisalignmentShape.NONE;

        private Builder() {}

        /** A is the sum of these terms. */
        public Builder field(FieldTerm... terms) {
            return field(new FieldShape(EtaPolynomial.of(terms), 0));
        }

        /** Gives A this shape. */
        public Builder field(FieldShape shape) {
            field = shape;
            return this;
        }

        /** Gives e these bins: a loss of pT that does not depend on momentum. */
        public Builder loss(EtaBinning bins) {
            return loss(LossShape.perPt(bins));
        }

        /** Gives e this shape. */
        public Builder loss(LossShape shape) {
            loss = shape;
            return this;
        }

        /** Gives M these functions of eta and harmonics: both or none. */
        public Builder misalignment(EtaBasis basis, List<Harmonic> harmonics) {
            misalignment = new MisalignmentShape(basis, harmonics);
            return this;
        }

        /**
         * The model of all terms chosen.
         *
         * @throws IllegalArgumentException if it would have no parameter
         */
        public AemModel build() {
            return of(field, loss, misalignment);
        }
    }
}
