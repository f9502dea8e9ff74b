package org.sagitta.validation.study;

import java.util.List;
import java.util.Optional;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.peak.AemForm;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakProjection;

/**
 * What the calibration of real muons found.
 *
 * @param models all scale models that were fitted, the simplest first
 * @param chosen the one whose correction is written
 * @param jpsi the calibrating sample before and after that correction
 * @param validation the sample the correction was not made from, if there is one
 * @param variations fits of the J/psi with other choices
 */
public record RealDataCalibrationResult(
        List<RealDataModel> models,
        RealDataModel chosen,
        Peak jpsi,
        Optional<Peak> validation,
        List<Variation> variations) {
    /** Copies the lists. */
    public RealDataCalibrationResult {
        models = List.copyOf(models);
        variations = List.copyOf(variations);
    }

    /**
     * One sample, fitted with a common relative offset of its masses from the PDG values.
     *
     * @param label where the data come from
     * @param counts what became of the rows of its file
     * @param before fit of the muons as they are
     * @param after fit of the corrected muons
     * @param projection the fit after the correction beside the data
     * @param variations the offset after the correction with other windows and backgrounds
     */
    public record Peak(
            String label,
            RealDataCounts counts,
            PeakFit before,
            PeakFit after,
            PeakProjection projection,
            List<Variation> variations) {
        /** Copies the list. */
        public Peak {
            variations = List.copyOf(variations);
        }
    }

    /**
     * The same fit with another choice.
     *
     * @param model name of the scale model; empty for the offset of a validation sample
     * @param name the choice
     * @param fit its outcome; its statistical error is shared in large part with the nominal fit
     */
    public record Variation(String model, String name, PeakFit fit) {}

    /** The fit of one curvature correction for all legs. */
    public PeakFit inclusive() {
        return model(RealDataHierarchy.ONE_A).fit();
    }

    /** The fit of one A for each |eta| bin of a leg, all at once. */
    public PeakFit byEta() {
        return model(RealDataHierarchy.A_BINS).fit();
    }

    /**
     * A model by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RealDataModel model(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model " + name));
    }

    /** The correction of the chosen model with its covariance. */
    public Correction correction() {
        return Correction.of(AemForm.of(chosen.fit()));
    }

    /** Level at which a step from one model to the next counts as significant. */
    public double significance() {
        return RealDataHierarchy.SIGNIFICANCE;
    }

    /**
     * Error of the mass offset of a peak after the correction: that of its fit, and for the validation sample that of
     * the correction, which comes from other events.
     */
    public double errorAfter(Peak peak) {
        boolean independent = validation.filter(peak::equals).isPresent();
        return independent
                ? chosen.closure().orElseThrow().sigma()
                : peak.after().scaleError(0);
    }

    /**
     * Twice the difference of the logarithmic likelihoods of one A and of one A per bin: a chi2 with bins - 1 degrees of
     * freedom if the scale does not depend on |eta|.
     */
    public double etaDependence() {
        return binStep().improvement();
    }

    /** Probability of a larger {@link #etaDependence} if the scale does not depend on |eta|. */
    public double etaDependenceProbability() {
        return binStep().probability();
    }

    private RealDataModel.Step binStep() {
        return model(RealDataHierarchy.A_BINS).step().orElseThrow();
    }
}
