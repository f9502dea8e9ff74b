package org.sagitta.calibration.peak;

import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Maximum-likelihood fit of a {@link PeakModel}.
 *
 * <p>Damped Fisher scoring (the outer product of the analytic scores stands for the second derivatives, and the damping
 * of Levenberg and Marquardt makes every accepted step go down) until the estimated distance to the minimum is below
 * {@value #SCORING_DISTANCE}, or {@value #NEWTON_DISTANCE} after {@value #SLOW} steps; then Newton steps with the true
 * second derivatives, which also give the errors. A fit counts as converged if those are positive definite and
 * g^T H^-1 g / 2 is below {@value #FINAL_DISTANCE}: the scale is then within 0.0015 standard deviations of its best value.
 */
public final class PeakFitter {
    private static final int MAX_ITERATIONS = 300;
    private static final int NEWTON_STEPS = 4;
    private static final double SCORING_DISTANCE = 2e-7;
    private static final int SLOW = 30;
    private static final double NEWTON_DISTANCE = 1e-3;
    private static final double FINAL_DISTANCE = 1e-6;

    /** Each |eta| category has a signal fraction and a background of its own, which fewer pairs do not determine. */
    private static final int MIN_PAIRS_PER_CATEGORY = 50;

    /** No parameter but the scale moves further in a step: all are logarithms or exponents of order one. */
    private static final double MAX_STEP = 1.0;

    private static final double MAX_SCALE_STEP = 5e-3;
    private static final double START_DAMPING = 1e-2;
    private static final double MAX_DAMPING = 1e10;

    private final PeakModel model;
    private final List<RadiativeLine> lines;

    /** Prepares the line shapes; one fitter serves any number of samples. */
    public PeakFitter(PeakModel model) {
        this.model = model;
        this.lines = PeakDensity.linesOf(model);
    }

    /** Fits the pairs that lie inside the window of the model. */
    public PeakFitResult fit(List<PeakPair> pairs) {
        List<PeakPair> inside = pairs.stream()
                .filter(pair -> model.window().contains(pair.mass()))
                .toList();
        int[] counts = new int[model.bins().size()];
        inside.forEach(pair -> counts[model.category(pair)]++);
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] < MIN_PAIRS_PER_CATEGORY) {
                return tooFew(c, counts[c]);
            }
        }
        return minimise(new PeakLikelihood(model, lines, inside), inside.size());
    }

    private PeakFitFailure tooFew(int category, int count) {
        String detail = String.format(
                Locale.ROOT,
                "%d pairs between %.2f and %.2f GeV have their larger |eta| in %.2f to %.2f, at least %d are needed",
                count,
                model.window().low(),
                model.window().high(),
                model.bins().low(category),
                model.bins().high(category),
                MIN_PAIRS_PER_CATEGORY);
        return new PeakFitFailure(PeakFitFailure.Reason.TOO_FEW_PAIRS, detail);
    }

    private PeakFitResult minimise(PeakLikelihood likelihood, int pairs) {
        Descent descent = new Descent(model, likelihood);
        while (!descent.stopped() && !descent.arrived()) {
            descent.step();
        }
        if (!descent.arrived()) {
            return notConverged(descent.iterations, descent.distance);
        }
        return polish(likelihood, descent, pairs);
    }

    private static PeakFitFailure notConverged(int iterations, double distance) {
        String detail =
                String.format(Locale.ROOT, "distance to the minimum %.3g after %d iterations", distance, iterations);
        return new PeakFitFailure(PeakFitFailure.Reason.NOT_CONVERGED, detail);
    }

    private PeakFitResult polish(PeakLikelihood likelihood, Descent descent, int pairs) {
        double[] parameters = descent.parameters;
        double distance = Double.POSITIVE_INFINITY;
        for (int n = 0; n < NEWTON_STEPS; n++) {
            PeakLikelihood.Point point = likelihood.at(parameters);
            DMatrixRMaj hessian = likelihood.hessian(parameters, descent.sigmas());
            LinearSolverDense<DMatrixRMaj> solver = solver(hessian);
            if (!solver.setA(hessian.copy())) {
                return new PeakFitFailure(
                        PeakFitFailure.Reason.HESSIAN_NOT_POSITIVE,
                        "second derivatives of " + parameters.length + " parameters are not positive definite");
            }
            double[] step = solve(solver, point.gradient());
            distance = halfDot(point.gradient(), step);
            if (distance < FINAL_DISTANCE) {
                DMatrixRMaj covariance = new DMatrixRMaj(parameters.length, parameters.length);
                solver.invert(covariance);
                return new PeakFit(
                        model,
                        parameters,
                        covariance,
                        new PeakFit.FitQuality(point.value(), distance, descent.iterations + n, pairs));
            }
            parameters = minus(parameters, step);
        }
        return notConverged(descent.iterations + NEWTON_STEPS, distance);
    }

    private static LinearSolverDense<DMatrixRMaj> solver(DMatrixRMaj matrix) {
        return LinearSolverFactory_DDRM.symmPosDef(matrix.getNumRows());
    }

    private static double[] solve(LinearSolverDense<DMatrixRMaj> solver, double[] right) {
        DMatrixRMaj x = new DMatrixRMaj(right.length, 1);
        solver.solve(new DMatrixRMaj(right.length, 1, true, right.clone()), x);
        return x.data;
    }

    private static double halfDot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return 0.5 * sum;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** State of the descent; lives for one fit. */
    private static final class Descent {
        private final PeakLikelihood likelihood;
        private final int scales;
        private double[] parameters;
        private PeakLikelihood.Point point;
        private double damping = START_DAMPING;
        private double distance = Double.POSITIVE_INFINITY;
        private int iterations;

        Descent(PeakModel model, PeakLikelihood likelihood) {
            ParameterLayout layout = new ParameterLayout(model);
            this.likelihood = likelihood;
            this.scales = layout.scales;
            this.parameters = layout.start();
            this.point = likelihood.at(parameters);
        }

        boolean stopped() {
            return iterations >= MAX_ITERATIONS || damping > MAX_DAMPING;
        }

        /** Near enough for Newton's method; scoring slows down where a parameter is hardly determined. */
        boolean arrived() {
            return distance <= SCORING_DISTANCE || (iterations >= SLOW && distance <= NEWTON_DISTANCE);
        }

        void step() {
            iterations++;
            double[] full = damped(0);
            if (full.length > 0) {
                distance = halfDot(point.gradient(), full);
            }
            double[] step = damped(damping);
            if (step.length == 0) {
                damping *= 10;
                return;
            }
            double[] trial = minus(parameters, limited(step));
            PeakLikelihood.Point there = likelihood.at(trial);
            if (Double.isFinite(there.value()) && there.value() <= point.value()) {
                parameters = trial;
                point = there;
                damping /= 5;
            } else {
                damping *= 5;
            }
        }

        /** Solution of (B + damping diag B) step = gradient; empty if the matrix is singular. */
        private double[] damped(double by) {
            DMatrixRMaj matrix = point.information();
            for (int i = 0; i < parameters.length; i++) {
                matrix.set(i, i, matrix.get(i, i) * (1 + by));
            }
            LinearSolverDense<DMatrixRMaj> solver = solver(matrix);
            return solver.setA(matrix) ? solve(solver, point.gradient()) : new double[0];
        }

        private double[] limited(double[] step) {
            double factor = 1;
            for (int i = 0; i < step.length; i++) {
                double limit = i < scales ? MAX_SCALE_STEP : MAX_STEP;
                factor = Math.min(factor, limit / Math.max(limit, Math.abs(step[i])));
            }
            double[] limited = step.clone();
            for (int i = 0; i < limited.length; i++) {
                limited[i] *= factor;
            }
            return limited;
        }

        /** Standard deviations from the scores, used as step lengths only. */
        double[] sigmas() {
            DMatrixRMaj inverse = new DMatrixRMaj(parameters.length, parameters.length);
            CommonOps_DDRM.invert(point.information(), inverse);
            double[] sigmas = new double[parameters.length];
            for (int i = 0; i < sigmas.length; i++) {
                sigmas[i] = Math.sqrt(inverse.get(i, i));
            }
            return sigmas;
        }
    }
}
