package org.sagitta.calibration.resolution;

import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.likelihood.FisherScoring;
import org.sagitta.calibration.likelihood.PeakMixture;
import org.sagitta.calibration.likelihood.PeakShape;
import org.sagitta.calibration.likelihood.ScoreSums;
import org.sagitta.calibration.model.SparseVector;

/** The likelihood of a sample as a function of the resolution; parameters in the order of {@link ResolutionFit}. */
final class ResolutionLikelihood implements FisherScoring.Likelihood {
    /** Smallest sigma_m^2 / m^2 of a pair: that of the narrowest peak in the table of shapes. */
    private static final double VARIANCE_MIN = PeakShape.SIGMA_MIN * PeakShape.SIGMA_MIN;

    /** sqrt(d) from 7 MeV to 150 GeV: beyond, b is a part of a or of c. */
    private static final double MAX_LOG_D = 10;

    private final DimuonSource sample;
    private final PeakShape shape;
    private final ResolutionFit.Options options;
    private final BlockReducer reducer;
    private final int size;

    ResolutionLikelihood(DimuonSource sample, PeakShape shape, ResolutionFit.Options options, BlockReducer reducer) {
        this.sample = sample;
        this.shape = shape;
        this.options = options;
        this.reducer = reducer;
        this.size = options.bins().size() * ResolutionFit.PER_BIN + 2;
    }

    @Override
    public boolean allows(double[] values) {
        for (int b = 0; b < options.bins().size(); b++) {
            if (!(Math.abs(values[b * ResolutionFit.PER_BIN + 3]) < MAX_LOG_D)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ScoreSums at(double[] values) {
        return reducer.reduce(sample.size(), (from, to) -> sums(values, from, to), ScoreSums::merge);
    }

    private ScoreSums sums(double[] values, int from, int to) {
        ScoreSums sums = new ScoreSums(size);
        Pass pass = new Pass(values);
        DimuonSample block = sample.block(from, to);
        for (int i = 0; i < block.size(); i++) {
            pass.add(block, i, sums);
        }
        return sums;
    }

    /** Working memory at one set of values. */
    private final class Pass {
        private final double[] values;
        private final ResolutionTerms[] terms;
        private final PeakMixture mixture;
        private final PairMass pairMass = new PairMass();
        private final SparseVector plus = new SparseVector(ResolutionFit.PER_BIN);
        private final SparseVector minus = new SparseVector(ResolutionFit.PER_BIN);
        private final SparseVector score = new SparseVector(2 * ResolutionFit.PER_BIN + 2);

        Pass(double[] values) {
            this.values = values;
            terms = new ResolutionTerms[options.bins().size()];
            for (int b = 0; b < terms.length; b++) {
                terms[b] = ResolutionFit.terms(values, b);
            }
            mixture = new PeakMixture(shape, options.range(), values[size - 2], values[size - 1]);
        }

        void add(DimuonSample block, int i, ScoreSums sums) {
            pairMass.setAngles(block.etaPlus(i), block.phiPlus(i), block.etaMinus(i), block.phiMinus(i));
            pairMass.setCurvatures(block.kPlus(i), block.kMinus(i));
            double w = Math.log(pairMass.mass() / shape.referenceMass());
            if (!options.range().contains(w)) {
                return;
            }
            int plusBin = ResolutionModel.binOf(options.bins(), block.etaPlus(i));
            int minusBin = ResolutionModel.binOf(options.bins(), block.etaMinus(i));
            double plusWeight = -pairMass.slopePlus();
            double minusWeight = -pairMass.slopeMinus();
            double variance = square(plusWeight) * terms[plusBin].formula(1 / block.kPlus(i))
                    + square(minusWeight) * terms[minusBin].formula(1 / block.kMinus(i));
            double bounded = Math.max(VARIANCE_MIN, variance);
            double scale = plusWeight * shift(plusBin) + minusWeight * shift(minusBin);
            mixture.evaluate(w, scale, Math.sqrt(bounded));
            // d ln sigma = dV / (2 V), and nothing where V is bounded
            double dVariance = variance > VARIANCE_MIN ? mixture.dLogSigma() / (2 * variance) : 0;
            fill(plus, plusBin, plusWeight, 1 / block.kPlus(i), dVariance);
            fill(minus, minusBin, minusWeight, 1 / block.kMinus(i), dVariance);
            score.clear();
            score.addScaled(1, plus);
            score.addScaled(1, minus);
            score.append(size - 2, mixture.dLogit());
            score.append(size - 1, mixture.dKappa());
            sums.add(mixture.density(), score);
        }

        private double shift(int bin) {
            return values[bin * ResolutionFit.PER_BIN + 4];
        }

        private void fill(SparseVector leg, int bin, double weight, double pt, double dVariance) {
            int at = bin * ResolutionFit.PER_BIN;
            double h = terms[bin].turnOn(pt);
            double factor = dVariance * weight * weight;
            leg.clear();
            leg.append(at, factor);
            leg.append(at + 1, factor * h);
            leg.append(at + 2, factor * pt * pt);
            leg.append(at + 3, -factor * terms[bin].b() * h * (1 - h));
            leg.append(at + 4, mixture.dScale() * weight);
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
