package org.sagitta.calibration.model;

import java.util.Arrays;
import java.util.Locale;

/**
 * A cubic spline in eta on given knots t_0 to t_m: twice continuously differentiable, one cubic between neighbouring
 * knots, constant beyond the outer ones. Its m + 3 parameters are the coefficients of cubic B-splines on these knots
 * with the outer ones repeated (C. de Boor, A Practical Guide to Splines, 2001, chapter IX, eqs. 14 and 15):
 *
 * <pre>   B_j,d(x) = (x - u_j) / (u_j+d - u_j) B_j,d-1(x) + (u_j+d+1 - x) / (u_j+d+1 - u_j+1) B_j+1,d-1(x)</pre>
 *
 * <p>u is the sequence of knots with four t_0 and four t_m. At most four functions are not zero at one eta, and all of
 * them together add up to 1, so that each parameter is about the value of the spline around its
 * {@link #centre(int)}. Immutable.
 */
public final class EtaSpline implements EtaBasis {
    private static final int DEGREE = 3;

    private final double[] knots;
    /** u: the knots with the outer ones repeated. */
    private final double[] padded;

    private EtaSpline(double[] knots) {
        this.knots = knots;
        padded = new double[knots.length + 2 * DEGREE];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = knots[Math.min(Math.max(i - DEGREE, 0), knots.length - 1)];
        }
    }

    /**
     * The spline on these knots.
     *
     * @throws IllegalArgumentException if there are fewer than two, or they do not ascend
     */
    public static EtaSpline of(double... knots) {
        if (knots.length < 2) {
            throw new IllegalArgumentException("eta spline: " + knots.length + " knots, at least two are needed");
        }
        for (int i = 0; i < knots.length; i++) {
            if (!Double.isFinite(knots[i]) || (i > 0 && !(knots[i] > knots[i - 1]))) {
                throw new IllegalArgumentException(
                        "eta spline: knot " + i + " is " + knots[i] + "; knots must be finite and ascend");
            }
        }
        return new EtaSpline(knots.clone());
    }

    /** {@code intervals} equal intervals from {@code low} to {@code high}. */
    public static EtaSpline uniform(int intervals, double low, double high) {
        return of(EtaBinning.uniform(intervals, low, high).edges());
    }

    /** A copy of the knots, each once. */
    public double[] knots() {
        return knots.clone();
    }

    /** Where parameter i counts most (Greville abscissa): the mean of the three inner knots of its function. */
    public double centre(int i) {
        return (padded[i + 1] + padded[i + 2] + padded[i + 3]) / DEGREE;
    }

    @Override
    public int size() {
        return knots.length + DEGREE - 1;
    }

    @Override
    public int maxNonZero() {
        return DEGREE + 1;
    }

    @Override
    public String label(int i) {
        return String.format(Locale.ROOT, "%02d", i + 1);
    }

    /** Index of the padded knot below x, or at x. */
    private int interval(double x) {
        int k = DEGREE;
        while (k < knots.length + 1 && x >= padded[k + 1]) {
            k++;
        }
        return k;
    }

    @Override
    public void append(double scale, double eta, int first, int stride, SparseVector to) {
        double x = inside(eta);
        int k = interval(x);
        double[] u = padded;
        double a = (x - u[k]) / (u[k + 1] - u[k]);
        double left = (x - u[k - 1]) / (u[k + 1] - u[k - 1]);
        double right = (x - u[k]) / (u[k + 2] - u[k]);
        double quadratic0 = (1 - left) * (1 - a);
        double quadratic1 = left * (1 - a) + (1 - right) * a;
        double quadratic2 = right * a;
        double w0 = (x - u[k - 2]) / (u[k + 1] - u[k - 2]);
        double w1 = (x - u[k - 1]) / (u[k + 2] - u[k - 1]);
        double w2 = (x - u[k]) / (u[k + 3] - u[k]);
        int index = first + stride * (k - DEGREE);
        to.append(index, scale * ((1 - w0) * quadratic0));
        to.append(index + stride, scale * (w0 * quadratic0 + (1 - w1) * quadratic1));
        to.append(index + 2 * stride, scale * (w1 * quadratic1 + (1 - w2) * quadratic2));
        to.append(index + 3 * stride, scale * (w2 * quadratic2));
    }

    @Override
    public double[] breaks() {
        return Arrays.copyOfRange(knots, 1, knots.length - 1);
    }

    @Override
    public double inside(double eta) {
        return Math.min(Math.max(eta, knots[0]), knots[knots.length - 1]);
    }

    @Override
    public double[] polynomial(int i, double eta) {
        return polynomial(i, DEGREE, interval(inside(eta)));
    }

    /** The recursion above, with polynomials in place of numbers, on the interval that begins at padded knot k. */
    private double[] polynomial(int j, int degree, int k) {
        double[] sum = new double[DEGREE + 1];
        if (degree == 0) {
            sum[0] = j == k ? 1 : 0;
            return sum;
        }
        if (j <= k && k < j + degree) {
            double width = padded[j + degree] - padded[j];
            addProduct(-padded[j] / width, 1 / width, polynomial(j, degree - 1, k), sum);
        }
        if (j < k && k <= j + degree) {
            double width = padded[j + degree + 1] - padded[j + 1];
            addProduct(padded[j + degree + 1] / width, -1 / width, polynomial(j + 1, degree - 1, k), sum);
        }
        return sum;
    }

    /** Adds (c + s x) p(x). */
    private static void addProduct(double c, double s, double[] p, double[] sum) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += c * p[d] + (d > 0 ? s * p[d - 1] : 0);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EtaSpline other && Arrays.equals(knots, other.knots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(knots);
    }

    @Override
    public String toString() {
        return "EtaSpline" + Arrays.toString(knots);
    }
}
