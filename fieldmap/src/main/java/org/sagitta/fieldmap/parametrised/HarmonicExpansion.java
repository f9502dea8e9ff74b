package org.sagitta.fieldmap.parametrised;

import org.sagitta.fieldmap.HarmonicField;
import org.sagitta.geometry.linear.Vec3;

/**
 * The gradient of a potential in solid harmonics, as one pass over precomputed constants. Immutable.
 *
 * <p>The gradient of a harmonic of degree L is made of harmonics of degree l = L - 1, so every Cartesian component of
 * the field is again a sum over harmonics, of degree l <= N - 1:
 *
 * <pre>
 *   B_i = sum_m { Re (x + iy)^m  sum_l C_i(l,m) T(l,m)  +  Im (x + iy)^m  sum_l S_i(l,m) T(l,m) },   i = x, y, z
 * </pre>
 *
 * With S(l,m) = l R(l,m) of {@link HarmonicCoefficients} and r^m n(l,m) T(l,m) = S(l,m), the polynomials T in z and
 * rho^2 obey
 *
 * <pre>
 *   T(m,m) = 1,  T(m+1,m) = z,  T(l+1,m) = z T(l,m) - rho^2 T(l-1,m) (l^2 - m^2) / ((2l+1)(2l-1))
 *   n(m,m) = -sqrt((2m-1)/(2m)) n(m-1,m-1),  n(l,m) = n(l-1,m) (2l-1) / sqrt(l^2 - m^2)
 * </pre>
 *
 * Nothing is divided by r and no angle is computed, so the z axis and the origin are ordinary points. The constants
 * follow from dS/dz = sqrt(L^2 - M^2) S(L-1,M) and, with u = sqrt((L-M)(L-M-1)), v = sqrt((L+M)(L+M-1)),
 * dS/dr -+ (M/r) S = u S(L-1,M+1) and -v S(L-1,M-1). {@code HarmonicExpansionTest} holds the textbook version.
 */
final class HarmonicExpansion {
    private static final int STRIDE = HarmonicField.STRIDE;

    /** Rows ordered by m, then l = m ... N-1. */
    private final double[] table;
    /** Where the rows of order m end. */
    private final int[] end;

    HarmonicExpansion(HarmonicCoefficients c) {
        int degree = c.degree() - 1;
        int order = Math.min(c.order() + 1, degree);
        this.end = new int[order + 1];
        int rows = 0;
        for (int m = 0; m <= order; m++) {
            rows += degree - m + 1;
            end[m] = rows * STRIDE;
        }
        this.table = new double[rows * STRIDE];
        fill(c, degree);
    }

    private void fill(HarmonicCoefficients c, int degree) {
        double diagonal = 1;
        int row = 0;
        for (int m = 0; m < end.length; m++) {
            diagonal *= m == 0 ? 1 : -Math.sqrt((2 * m - 1) / (2.0 * m));
            double norm = diagonal;
            for (int l = m; l <= degree; l++) {
                norm *= l == m ? 1 : (2 * l - 1) / Math.sqrt(l * l - m * m);
                fillRow(row, c, l, m, norm);
                row += STRIDE;
            }
        }
    }

    /** The constants of S(l, m): contributions of the potential's orders m (to Bz), m - 1 and m + 1 (to Bx, By). */
    private void fillRow(int row, HarmonicCoefficients c, int l, int m, double norm) {
        int up = l + 1;
        double scale = norm / up;
        table[row] = (l * l - m * m) / ((2.0 * l + 1) * (2.0 * l - 1));
        double along = scale * Math.sqrt(up * up - m * m);
        table[row + 5] = along * c.cos(up, m);
        table[row + 6] = along * c.sin(up, m);
        // From order m - 1: there u; the order 0 has no partner with the opposite phase and counts in full.
        double fromBelow = (m == 1 ? 1 : 0.5) * scale * Math.sqrt((up - m + 1) * (up - m));
        double fromAbove = 0.5 * scale * Math.sqrt((up + m + 1) * (up + m));
        double cosBelow = fromBelow * c.cos(up, m - 1);
        double sinBelow = fromBelow * c.sin(up, m - 1);
        double cosAbove = fromAbove * c.cos(up, m + 1);
        double sinAbove = fromAbove * c.sin(up, m + 1);
        table[row + 1] = cosBelow - cosAbove;
        table[row + 2] = sinBelow - sinAbove;
        table[row + 3] = -sinBelow - sinAbove;
        table[row + 4] = cosBelow + cosAbove;
    }

    /** See {@link HarmonicField#rows}. */
    double[] rows() {
        return table;
    }

    /** See {@link HarmonicField#orderEnds}. */
    int[] orderEnds() {
        return end;
    }

    /** The field [T] at (x, y, z) in metres. */
    Vec3 gradient(double x, double y, double z) {
        double rho2 = x * x + y * y + z * z;
        double bx = 0;
        double by = 0;
        double bz = 0;
        double cos = 1; // Re (x + iy)^m
        double sin = 0; // Im (x + iy)^m
        int row = 0;
        for (int stop : end) {
            double below = 0;
            double t = 1;
            double xc = 0;
            double xs = 0;
            double yc = 0;
            double ys = 0;
            double zc = 0;
            double zs = 0;
            for (; row < stop; row += STRIDE) {
                xc += table[row + 1] * t;
                xs += table[row + 2] * t;
                yc += table[row + 3] * t;
                ys += table[row + 4] * t;
                zc += table[row + 5] * t;
                zs += table[row + 6] * t;
                double above = z * t - table[row] * rho2 * below;
                below = t;
                t = above;
            }
            bx += xc * cos + xs * sin;
            by += yc * cos + ys * sin;
            bz += zc * cos + zs * sin;
            double next = cos * x - sin * y;
            sin = sin * x + cos * y;
            cos = next;
        }
        return new Vec3(bx, by, bz);
    }
}
