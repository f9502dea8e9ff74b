package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * The same linear problem without filter and smoother: the track as a broken line (V. Blobel, C. Kleinwort and F. Meier,
 * Comput. Phys. Commun. 182 (2011) 1760), all at once. Of the fit it shares the reference trajectory and nothing else.
 *
 * <p>Unknown are the state x_0 on the first plane, before its matter, and for every plane but the last the kinks n_k in
 * phi and theta and the loss in q/p, each with the prior 0 +- sqrt(Q). With F the way outwards, x_(k+1) = F_k (x_k - n_k).
 * Each measurement (r - H x_k) / sigma and each n / sqrt(Q), which is the unknown of a kink, is a row of one least-squares
 * problem, which is solved by QR decomposition.
 */
final class BrokenLineFit {
    private static final int N = Param.SIZE;
    private static final Param[] KINKS = {Param.PHI, Param.THETA, Param.Q_OVER_P};

    private static final LocalVector NOTHING_KNOWN = new LocalVector(
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY);

    private final int unknowns;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<DMatrixRMaj> states = new ArrayList<>();

    private final DMatrixRMaj solution;
    private final DMatrixRMaj covariance;
    private final double chi2;

    /** Without any knowledge but the hits. */
    BrokenLineFit(ReferenceTrajectory reference, List<Hit> hits) {
        this(reference, hits, NOTHING_KNOWN);
    }

    /**
     * With knowledge of the state on the last plane besides.
     *
     * @param outerSigmas standard deviations of its parameters about the reference, infinite if nothing is known
     */
    BrokenLineFit(ReferenceTrajectory reference, List<Hit> hits, LocalVector outerSigmas) {
        this(reference, hits, outerSigmas, -1);
    }

    /** Without one of the hits, whose plane and matter stay. */
    static BrokenLineFit without(int hitIndex, ReferenceTrajectory reference, List<Hit> hits) {
        return new BrokenLineFit(reference, hits, NOTHING_KNOWN, hitIndex);
    }

    private BrokenLineFit(ReferenceTrajectory reference, List<Hit> hits, LocalVector outerSigmas, int left) {
        this.unknowns = N + KINKS.length * reference.legs().size();
        walkOutwards(reference, hits, left);
        DMatrixRMaj last = states.get(states.size() - 1);
        for (Param p : Param.values()) {
            addRow(row(last, p.index(), 1 / outerSigmas.get(p)), 0);
        }
        DMatrixRMaj design = new DMatrixRMaj(rows.toArray(double[][]::new));
        DMatrixRMaj measured = new DMatrixRMaj(
                rows.size(), 1, true, values.stream().mapToDouble(v -> v).toArray());
        DMatrixRMaj inverse = pseudoInverse(design);
        solution = product(inverse, measured);
        chi2 = squareNorm(minus(measured, product(design, solution)));
        covariance = new DMatrixRMaj(unknowns, unknowns);
        CommonOps_DDRM.multTransB(inverse, inverse, covariance);
    }

    private void walkOutwards(ReferenceTrajectory reference, List<Hit> hits, int left) {
        List<Leg> legs = reference.legs();
        DMatrixRMaj state = new DMatrixRMaj(N, unknowns);
        for (int i = 0; i < N; i++) {
            state.set(i, i, 1);
        }
        for (int k = 0; k < reference.planes().size(); k++) {
            states.add(state);
            if (k != left) {
                measure(reference.planes().get(k), hits.get(k), state);
            }
            if (k < legs.size()) {
                state = next(state, legs.get(k), N + KINKS.length * k);
            }
        }
    }

