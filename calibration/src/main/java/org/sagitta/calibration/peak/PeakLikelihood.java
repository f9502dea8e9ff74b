package org.sagitta.calibration.peak;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Negative logarithmic likelihood of a list of pairs, its gradient and curvature. Pairs are summed in list order. */
final class PeakLikelihood {
    /** Central differences of the gradient with a step of this many standard deviations. */
    private static final double HESSIAN_STEP = 0.02;

    private final PeakModel model;
    private final List<PeakPair> pairs;
    private final List<RadiativeLine> lines;
    private final List<ParameterLayout.Constraint> constraints;

    PeakLikelihood(PeakModel model, List<RadiativeLine> lines, List<PeakPair> pairs) {
        this.model = model;
        this.pairs = pairs;
        this.lines = lines;
        this.constraints = new ParameterLayout(model).constraints();
    }

    /**
     * Value, gradient and the sum of outer products of the scores, which estimates the curvature and is never
     * negative.
     */
    static final class Point {
        private final double value;
        private final double[] gradient;
        private final DMatrixRMaj information;

        private Point(double value, double[] gradient, DMatrixRMaj information) {
            this.value = value;
            this.gradient = gradient;
            this.information = information;
        }

        double value() {
            return value;
        }

        double[] gradient() {
            return gradient.clone();
        }

        DMatrixRMaj information() {
            return new DMatrixRMaj(information);
        }
    }

    Point at(double[] parameters) {
        int n = parameters.length;
        PeakDensity density = new PeakDensity(model, lines, parameters);
        double[] score = new double[n];
        double[] gradient = new double[n];
        DMatrixRMaj information = new DMatrixRMaj(n, n);
        double value = 0;
        for (PeakPair pair : pairs) {
            value -= Math.log(density.evaluate(pair, score));
            add(score, gradient, information.data);
        }
        for (ParameterLayout.Constraint c : constraints) {
            double pull = (parameters[c.parameter()] - c.centre()) / c.sigma();
            value += 0.5 * pull * pull;
            gradient[c.parameter()] += pull / c.sigma();
            information.add(c.parameter(), c.parameter(), 1 / (c.sigma() * c.sigma()));
        }
        return new Point(value, gradient, information);
    }

    private static void add(double[] score, double[] gradient, double[] information) {
        int n = score.length;
        for (int i = 0; i < n; i++) {
            double s = score[i];
            // most parameters belong to other bins than the pair at hand
            if (s == 0) {
                continue;
            }
            gradient[i] -= s;
            for (int j = 0; j < n; j++) {
                information[i * n + j] += s * score[j];
            }
        }
    }

    /** Second derivatives at a point, from differences of the analytic gradient. */
    DMatrixRMaj hessian(double[] parameters, double[] sigmas) {
        int n = parameters.length;
        DMatrixRMaj hessian = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            double step = HESSIAN_STEP * sigmas[i];
            double[] shifted = parameters.clone();
            shifted[i] = parameters[i] + step;
            double[] up = at(shifted).gradient();
            shifted[i] = parameters[i] - step;
            double[] down = at(shifted).gradient();
            for (int j = 0; j < n; j++) {
                double second = (up[j] - down[j]) / (2 * step);
                hessian.add(i, j, 0.5 * second);
                hessian.add(j, i, 0.5 * second);
            }
        }
        return hessian;
    }
}
