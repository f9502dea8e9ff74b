package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.sagitta.fieldmap.AxialField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The four functions of an {@link AxialField} as polynomials of s = |t| / half - 1 in [-1, 1], t = z - symmetryZ, times
 * kappa. Lengths in mm. They interpolate the field at Chebyshev points and are cut where the rest is below
 * {@value #TOLERANCE} T; coefficients begin with that of the highest power.
 */
public final class AxialTable {
    /** B_z on the axis and its r^2 term, B_r / r and its r^2 term. */
    public static final int BZ = 0;

    public static final int BZ_R2 = 1;
    public static final int BR = 2;
    public static final int BR_R2 = 3;

    /** How many functions there are. */
    public static final int FUNCTIONS = 4;

    /** Error of the field that is allowed to each function [T]; the kernels promise 1e-9. */
    private static final double TOLERANCE = 2e-11;

    /** Points of the interpolation: enough for functions that vary over a metre. */
    private static final int POINTS = 32;

    private final double symmetryZ;
    private final double half;
    private final double largestR;
    private final double largestZ;
    private final double[] coefficients;

    private AxialTable(AxialField field, double half, double[][] polynomials) {
        this.symmetryZ = field.symmetryZ();
        this.half = half;
        this.largestR = field.largestR();
        this.largestZ = field.largestZ();
        this.coefficients = interleaved(polynomials);
    }

    static AxialTable of(AxialField field, double scale) {
        double far = field.largestZ();
        double r = 0.99 * field.largestR();
        double r2 = r * r;
        double inner2 = 0.25 * r2;
        double side = field.symmetryZ() > 0 ? -1 : 1;
        double z0 = field.symmetryZ();
        // On the side with more room; the other one follows by symmetry.
        double reach = 0.5 * (far + Math.abs(z0));
        DoubleUnaryOperator bz = t -> field.at(new Vec3(0, 0, z0 + side * t)).z();
        DoubleUnaryOperator bzR = t -> (field.at(new Vec3(r, 0, z0 + side * t)).z() - bz.applyAsDouble(t)) / r2;
        DoubleUnaryOperator outer =
                t -> side * field.at(new Vec3(r, 0, z0 + side * t)).x() / r;
        DoubleUnaryOperator inner =
                t -> side * field.at(new Vec3(0.5 * r, 0, z0 + side * t)).x() / (0.5 * r);
        DoubleUnaryOperator brR = t -> (outer.applyAsDouble(t) - inner.applyAsDouble(t)) / (r2 - inner2);
        DoubleUnaryOperator br = t -> inner.applyAsDouble(t) - inner2 * brR.applyAsDouble(t);
        double[][] polynomials = {
            polynomial(bz, reach, 1, scale), polynomial(bzR, reach, r2, scale),
            polynomial(br, reach, r, scale), polynomial(brR, reach, r * r2, scale)
        };
        return new AxialTable(field, reach, polynomials);
    }

    public double symmetryZ() {
        return symmetryZ;
    }

    public double half() {
        return half;
    }

    public double largestR() {
        return largestR;
    }

    public double largestZ() {
        return largestZ;
    }

    /** The coefficients of the highest power of all functions, then of the next one, and so on; to be read only. */
    public double[] coefficients() {
        return coefficients;
    }

    private static double[] interleaved(double[][] polynomials) {
        int longest = Arrays.stream(polynomials).mapToInt(p -> p.length).max().orElseThrow();
        double[] all = new double[longest * FUNCTIONS];
        for (int which = 0; which < FUNCTIONS; which++) {
            double[] p = polynomials[which];
            for (int n = 0; n < p.length; n++) {
                all[(longest - p.length + n) * FUNCTIONS + which] = p[n];
            }
        }
        return all;
    }

    /** Interpolates f on [0, 2 half]; {@code weight} times f is a field [T]. */
    private static double[] polynomial(DoubleUnaryOperator f, double half, double weight, double scale) {
        double[] chebyshev = chebyshev(f, half);
        int size = POINTS;
        double rest = 0;
        while (size > 1 && rest + Math.abs(chebyshev[size - 1]) * weight < TOLERANCE) {
            size--;
            rest += Math.abs(chebyshev[size]) * weight;
        }
        double[] rising = monomials(Arrays.copyOf(chebyshev, size));
        double[] falling = new double[size];
        for (int n = 0; n < size; n++) {
            falling[n] = rising[size - 1 - n] * scale * Units.KAPPA;
        }
        return falling;
    }

    private static double[] chebyshev(DoubleUnaryOperator f, double half) {
        double[] value = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            value[k] = f.applyAsDouble(half * (1 + Math.cos(Math.PI * (k + 0.5) / POINTS)));
        }
        double[] c = new double[POINTS];
        for (int n = 0; n < POINTS; n++) {
            double sum = 0;
            for (int k = 0; k < POINTS; k++) {
                sum += value[k] * Math.cos(Math.PI * n * (k + 0.5) / POINTS);
            }
            c[n] = (n == 0 ? 1.0 : 2.0) / POINTS * sum;
        }
        return c;
    }

    /** Sum of c_n T_n(s) as powers of s, by T_(n+1) = 2 s T_n - T_(n-1). */
    private static double[] monomials(double[] c) {
        double[] sum = new double[c.length];
        double[] before = new double[c.length];
        double[] now = new double[c.length];
        now[0] = 1;
        for (int n = 0; n < c.length; n++) {
            for (int i = 0; i < c.length; i++) {
                sum[i] += c[n] * now[i];
            }
            double[] next = new double[c.length];
            for (int i = 0; i + 1 < c.length; i++) {
                next[i + 1] = (n == 0 ? 1 : 2) * now[i];
            }
            for (int i = 0; i < c.length && n > 0; i++) {
                next[i] -= before[i];
            }
            before = now;
            now = next;
        }
        return sum;
    }
}
