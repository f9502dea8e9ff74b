package org.sagitta.data.simulation.matter;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.special.Erf;

/**
 * Quantiles of Landau's distribution folded with a Gaussian of width r, at the probability of a standard normal deviate
 * g. With w(g) = 1/(1 - Phi(g)), the quantile is w(g) + d(g, r): far up one collision does it all, 1 - P = 1/lambda, and d
 * grows like ln w only. w and d are tabulated for |g| up to 8.4 and r up to 2.5, and interpolated linearly to 1e-3.
 *
 * <p>Immutable; the table is made once, in some tens of milliseconds, when it is first asked for.
 */
final class StragglingTable {
    static final double MAX_R = 2.5;

    private static final double MAX_G = 8.4;
    private static final int PER_G = 25;
    private static final int PER_R = 10;
    private static final int COLUMNS = (int) (2 * MAX_G * PER_G) + 2;
    private static final int ROWS = (int) (MAX_R * PER_R) + 1;

    /** Grid of lambda on which distributions are folded: width, ends and what is used of it. */
    private static final double CELL = 0.1;

    private static final int CELLS_BELOW_ZERO = 300;
    private static final int CELLS = 900;
    private static final double LAST_FOLDED = 30;
    /** Gaussian weights reach so many widths. */
    private static final double WIDTHS = 10;

    /** Beyond it exp(-lambda - 1) makes the lower tail vanish. */
    private static final double LOWEST = -5.6;

    private final double[] shift = new double[ROWS * COLUMNS];
    private final double[] logarithmOfW = new double[COLUMNS];

    private StragglingTable() {
        double[] below = new double[CELLS];
        double[] above = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            double lambda = lambda(i);
            below[i] = lambda < LOWEST ? 0 : LandauDistribution.below(lambda);
            above[i] = lambda < LOWEST ? 1 : LandauDistribution.above(lambda);
        }
        for (int column = 0; column < COLUMNS; column++) {
            logarithmOfW[column] = -logarithmOfTail(-g(column));
        }
        List<double[]> far = farTail();
        for (int row = 0; row < ROWS; row++) {
            double r = (double) row / PER_R;
            fillRow(row, lower(fold(below, r)), upper(fold(above, r), far, r));
        }
    }

    /** The table; the same for all. */
    static StragglingTable shared() {
        return Shared.TABLE;
    }

    private static final class Shared {
        static final StragglingTable TABLE = new StragglingTable();
    }

    /** w(g) = 1/(1 - Phi(g)). */
    double w(double g) {
        double at = column(g);
        int i = (int) at;
        return Math.exp(logarithmOfW[i] + (at - i) * (logarithmOfW[i + 1] - logarithmOfW[i]));
    }

    /** The quantile less w(g); beyond {@link #MAX_R} that of the largest r. */
    double shift(double g, double r) {
        double at = column(g);
        int i = (int) at;
        double u = at - i;
        double row = Math.min(r, MAX_R) * PER_R;
        int j = Math.min((int) row, ROWS - 2);
        double v = row - j;
        int from = j * COLUMNS + i;
        double low = shift[from] + u * (shift[from + 1] - shift[from]);
        double high = shift[from + COLUMNS] + u * (shift[from + COLUMNS + 1] - shift[from + COLUMNS]);
        return low + v * (high - low);
    }

    private static double column(double g) {
        return (Math.max(-MAX_G, Math.min(MAX_G, g)) + MAX_G) * PER_G;
    }

    private static double g(int column) {
        return (double) column / PER_G - MAX_G;
    }

    private static double lambda(int cell) {
        return (cell - CELLS_BELOW_ZERO) * CELL;
    }

    /** ln Phi(g). */
    private static double logarithmOfTail(double g) {
        return Math.log(0.5 * Erf.erfc(-g / Math.sqrt(2)));
    }

    /** A distribution folded with a Gaussian of width r; it goes on at both ends as it ends there. */
    private static double[] fold(double[] values, double r) {
        int reach = (int) Math.ceil(WIDTHS * r / CELL);
        double[] weights = new double[reach + 1];
        double total = 0;
        for (int k = 0; k <= reach; k++) {
            double z = k == 0 ? 0 : k * CELL / r;
            weights[k] = Math.exp(-0.5 * z * z);
            total += k == 0 ? weights[k] : 2 * weights[k];
        }
        double[] folded = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            double sum = weights[0] * values[i];
            for (int k = 1; k <= reach; k++) {
                sum += weights[k] * (values[Math.max(0, i - k)] + values[Math.min(CELLS - 1, i + k)]);
            }
            folded[i] = sum / total;
        }
        return folded;
    }

    /** lambda against ln P, for the lower half. */
    private static UnivariateFunction lower(double[] below) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < CELLS && below[i] < 0.9; i++) {
            if (below[i] > 1e-22) {
                points.add(new double[] {Math.log(below[i]), lambda(i)});
            }
        }
        return spline(points);
    }

    /** lambda - w against ln w, for the upper half. */
    private static UnivariateFunction upper(double[] above, List<double[]> far, double r) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < CELLS && lambda(i) < LAST_FOLDED; i++) {
            if (above[i] < 0.9) {
                points.add(new double[] {-Math.log(above[i]), lambda(i) - 1 / above[i]});
            }
        }
        for (double[] point : far) {
            // 1 - P ~ 1/lambda folded with a Gaussian is larger by r^2 / lambda^3.
            points.add(new double[] {point[0], point[1] + r * r / point[2]});
        }
        return spline(points);
    }

    /** ln w, lambda - w and lambda where folding does little, from {@link #LAST_FOLDED} until lambda - w is only ln w. */
    private static List<double[]> farTail() {
        List<double[]> points = new ArrayList<>();
        for (double lambda = LAST_FOLDED + 3; lambda < 1e5; lambda *= 1.2) {
            double w = 1 / LandauDistribution.above(lambda);
            points.add(new double[] {Math.log(w), lambda - w, lambda});
        }
        return points;
    }

    private static UnivariateFunction spline(List<double[]> points) {
        return new SplineInterpolator()
                .interpolate(
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private void fillRow(int row, UnivariateFunction lower, UnivariateFunction upper) {
        for (int column = 0; column < COLUMNS; column++) {
            double g = g(column);
            double logarithm = logarithmOfW[column];
            shift[row * COLUMNS + column] =
                    g < 0 ? lower.value(logarithmOfTail(g)) - Math.exp(logarithm) : upperShift(upper, logarithm);
        }
    }

    /** lambda - w = ln w - (1 - Euler's constant) + O(ln^2 w / w), from the first terms of the integral for large lambda. */
    private static double upperShift(UnivariateFunction upper, double logarithmOfW) {
        return logarithmOfW < Math.log(5e4) ? upper.value(logarithmOfW) : logarithmOfW - LandauLoss.MINUS_MEAN;
    }
}
