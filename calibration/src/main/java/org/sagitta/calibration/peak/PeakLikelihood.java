package org.sagitta.calibration.peak;

import java.util.ArrayList;
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

    /**
     * Second derivatives at a point, from differences of the analytic gradient. Signal fraction and background of a
     * category touch the pairs of that category alone; so those of all categories are shifted together, and the
     * gradient is kept apart by category.
     */
    DMatrixRMaj hessian(double[] parameters, double[] sigmas) {
        ParameterLayout layout = new ParameterLayout(model);
        DMatrixRMaj hessian = new DMatrixRMaj(layout.size, layout.size);
        for (int i = 0; i < layout.categories; i++) {
            double[][] difference = difference(parameters, sigmas, List.of(i));
            for (double[] row : difference) {
                addSymmetric(hessian, i, row, 1 / (2 * HESSIAN_STEP * sigmas[i]));
            }
        }
        for (int k = 0; k < layout.perCategory; k++) {
            List<Integer> together = new ArrayList<>();
            for (int c = 0; c < model.bins().size(); c++) {
                together.add(layout.signalFraction(c) + k);
            }
            double[][] difference = difference(parameters, sigmas, together);
            for (int c = 0; c < difference.length; c++) {
                int i = together.get(c);
                addSymmetric(hessian, i, difference[c], 1 / (2 * HESSIAN_STEP * sigmas[i]));
            }
        }
        for (ParameterLayout.Constraint c : constraints) {
            hessian.add(c.parameter(), c.parameter(), 1 / (c.sigma() * c.sigma()));
        }
        return hessian;
    }

    private static void addSymmetric(DMatrixRMaj hessian, int i, double[] row, double factor) {
        for (int j = 0; j < row.length; j++) {
            hessian.add(i, j, 0.5 * row[j] * factor);
            hessian.add(j, i, 0.5 * row[j] * factor);
        }
    }

    /** Gradient after minus gradient before, of each category, when these parameters are moved by a step each. */
    private double[][] difference(double[] parameters, double[] sigmas, List<Integer> moved) {
        double[] up = parameters.clone();
        double[] down = parameters.clone();
        for (int i : moved) {
            up[i] += HESSIAN_STEP * sigmas[i];
            down[i] -= HESSIAN_STEP * sigmas[i];
        }
        double[][] difference = gradients(up);
        double[][] lower = gradients(down);
        for (int c = 0; c < difference.length; c++) {
            for (int j = 0; j < parameters.length; j++) {
                difference[c][j] -= lower[c][j];
            }
        }
        return difference;
    }

    /** Gradient of the pairs of each category, without constraints. */
    private double[][] gradients(double[] parameters) {
        PeakDensity density = new PeakDensity(model, lines, parameters);
        double[] score = new double[parameters.length];
        double[][] gradients = new double[model.bins().size()][parameters.length];
        for (PeakPair pair : pairs) {
            density.evaluate(pair, score);
            double[] gradient = gradients[model.category(pair)];
            for (int j = 0; j < score.length; j++) {
                gradient[j] -= score[j];
            }
        }
        return gradients;
    }
}
