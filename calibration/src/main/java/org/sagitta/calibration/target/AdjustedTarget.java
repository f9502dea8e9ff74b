package org.sagitta.calibration.target;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.robust.Loss;

/**
 * A target moved by a smooth function of three numbers so that it fits the pairs of the ideal world:
 *
 * <pre>   t'(y, sigma) = t(y, sigma) [ 1 + c_0 + c_1 (y^2 - &lt;y^2&gt;) + c_2 (l - &lt;l&gt;) ],   l = ln(sigma_m / m)</pre>
 *
 * <p>with means over the ideal sample, weighted with 1/s^2, so that c_0 is the mean shift.
 *
 * <p>It takes up what a template of radiation does not know, above all the selection on measured momenta: next to a
 * threshold, pairs that fluctuate upwards are kept, which moves the peak by about s_k^2 / 2 times the relative density
 * of legs at the cut, and what the resolution has besides a Gaussian core. Three numbers have less noise than a table of a
 * hundred bins, and no steps. They are found by the robust estimator of the calibration, one location for all pairs:
 * sum psi(u) b_j / s = 0 with u = (m / t' - 1) / s and b_j the three functions. Immutable.
 */
public final class AdjustedTarget implements MassTarget {
    private static final int TERMS = 3;
    private static final int BLOCK = 8192;
    private static final int MAX_ITERATIONS = 100;
    private static final double TOLERANCE = 1e-9;

    /** Means of the terms, the first of which is zero. */
    private final double[] means;

    private final MassTarget base;
    private final double[] coefficients;
    private final double[] sigmas;

    private AdjustedTarget(MassTarget base, double[] means, double[] coefficients, double[] sigmas) {
        this.base = base;
        this.means = means;
        this.coefficients = coefficients;
        this.sigmas = sigmas;
    }

    /**
     * Adjusts a target.
     *
     * @param base what is adjusted
     * @param ideal pairs of the ideal world
     * @param options loss and floor of the fit
     * @throws IllegalArgumentException if the sample is too small or too uniform for three numbers
     */
    public static AdjustedTarget of(MassTarget base, DimuonSource ideal, TemplateTarget.Options options) {
        double[] means = means(ideal, options);
        double[] c = new double[TERMS];
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            Equations equations = equations(new AdjustedTarget(base, means, c, c), ideal, options);
            double[] step = solve(equations.weighted, equations.score);
            c = sum(c, step);
            if (Arrays.stream(step).map(Math::abs).max().orElse(0) < TOLERANCE) {
                break;
            }
        }
        Equations last = equations(new AdjustedTarget(base, means, c, c), ideal, options);
        RealMatrix inverse = decomposed(last.slope).getSolver().getInverse();
        RealMatrix covariance =
                inverse.multiply(new Array2DRowRealMatrix(last.spread)).multiply(inverse);
        double[] sigmas = new double[TERMS];
        Arrays.setAll(sigmas, j -> Math.sqrt(covariance.getEntry(j, j)));
        return new AdjustedTarget(base, means, c, sigmas);
    }

    @Override
    public double expectedMass(Dimuon pair) {
        double[] terms = new double[TERMS];
        fill(pair, means, terms);
        double shift = 1;
        for (int j = 0; j < TERMS; j++) {
            shift += coefficients[j] * terms[j];
        }
        return base.expectedMass(pair) * shift;
    }

    /** c_j, j from 0 to 2, relative. */
    public double coefficient(int j) {
        return coefficients[j];
    }

    /** Standard deviation of c_j from the number of pairs of the ideal world. */
    public double sigma(int j) {
        return sigmas[j];
    }

    private static void fill(Dimuon pair, double[] means, double[] terms) {
        double y = pair.rapidity();
        terms[0] = 1 - means[0];
        terms[1] = y * y - means[1];
        terms[2] = Math.log(pair.relativeMassSigma()) - means[2];
    }

    private static double[] means(DimuonSource ideal, TemplateTarget.Options options) {
        double[] none = new double[TERMS];
        double[] terms = new double[TERMS];
        double[] sums = new double[TERMS];
        for (int from = 0; from < ideal.size(); from += BLOCK) {
            DimuonSample block = ideal.block(from, Math.min(from + BLOCK, ideal.size()));
            for (int i = 0; i < block.size(); i++) {
                Dimuon pair = block.get(i);
                fill(pair, none, terms);
                double weight = 1 / square(Math.hypot(pair.relativeMassSigma(), options.sigmaFloor()));
                for (int j = 0; j < TERMS; j++) {
                    sums[j] += weight * terms[j];
                }
            }
        }
        return new double[] {0, sums[1] / sums[0], sums[2] / sums[0]};
    }

    private static double square(double x) {
        return x * x;
    }

    private static double[] solve(double[][] matrix, double[] right) {
        try {
            return decomposed(matrix)
                    .getSolver()
                    .solve(new ArrayRealVector(right))
                    .toArray();
        } catch (SingularMatrixException e) {
            throw new IllegalArgumentException("target: the sample does not determine " + TERMS + " numbers", e);
        }
    }

    private static LUDecomposition decomposed(double[][] matrix) {
        return new LUDecomposition(new Array2DRowRealMatrix(matrix));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static Equations equations(AdjustedTarget target, DimuonSource ideal, TemplateTarget.Options options) {
        Equations equations = new Equations(target.means);
        for (int from = 0; from < ideal.size(); from += BLOCK) {
            DimuonSample block = ideal.block(from, Math.min(from + BLOCK, ideal.size()));
            for (int i = 0; i < block.size(); i++) {
                Dimuon pair = block.get(i);
                double s = Math.hypot(pair.relativeMassSigma(), options.sigmaFloor());
                equations.add(pair, (pair.mass() / target.expectedMass(pair) - 1) / s, s, options.loss());
            }
        }
        return equations;
    }

    /** Sums over pairs. */
    private static final class Equations {
        private final double[] means;
        private final double[] terms = new double[TERMS];
        private final double[] score = new double[TERMS];
        private final double[][] weighted = new double[TERMS][TERMS];
        private final double[][] slope = new double[TERMS][TERMS];
        private final double[][] spread = new double[TERMS][TERMS];

        Equations(double[] means) {
            this.means = means;
        }

        void add(Dimuon pair, double u, double s, Loss loss) {
            fill(pair, means, terms);
            double psi = loss.psi(u);
            for (int i = 0; i < TERMS; i++) {
                score[i] += psi / s * terms[i];
                for (int j = 0; j < TERMS; j++) {
                    double product = terms[i] * terms[j] / (s * s);
                    weighted[i][j] += loss.weight(u) * product;
                    slope[i][j] += loss.slope(u) * product;
                    spread[i][j] += psi * psi * product;
                }
            }
        }
    }
}
