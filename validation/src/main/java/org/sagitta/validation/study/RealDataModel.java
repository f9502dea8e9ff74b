package org.sagitta.validation.study;

import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.sagitta.calibration.peak.PeakFit;

/**
 * One scale model fitted to the calibrating sample.
 *
 * @param name what it has, "A and e"
 * @param fit with momenta at the mass of the resonance, the nominal fit
 * @param measured the same with measured momenta, which lean the other way
 * @param step what it gains over the model it extends; empty for the simplest
 * @param closure the sample the correction was not made from, after this correction, if there is one
 */
public record RealDataModel(
        String name, PeakFit fit, PeakFit measured, Optional<Step> step, Optional<Closure> closure) {
    /**
     * A comparison of two nested models, Wilks' theorem.
     *
     * @param parent name of the smaller model
     * @param degrees parameters more than it
     * @param improvement of -2 ln L with momenta at the mass of the resonance
     * @param improvementMeasured the same with measured momenta
     */
    public record Step(String parent, int degrees, double improvement, double improvementMeasured) {
        /** Chance of at least this improvement if the parameters more are all zero. */
        public double probability() {
            return probability(improvement);
        }

        /** The same with measured momenta. */
        public double probabilityMeasured() {
            return probability(improvementMeasured);
        }

        private double probability(double chi2) {
            return 1 - new ChiSquaredDistribution(degrees).cumulativeProbability(Math.max(0, chi2));
        }

        /** Whether the step is taken: significant at this level whichever momenta the fit is given. */
        public boolean isSignificant(double level) {
            return probability() < level && probabilityMeasured() < level;
        }
    }

    /**
     * Mass offset of the other sample after a correction.
     *
     * @param offset m / m_PDG - 1
     * @param fitSigma error of its own fit
     * @param calibrationSigma error that comes from the parameters of the correction
     */
    public record Closure(double offset, double fitSigma, double calibrationSigma) {
        /** Both errors together; they come from different events. */
        public double sigma() {
            return Math.hypot(fitSigma, calibrationSigma);
        }

        /** Offset in standard deviations. */
        public double pull() {
            return offset / sigma();
        }
    }

    /** -2 ln L of the nominal fit. */
    public double minusTwoLogLikelihood() {
        return 2 * fit.quality().negativeLogLikelihood();
    }
}
