package org.sagitta.data.simulation.matter;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.special.BesselJ;

/**
 * By how much an angle of Moliere's distribution is larger than the Gaussian one of the same probability. With x = theta /
 * (chi_c sqrt(B)), eta the variable of the transform, and B - ln B = b:
 *
 * <pre>
 *   g(eta) = exp(-eta^2/4 + eta^2/(4 B) ln(eta^2/4))
 *   space angle:      P(&gt; x)   = 1 - x int_0^inf J1(x eta) g(eta) d eta
 *   projected angle:  P(|.| &lt; x) = 2/pi int_0^inf sin(x eta)/eta g(eta) d eta
 * </pre>
 *
 * <p>Source: H. A. Bethe, Phys. Rev. 89 (1953) 1256, who derives G. Moliere, Z. Naturforsch. 3a (1948) 78. The integrals
 * end where g is least, before it would grow again. Beyond x = {@code LAST_INTEGRATED} the tail is that of a few scatters, P =
 * 1/(B x^2) (1 + c/x^2), with c taken at that place.
 *
 * <p>Angles are given in units of theta0, the width of the Gaussian whose central 98 % are as wide (root mean square) as the
 * central 98 % of the projected distribution. Immutable; made once, when it is first asked for.
 */
final class MoliereTable {
    static final double LOWEST_B = 4.5;
    private static final double PER_B = 1 / 1.5;
    private static final int ROWS = 7;

    static final double MAX_RADIUS = 8.4;
    private static final int PER_RADIUS = 20;
    private static final int COLUMNS = (int) (MAX_RADIUS * PER_RADIUS) + 2;

    /** Gauss-Legendre panels of eta, from 0 to 12.8. */
    private static final int PANELS = 16;

    private static final int PANEL_POINTS = 16;
    private static final double PANEL_WIDTH = 0.8;
    private static final int ETAS = PANELS * PANEL_POINTS;

    private static final double X_STEP = 0.1;
    private static final double LAST_INTEGRATED = 8;
    private static final int XS = (int) (LAST_INTEGRATED / X_STEP);

    /** Share of the projected distribution that theta0 describes. */
    private static final double CENTRAL = 0.98;
    /** Root mean square of the central 98 % of a standard Gaussian: 1 - 2 z phi(z)/0.98 with z = 2.3263. */
    private static final double WIDTH_OF_CENTRAL_GAUSSIAN = 0.93459;

    private final double[] logarithm = new double[ROWS * COLUMNS];

    private MoliereTable() {
        double[] eta = new double[ETAS];
        double[] weight = new double[ETAS];
        for (int j = 0; j < ETAS; j++) {
            int panel = j / PANEL_POINTS;
            GaussIntegrator rule =
                    new GaussIntegratorFactory().legendre(PANEL_POINTS, panel * PANEL_WIDTH, (panel + 1) * PANEL_WIDTH);
            eta[j] = rule.getPoint(j % PANEL_POINTS);
            weight[j] = rule.getWeight(j % PANEL_POINTS);
        }
        double[][] bessel = new double[XS][ETAS];
        for (int i = 0; i < XS; i++) {
            for (int j = 0; j < ETAS; j++) {
                bessel[i][j] = BesselJ.value(1, x(i) * eta[j]);
            }
        }
        for (int row = 0; row < ROWS; row++) {
            double large = solve(LOWEST_B + row / PER_B);
            fillRow(row, large, eta, transform(large, eta, weight), bessel);
        }
    }

    /** The table; the same for all. */
    static MoliereTable shared() {
        return Shared.TABLE;
    }

    private static final class Shared {
        static final MoliereTable TABLE = new MoliereTable();
    }

    /**
     * Moliere's angle per Gaussian angle.
     *
     * @param b logarithm of the number of scatters; beyond the ends of the table that of the end
     * @param radius Gaussian space angle in units of theta0
     */
    double stretch(double b, double radius) {
        double row = Math.max(0, Math.min(ROWS - 1.001, (b - LOWEST_B) * PER_B));
        int i = (int) row;
        double v = row - i;
        double column = Math.min(radius, MAX_RADIUS) * PER_RADIUS;
        int j = (int) column;
        double u = column - j;
        int from = i * COLUMNS + j;
        double low = logarithm[from] + u * (logarithm[from + 1] - logarithm[from]);
        double high = logarithm[from + COLUMNS] + u * (logarithm[from + COLUMNS + 1] - logarithm[from + COLUMNS]);
        return Math.exp(low + v * (high - low));
    }

    /** B of B - ln B = b. */
    static double solve(double b) {
        double large = b + Math.log(b + Math.log(b));
        for (int i = 0; i < 20; i++) {
            large = b + Math.log(large);
        }
        return large;
    }

    private static double x(int i) {
        return (i + 1) * X_STEP;
    }

    private void fillRow(int row, double large, double[] eta, double[] transform, double[][] bessel) {
        double perTheta0 = 1 / theta0(eta, transform);
        List<double[]> points = new ArrayList<>();
        double above = 1;
        for (int i = 0; i < XS; i++) {
            above = 1;
            for (int j = 0; j < ETAS; j++) {
                above -= x(i) * bessel[i][j] * transform[j];
            }
            points.add(point(x(i), above, perTheta0));
        }
        double last = x(XS - 1);
        double excess = (above * large * last * last - 1) * last * last;
        for (double x = 1.1 * last; points.get(points.size() - 1)[0] < MAX_RADIUS + 0.1; x *= 1.1) {
            points.add(point(x, (1 + excess / (x * x)) / (large * x * x), perTheta0));
        }
        UnivariateFunction spline = new SplineInterpolator()
                .interpolate(
                        points.stream().mapToDouble(point -> point[0]).toArray(),
                        points.stream().mapToDouble(point -> point[1]).toArray());
        for (int column = 0; column < COLUMNS; column++) {
            double radius = Math.max((double) column / PER_RADIUS, points.get(0)[0]);
            logarithm[row * COLUMNS + column] = spline.value(radius);
        }
    }

    /** Gaussian radius of the same probability exp(-radius^2/2), and the logarithm of the stretch. */
    private static double[] point(double x, double above, double perTheta0) {
        double radius = Math.sqrt(-2 * Math.log(above));
        return new double[] {radius, Math.log(x * perTheta0 / radius)};
    }

    /** g times the weights of integration. */
    private static double[] transform(double large, double[] eta, double[] weight) {
        double end = 2 * Math.exp(0.5 * (large - 1));
        double[] values = new double[ETAS];
        for (int j = 0; j < ETAS; j++) {
            double quarter = 0.25 * eta[j] * eta[j];
            values[j] = eta[j] < end ? weight[j] * Math.exp(-quarter + quarter / large * Math.log(quarter)) : 0;
        }
        return values;
    }

    /** theta0 in units of chi_c sqrt(B). */
    private static double theta0(double[] eta, double[] transform) {
        double step = 0.01;
        double inside = 0;
        double squares = 0;
        for (double x = step; inside < CENTRAL; x += step) {
            double next = within(x, eta, transform);
            squares += (next - inside) * (x - 0.5 * step) * (x - 0.5 * step);
            inside = next;
        }
        return Math.sqrt(squares / inside) / WIDTH_OF_CENTRAL_GAUSSIAN;
    }

    /** Share of projected angles within x. */
    private static double within(double x, double[] eta, double[] transform) {
        double sum = 0;
        for (int j = 0; j < ETAS; j++) {
            sum += Math.sin(x * eta[j]) / eta[j] * transform[j];
        }
        return 2 / Math.PI * sum;
    }
}
