package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.InformationSum;
import org.sagitta.calibration.fit.MassResidual;
import org.sagitta.calibration.fit.Priors;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;

/**
 * What a calibration of A, e and M on J/psi makes of a weak mode, and what it leaves on other pairs. The standard model is fitted
 * by least squares to the ratio of the masses of the same exact pairs with and without the mode, with the weights that
 * pairs have by their mass errors, and the priors beside as many pairs as a large measurement has.
 *
 * <p>Exact pairs have no noise, but sensors are rigid, so hits off their centres scatter about what the mode asks. The error counts
 * this: the fit is repeated without each tenth of its pairs in turn (jackknife).
 */
final class WeakModeCalibration {
    /** Pairs beside which the priors are nothing. */
    private static final double FULL_SAMPLE = 1e7;

    /** Relative mass error added in quadrature, as in the calibration. */
    private static final double SIGMA_FLOOR = 1e-3;

    /** Gauss-Newton steps: each leaves less than a hundredth of the way, also of a mode of several per cent. */
    private static final int STEPS = 4;

    private static final int GROUPS = 10;

    private final AemModel model = AemModel.standard();
    private final double[] values;
    private final List<double[]> withoutGroup = new ArrayList<>();

    /** A mean over pairs and its error. */
    record Mean(double value, double error) {}

    WeakModeCalibration(List<PairChange> jpsi) {
        double[] priors = Priors.STANDARD.precisions(model);
        double weight = FULL_SAMPLE / Math.max(1, jpsi.size());
        double[] p = new double[model.size()];
        for (int step = 0; step < STEPS; step++) {
            p = merged(groups(jpsi, p, weight), -1).solve(p, priors).addedTo(p);
        }
        values = p;
        List<InformationSum> groups = groups(jpsi, p, weight);
        for (int g = 0; g < GROUPS; g++) {
            withoutGroup.add(merged(groups, g).solve(p, priors).addedTo(p));
        }
    }

    private InformationSum merged(List<InformationSum> groups, int without) {
        InformationSum sum = new InformationSum(model.size());
        for (int g = 0; g < GROUPS; g++) {
            if (g != without) {
                sum.merge(groups.get(g));
            }
        }
        return sum;
    }

    /** Twins stay together. */
    private List<InformationSum> groups(List<PairChange> pairs, double[] p, double weight) {
        List<InformationSum> groups = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            groups.add(new InformationSum(model.size()));
        }
        MassResidual residual = new MassResidual(model);
        DimuonSample measured = measured(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            double expected = pairs.get(i).before().mass();
            if (residual.evaluate(measured, i, p, expected) == MassResidual.Status.DEFINED) {
                double sigma = Math.hypot(pairs.get(i).before().massSigma() / expected, SIGMA_FLOOR);
                double w = weight / (sigma * sigma);
                groups.get((int) (pairs.get(i).decay() % GROUPS)).add(residual.gradient(), w * residual.residual(), w);
            }
        }
        return groups;
    }

    private static DimuonSample measured(List<PairChange> pairs) {
        DimuonSample.Builder builder = DimuonSample.builder(pairs.size());
        pairs.forEach(pair -> builder.add(pair.after()));
        return builder.build();
    }

    /** Mean of m/m_before - 1 of pairs after the calibration. */
    Mean after(List<PairChange> pairs) {
        TwinMoments twins = new TwinMoments();
        double[] slope = new double[model.size()];
        MassResidual residual = new MassResidual(model);
        DimuonSample measured = measured(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            if (residual.evaluate(measured, i, values, pairs.get(i).before().mass()) == MassResidual.Status.DEFINED) {
                twins.add(pairs.get(i), residual.residual());
                SparseVector g = residual.gradient();
                for (int slot = 0; slot < g.size(); slot++) {
                    slope[g.index(slot)] += g.value(slot) / pairs.size();
                }
            }
        }
        Moments shifts = twins.moments();
        return new Mean(shifts.mean(), Math.sqrt(shifts.varianceOfMean() + fromCalibration(slope)));
    }

    private double fromCalibration(double[] slope) {
        double sum = 0;
        for (double[] other : withoutGroup) {
            double change = 0;
            for (int i = 0; i < slope.length; i++) {
                change += slope[i] * (other[i] - values[i]);
            }
            sum += change * change;
        }
        return sum * (GROUPS - 1) / GROUPS;
    }
}
