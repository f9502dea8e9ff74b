package org.sagitta.fieldmap;

/**
 * A field whose components are sums over solid harmonics:
 *
 * <pre>
 *   B_i = sum_m { Re (x + iy)^m  sum_l C_i(l,m) T(l,m)  +  Im (x + iy)^m  sum_l S_i(l,m) T(l,m) },   i = x, y, z
 *   T(m,m) = 1,  T(m+1,m) = z,  T(l+1,m) = z T(l,m) - rho^2 T(l-1,m) a(l,m)
 * </pre>
 *
 * with x, y, z and rho in metres, so that it can be evaluated for several points at once.
 */
public interface HarmonicField extends MagneticField {
    /** Numbers of a row (l, m): a, then C and S [T/m^l] for x, y and z. */
    int STRIDE = 7;

    /** The rows, by rising m and l; to be read only. */
    double[] rows();

    /** Where the rows of each order m end, as an index of {@link #rows}; to be read only. */
    int[] orderEnds();
}
