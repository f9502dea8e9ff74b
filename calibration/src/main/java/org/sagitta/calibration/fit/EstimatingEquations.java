package org.sagitta.calibration.fit;

import java.util.function.BinaryOperator;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.robust.Loss;

/**
 * The sums over all pairs that a fit needs at given parameter values, or over every n-th block of them. Pairs that do not
 * count are left out.
 */
final class EstimatingEquations {
    private final MassMeasurements pairs;
    private final AemModel model;
    private final Loss loss;
    private final BlockReducer reducer;
    private final int stride;

    EstimatingEquations(MassMeasurements pairs, FitOptions options, BlockReducer reducer) {
        this(pairs, options.model(), options.loss(), reducer, 1);
    }

    private EstimatingEquations(MassMeasurements pairs, AemModel model, Loss loss, BlockReducer reducer, int stride) {
        this.pairs = pairs;
        this.model = model;
        this.loss = loss;
        this.reducer = reducer;
        this.stride = stride;
    }

    /** The same over a part: every n-th block of {@link BlockReducer#BLOCK_SIZE} pairs, so that about {@code most} remain. */
    EstimatingEquations part(int most) {
        return new EstimatingEquations(pairs, model, loss, reducer, Math.max(1, pairs.size() / most));
    }

    private <T> T reduce(BlockReducer.BlockSum<T> blockSum, BinaryOperator<T> merge) {
        if (stride == 1) {
            return reducer.reduce(pairs.size(), blockSum, merge);
        }
        int blocks = (pairs.size() - 1) / BlockReducer.BLOCK_SIZE / stride + 1;
        return reducer.reduce(
                blocks * BlockReducer.BLOCK_SIZE,
                (from, to) ->
                        blockSum.of(from * stride, Math.min(from * stride + BlockReducer.BLOCK_SIZE, pairs.size())),
                merge);
    }

    /** Sums for a reweighted least-squares step: sum w z g / s^2 and sum w g g^T / s^2 with w = psi(u) / u. */
    InformationSum leastSquares(double[] values) {
        return reduce((from, to) -> leastSquares(values, from, to), InformationSum::merge);
    }

    private InformationSum leastSquares(double[] values, int from, int to) {
        InformationSum sum = new InformationSum(model.size());
        visit(values, from, to, (z, sigma, g, twin) -> {
            double weight = loss.weight(z / sigma) / (sigma * sigma);
            if (weight > 0) {
                sum.add(g, weight * z, weight);
            }
        });
        return sum;
    }

    /**
     * Sums for a step of Newton's method and for the covariance:
     *
     * <pre>
     *   score    sum psi(u) g / s
     *   slope    J = sum psi'(u) g g^T / s^2
     *   spread   B = sum psi(u)^2 g g^T / s^2
     * </pre>
     *
     * <p>Twins enter B with the square of their common score, the sum of psi(u) g / s of both.
     */
    Sandwich sandwich(double[] values) {
        return reduce((from, to) -> sandwich(values, from, to), Sandwich::merge);
    }

    private Sandwich sandwich(double[] values, int from, int to) {
        Sandwich sum = new Sandwich(new InformationSum(model.size()), new InformationSum(model.size()));
        LastScore last = new LastScore();
        visit(values, from, to, (z, sigma, g, twin) -> {
            double u = z / sigma;
            double psi = loss.psi(u);
            double slope = loss.slope(u);
            if (psi != 0 || slope != 0) {
                sum.slope().add(g, psi / sigma, slope / (sigma * sigma));
                sum.spread().add(g, 0, psi * psi / (sigma * sigma));
                if (twin) {
                    sum.spread().addProduct(g, last.gradient, psi / sigma * last.weight);
                }
            }
            last.set(psi / sigma, g);
        });
        return sum;
    }

    private void visit(double[] values, int from, int to, Visitor visitor) {
        MassResidual residual = new MassResidual(model);
        // takes turns with the other, so that the gradient of the last pair stays as it is
        MassResidual other = new MassResidual(model);
        DimuonSample block = pairs.block(from, to);
        boolean defined = false;
        for (int i = from; i < to; i++) {
            boolean twin = defined && block.isTwin(i - from);
            MassResidual last = residual;
            residual = other;
            other = last;
            defined = residual.evaluate(block, i - from, values, pairs.expectedMass(i)) == Status.DEFINED;
            if (defined) {
                visitor.visit(residual.residual(), pairs.relativeSigma(i), residual.gradient(), twin);
            }
        }
    }

    /**
     * What is done with residual, relative error and gradient of a pair, which may be the twin of the last one. The gradient
     * is overwritten by the pair after the next.
     */
    private interface Visitor {
        void visit(double z, double sigma, SparseVector g, boolean twin);
    }

    /** The score of the last pair: a weight times a gradient. */
    private static final class LastScore {
        private SparseVector gradient = new SparseVector(0);
        private double weight;

        void set(double newWeight, SparseVector newGradient) {
            weight = newWeight;
            gradient = newGradient;
        }
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