    /**
     * A^+ with A^+ b the solution and A^+ A^+T = (A^T A)^-1 its covariance; the condition of A is never squared. The
     * columns of the state are scaled to length one; those of the kinks are as they should be.
     */
    private DMatrixRMaj pseudoInverse(DMatrixRMaj design) {
        double[] scale = new double[unknowns];
        DMatrixRMaj scaled = design.copy();
        for (int j = 0; j < unknowns; j++) {
            double sum = 0;
            for (int i = 0; i < design.numRows; i++) {
                sum += design.get(i, j) * design.get(i, j);
            }
            scale[j] = j < N ? 1 / Math.sqrt(sum) : 1;
            for (int i = 0; i < design.numRows; i++) {
                scaled.set(i, j, design.get(i, j) * scale[j]);
            }
        }
        LinearSolverDense<DMatrixRMaj> qr = LinearSolverFactory_DDRM.qr(design.numRows, unknowns);
        if (!qr.setA(scaled)) {
            throw new IllegalStateException("the hits do not determine the track");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(unknowns, design.numRows);
        qr.solve(CommonOps_DDRM.identity(design.numRows), inverse);
        for (int j = 0; j < unknowns; j++) {
            for (int i = 0; i < design.numRows; i++) {
                inverse.set(j, i, inverse.get(j, i) * scale[j]);
            }
        }
        return inverse;
    }

    /** F (x - n); the kinks of this leg are the unknowns from {@code first}, in units of their prior. */
    private DMatrixRMaj next(DMatrixRMaj state, Leg leg, int first) {
        DMatrixRMaj kinked = state.copy();
        for (int i = 0; i < KINKS.length; i++) {
            double sigma = leg.noise().sigma(KINKS[i]);
            kinked.add(KINKS[i].index(), first + i, -sigma);
            double[] prior = new double[unknowns];
            prior[first + i] = 1;
            addRow(prior, 0);
        }
        return product(matrix(leg.outwards()), kinked);
    }

    private void measure(ReferencePlane plane, Hit hit, DMatrixRMaj state) {
        for (ScalarMeasurement m : HitProjection.project(
                hit, plane.sensor(), plane.local().x(), plane.local().y())) {
            double weight = 1 / Math.sqrt(m.variance());
            double[] row = row(state, 0, weight * m.slopeU());
            double[] v = row(state, 1, weight * m.slopeV());
            for (int j = 0; j < unknowns; j++) {
                row[j] += v[j];
            }
            addRow(row, weight * m.residual());
        }
    }

    private void addRow(double[] row, double value) {
        rows.add(row);
        values.add(value);
    }

    private double[] row(DMatrixRMaj state, int i, double factor) {
        double[] row = new double[unknowns];
        for (int j = 0; j < unknowns; j++) {
            row[j] = factor * state.get(i, j);
        }
        return row;
    }

    double chi2() {
        return chi2;
    }

    /** Estimate and covariance of the state on plane {@code k}, before its matter. */
    State at(int k) {
        return State.of(states.get(k), solution, covariance);
    }

    /** The state on the first plane carried elsewhere. */
    State transported(Matrix5 jacobian) {
        return State.of(product(matrix(jacobian), states.get(0)), solution, covariance);
    }

    /** Deviation from the reference, and its covariance. */
    record State(DMatrixRMaj deviation, DMatrixRMaj covariance) {
        static State of(DMatrixRMaj state, DMatrixRMaj solution, DMatrixRMaj covariance) {
            DMatrixRMaj c = new DMatrixRMaj(N, N);
            CommonOps_DDRM.multTransB(product(state, covariance), state, c);
            return new State(product(state, solution), c);
        }

        double sigma(Param p) {
            return Math.sqrt(covariance.get(p.index(), p.index()));
        }

        LocalVector vector() {
            return new LocalVector(
                    deviation.get(0), deviation.get(1), deviation.get(2), deviation.get(3), deviation.get(4));
        }

        /** The largest difference of another estimate, in units of sigma. */
        double largestPull(LocalVector other) {
            double worst = 0;
            for (Param p : Param.values()) {
                worst = Math.max(worst, Math.abs(other.get(p) - deviation.get(p.index())) / sigma(p));
            }
            return worst;
        }

        /** The largest difference of another covariance, relative to the two sigmas concerned. */
        double largestDeviation(SymMatrix5 other) {
            double worst = 0;
            for (Param i : Param.values()) {
                for (Param j : Param.values()) {
                    double difference = other.at(i, j) - covariance.get(i.index(), j.index());
                    worst = Math.max(worst, Math.abs(difference) / (sigma(i) * sigma(j)));
                }
            }
            return worst;
        }
    }

    private static DMatrixRMaj matrix(Matrix5 m) {
        DMatrixRMaj result = new DMatrixRMaj(N, N);
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                result.set(i.index(), j.index(), m.at(i, j));
            }
        }
        return result;
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, c);
        return c;
    }

    private static DMatrixRMaj minus(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj c = new DMatrixRMaj(a.numRows, a.numCols);
        CommonOps_DDRM.subtract(a, b, c);
        return c;
    }

    private static double squareNorm(DMatrixRMaj a) {
        double sum = 0;
        for (int i = 0; i < a.numRows; i++) {
            sum += a.get(i, 0) * a.get(i, 0);
        }
        return sum;
    }
}
