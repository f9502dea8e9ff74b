package org.sagitta.validation.study;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakProjection;

/**
 * What the calibration of real muons found.
 *
 * @param inclusive the fit of one curvature correction A
 * @param byEta the fit of one A for each |eta| bin of a leg, all at once
 * @param jpsi the calibrating sample before and after the correction
 * @param validation the sample the correction was not made from, if there is one
 * @param variations the J/psi fit with other windows and backgrounds
 */
public record RealDataCalibrationResult(
        PeakFit inclusive, PeakFit byEta, Peak jpsi, Optional<Peak> validation, List<Variation> variations) {
    public RealDataCalibrationResult {
        variations = List.copyOf(variations);
    }

    /**
     * One sample, fitted with a common relative offset of its masses from the PDG values.
     *
     * @param label where the data come from
     * @param before fit of the muons as they are
     * @param after fit of the corrected muons
     * @param projection the fit after the correction beside the data
     * @param variations the offset after the correction with other windows and backgrounds
     */
    public record Peak(
            String label, PeakFit before, PeakFit after, PeakProjection projection, List<Variation> variations) {
        public Peak {
            variations = List.copyOf(variations);
        }
    }

    /**
     * The same fit with another choice.
     *
     * @param name the choice
     * @param value fitted scale, relative
     * @param sigma its statistical error; shared in large part with the nominal fit
     */
    public record Variation(String name, double value, double sigma) {}

    /** The correction that the inclusive fit stands for: one A with its error. */
    public Correction correction() {
        return RealDataCalibration.correction(inclusive);
    }

    /**
     * Error of the mass offset of the validation sample after the correction: that of the fit and that of A, which moves
     * all masses alike and comes from other events.
     */
    public double validationError() {
        double fit = validation.map(peak -> peak.after().scaleError(0)).orElse(0.0);
        return Math.hypot(fit, inclusive.scaleError(0));
    }

    /** Error of the mass offset of a peak after the correction; for the J/psi, which made it, that of the fit. */
    public double errorAfter(Peak peak) {
        return peak.equals(jpsi) ? peak.after().scaleError(0) : validationError();
    }

    /**
     * Twice the difference of the logarithmic likelihoods of one A and of one A per bin: a chi2 with bins - 1 degrees of
     * freedom if the scale does not depend on |eta|.
     */
    public double etaDependence() {
        return 2
                * (inclusive.quality().negativeLogLikelihood() - byEta.quality().negativeLogLikelihood());
    }

    /** Probability of a larger {@link #etaDependence} if the scale does not depend on |eta|. */
    public double etaDependenceProbability() {
        int degrees = byEta.scaleCount() - 1;
        return 1 - new ChiSquaredDistribution(degrees).cumulativeProbability(Math.max(0, etaDependence()));
    }
}
