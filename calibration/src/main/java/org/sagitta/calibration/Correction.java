package org.sagitta.calibration;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.FieldRatio;

/**
 * What users carry away: k, eta, phi, q in, corrected k out, with its uncertainty. First the field pre-correction, if
 * there is one, then A/e/M on its result:
 *
 * <pre>
 *   k1 = k / R(1/k, eta, phi)             {@link FieldRatio}
 *   k' = k1 (1 + A - e k1) + q M          {@link AemCorrection}
 * </pre>
 *
 * <p>Text form: {@link CorrectionJson}. Immutable.
 */
public final class Correction implements CurvatureCorrection {
    private final @Nullable FieldRatio fieldRatio;
    private final AemCorrection aem;

    private Correction(@Nullable FieldRatio fieldRatio, AemCorrection aem) {
        this.fieldRatio = fieldRatio;
        this.aem = aem;
    }

    /** A/e/M alone. */
    public static Correction of(AemCorrection aem) {
        return new Correction(null, aem);
    }

    /** Field pre-correction, then A/e/M. */
    public static Correction of(FieldRatio fieldRatio, AemCorrection aem) {
        return new Correction(fieldRatio, aem);
    }

    /** Field pre-correction, if there is one, then A/e/M. */
    public static Correction of(Optional<FieldRatio> fieldRatio, AemCorrection aem) {
        return new Correction(fieldRatio.orElse(null), aem);
    }

    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        return aem.correct(preCorrected(k, eta, phi, charge), eta, phi, charge);
    }

    /** Standard deviation of the corrected curvature [1/GeV] from the covariance of the A/e/M parameters. */
    public double sigma(double k, double eta, double phi, Charge charge) {
        return aem.sigma(preCorrected(k, eta, phi, charge), eta, phi, charge);
    }

    private double preCorrected(double k, double eta, double phi, Charge charge) {
        return fieldRatio == null ? k : fieldRatio.correct(k, eta, phi, charge);
    }

    /** The field pre-correction, if there is one. */
    public Optional<FieldRatio> fieldRatio() {
        return Optional.ofNullable(fieldRatio);
    }

    /** The A/e/M part. */
    public AemCorrection aem() {
        return aem;
    }

    /** Covariance of the A/e/M parameters. */
    public Covariance covariance() {
        return aem.covariance();
    }

    /** Number of independent variations: one per A/e/M parameter. */
    public int variations() {
        return aem.model().size();
    }

    /**
     * The correction moved by {@code nSigma} standard deviations along eigen-variation i, the largest first; taken one
     * by one and added in quadrature they give the full uncertainty. See {@link Covariance#eigenVariations()}.
     *
     * @param i from 0 to {@link #variations()} - 1
     */
    public Correction variation(int i, double nSigma) {
        return new Correction(fieldRatio, aem.variation(i, nSigma));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Correction other && Objects.equals(fieldRatio, other.fieldRatio) && aem.equals(other.aem);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fieldRatio, aem);
    }
}
