package org.sagitta.calibration.resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.likelihood.FisherScoring;
import org.sagitta.calibration.likelihood.FisherScoring.Constraints;
import org.sagitta.calibration.likelihood.FisherScoring.Minimum;
import org.sagitta.calibration.likelihood.MassRange;
import org.sagitta.calibration.likelihood.PeakShape;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;

/**
 * The resolution of single muons from the width of a mass peak, without truth: an unbinned likelihood in which each pair
 * has the width that its own two legs give it,
 *
 * <pre>
 *   sigma^2 = sum over legs of w_i^2 (a + b / (1 + d / pT_i^2) + c pT_i^2),   w_i = -d ln m / d ln k_i
 *   p(ln m) = F S(ln m | sigma) + (1 - F) B(ln m)
 * </pre>
 *
 * <p>with the terms of the eta bin of each leg, the radiative shape S ({@link PeakShape}), an exponential background and,
 * per eta bin, a shift of the scale of curvatures, so that a sample need not be calibrated. The errors of the tracks are
 * not used: this is what checks them.
 *
 * <p>A J/psi whose legs reach from 3.5 to 20 GeV tells a from c, and b and d only in part: ln d has a Gaussian constraint
 * ({@link Options}). The covariance contains it. Immutable; the same bits for any number of threads.
 */
public final class ResolutionFit {
    /** Parameters per eta bin, in this order: a, b, c, ln d, shift. */
    static final int PER_BIN = 5;

    /** Where the fit starts. */
    private static final double START_A = 1e-4;

    private static final double START_C = 2e-8;
    private static final double START_LOGIT = 3;
    /** Standard deviations of a weak constraint around the start, many times what a sample of any use knows. */
    private static final double SIGMA_A = 1e-3;

    private static final double SIGMA_C = 1e-6;
    private static final double SIGMA_SHIFT = 0.02;
    private static final double SIGMA_BACKGROUND = 3;
    private static final double TOLERANCE = 1e-2;
    private static final int MAX_ITERATIONS = 100;

    /**
     * What is fitted.
     *
     * @param bins of |eta| if they start at zero, else of eta
     * @param range window in ln(m / m_ref)
     * @param turnOn the central value of sqrt(d) [GeV]
     * @param turnOnLogSigma standard deviation of ln d around it
     * @param plateauSigma standard deviation of b around 0
     */
    public record Options(EtaBinning bins, MassRange range, double turnOn, double turnOnLogSigma, double plateauSigma) {
        /** Six bins of |eta|, sqrt(d) = 6 GeV within a factor 1.6, b = 0 within 2e-4. */
        public static final Options STANDARD =
                new Options(EtaBinning.uniform(6, 0, 2.4), MassRange.STANDARD, 6, 1, 2e-4);

        /** Checks the numbers. */
        public Options {
            if (bins.size() == 0 || !(turnOn > 0) || !(turnOnLogSigma > 0) || !(plateauSigma > 0)) {
                throw new IllegalArgumentException("resolution fit: " + bins.size() + " bins, turn-on " + turnOn
                        + " GeV with error " + turnOnLogSigma + " in ln d, error of b " + plateauSigma
                        + "; all must be positive");
            }
        }

        /** The same in other bins. */
        public Options withBins(EtaBinning other) {
            return new Options(other, range, turnOn, turnOnLogSigma, plateauSigma);
        }
    }

    private final PeakShape shape;
    private final Options options;
    private final BlockReducer reducer;

    /** A fit with this shape of the peak. */
    public ResolutionFit(PeakShape shape, Options options, BlockReducer reducer) {
        this.shape = shape;
        this.options = options;
        this.reducer = reducer;
    }

    /**
     * Fits the resolution of a sample.
     *
     * @throws IllegalStateException if it does not converge
     * @throws IllegalArgumentException if the sample does not determine the parameters
     */
    public Result fit(DimuonSource sample) {
        ResolutionLikelihood likelihood = new ResolutionLikelihood(sample, shape, options, reducer);
        Minimum minimum = FisherScoring.minimise(likelihood, constraints(), TOLERANCE, MAX_ITERATIONS);
        return new Result(options.bins(), minimum);
    }

    private Constraints constraints() {
        int bins = options.bins().size();
        double[] centre = new double[bins * PER_BIN + 2];
        double[] sigma = new double[centre.length];
        double logD = 2 * Math.log(options.turnOn());
        for (int b = 0; b < bins; b++) {
            double[] centres = {START_A, 0, START_C, logD, 0};
            double[] sigmas = {SIGMA_A, options.plateauSigma(), SIGMA_C, options.turnOnLogSigma(), SIGMA_SHIFT};
            System.arraycopy(centres, 0, centre, b * PER_BIN, PER_BIN);
            System.arraycopy(sigmas, 0, sigma, b * PER_BIN, PER_BIN);
        }
        centre[bins * PER_BIN] = START_LOGIT;
        Arrays.fill(sigma, bins * PER_BIN, sigma.length, SIGMA_BACKGROUND);
        return new Constraints(
                centre, Arrays.stream(sigma).map(s -> 1 / (s * s)).toArray());
    }

    /** The terms of one bin out of the vector of parameters. */
    static ResolutionTerms terms(double[] values, int bin) {
        int at = bin * PER_BIN;
        return new ResolutionTerms(values[at], values[at + 1], values[at + 2], Math.exp(values[at + 3]));
    }

    /** What a fit found. Immutable. */
    public static final class Result {
        private final EtaBinning bins;
        private final Minimum minimum;

        private Result(EtaBinning bins, Minimum minimum) {
            this.bins = bins;
            this.minimum = minimum;
        }

        /** The resolution. */
        public ResolutionModel model() {
            List<ResolutionTerms> terms = new ArrayList<>();
            for (int b = 0; b < bins.size(); b++) {
                terms.add(terms(minimum.values(), b));
            }
            return new ResolutionModel(bins, terms);
        }

        private static ResolutionTerms terms(double[] values, int bin) {
            return ResolutionFit.terms(values, bin);
        }

        /** Values of a, b, c, ln d and the shift of each bin in turn; then logit of the signal and slope of the background. */
        public double[] values() {
            return minimum.values();
        }

        /** Covariance in the same order. */
        public Covariance covariance() {
            return minimum.covariance();
        }

        /** Standard deviation of sigma_k / k at the centre of a bin and this pT [GeV]. */
        public double sigmaError(int bin, double pt) {
            ResolutionTerms terms = terms(minimum.values(), bin);
            double h = terms.turnOn(pt);
            double[] gradient = {1, h, pt * pt, -terms.b() * h * (1 - h)};
            double variance = 0;
            for (int i = 0; i < gradient.length; i++) {
                for (int j = 0; j < gradient.length; j++) {
                    variance += gradient[i] * gradient[j] * covariance().at(bin * PER_BIN + i, bin * PER_BIN + j);
                }
            }
            return Math.sqrt(variance) / (2 * terms.sigma(pt));
        }

        /** Steps of the minimisation. */
        public int iterations() {
            return minimum.iterations();
        }

        /** Pairs in the window. */
        public long pairs() {
            return minimum.events();
        }
    }
}
