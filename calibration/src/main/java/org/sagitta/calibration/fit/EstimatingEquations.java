package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.robust.Loss;

/** The sums over all pairs that a fit needs at given parameter values. Pairs that do not count are left out. */
final class EstimatingEquations {
    private final MassMeasurements pairs;
    private final AemModel model;
    private final Loss loss;
    private final BlockReducer reducer;

    EstimatingEquations(MassMeasurements pairs, FitOptions options, BlockReducer reducer) {
        this.pairs = pairs;
        this.model = options.model();
        this.loss = options.loss();
        this.reducer = reducer;
    }

    /** Sums for a reweighted least-squares step: sum w z g / s^2 and sum w g g^T / s^2 with w = psi(u) / u. */
    InformationSum leastSquares(double[] values) {
        return reducer.reduce(pairs.size(), (from, to) -> leastSquares(values, from, to), InformationSum::merge);
    }

    private InformationSum leastSquares(double[] values, int from, int to) {
        InformationSum sum = new InformationSum(model.size());
        visit(values, from, to, (z, sigma, g) -> {
            double weight = loss.weight(z / sigma) / (sigma * sigma);
            if (weight > 0) {
                sum.add(g, weight * z, weight);
            }
        });
        return sum;
    }

    /** Slope J = sum psi'(u) g g^T / s^2 of the equations and spread B = sum psi(u)^2 g g^T / s^2 of their score. */
    Sandwich sandwich(double[] values) {
        return reducer.reduce(pairs.size(), (from, to) -> sandwich(values, from, to), Sandwich::merge);
    }

    private Sandwich sandwich(double[] values, int from, int to) {
        Sandwich sum = new Sandwich(new InformationSum(model.size()), new InformationSum(model.size()));
        visit(values, from, to, (z, sigma, g) -> {
            double u = z / sigma;
            double psi = loss.psi(u);
            double slope = loss.slope(u);
            if (psi != 0 || slope != 0) {
                sum.slope().add(g, psi / sigma, slope / (sigma * sigma));
                sum.spread().add(g, 0, psi * psi / (sigma * sigma));
            }
        });
        return sum;
    }

    private void visit(double[] values, int from, int to, Visitor visitor) {
        MassResidual residual = new MassResidual(model);
        DimuonSample block = pairs.block(from, to);
        for (int i = from; i < to; i++) {
            if (residual.evaluate(block, i - from, values, pairs.expectedMass(i)) == Status.DEFINED) {
                visitor.visit(residual.residual(), pairs.relativeSigma(i), residual.gradient());
            }
        }
    }

    /** What is done with residual, relative error and gradient of a pair. */
    private interface Visitor {
        void visit(double z, double sigma, SparseVector g);
    }

    /** The two matrices of the covariance of an M-estimate. */
    record Sandwich(InformationSum slope, InformationSum spread) {
        Sandwich merge(Sandwich other) {
            slope.merge(other.slope);
            spread.merge(other.spread);
            return this;
        }
    }
}
