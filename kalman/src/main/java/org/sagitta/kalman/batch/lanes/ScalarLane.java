package org.sagitta.kalman.batch.lanes;

/**
 * The arithmetic in which the kernels are written, for one lane at a time. {@code simd.VectorLane} has the same operations
 * for several lanes; every operation rounds as IEEE 754 demands, so that both give the same bits.
 */
final class ScalarLane {
    /** Lanes that one operation works on. */
    static final int LENGTH = 1;

    private ScalarLane() {}

    static double load(double[] from, int index) {
        return from[index];
    }

    static void store(double value, double[] to, int index) {
        to[index] = value;
    }

    /** A constant. */
    static double of(double constant) {
        return constant;
    }

    static double add(double a, double b) {
        return a + b;
    }

    static double sub(double a, double b) {
        return a - b;
    }

    static double mul(double a, double b) {
        return a * b;
    }

    static double div(double a, double b) {
        return a / b;
    }

    static double neg(double a) {
        return -a;
    }

    static double abs(double a) {
        return Math.abs(a);
    }

    static double sqrt(double a) {
        return Math.sqrt(a);
    }

    /** a b + c, rounded once. */
    static double fma(double a, double b, double c) {
        return Math.fma(a, b, c);
    }

    /** a b - c d. */
    static double det(double a, double b, double c, double d) {
        return Math.fma(a, b, -(c * d));
    }

    /** a b + c d + e f. */
    static double dot(double a, double b, double c, double d, double e, double f) {
        return Math.fma(a, b, Math.fma(c, d, e * f));
    }

    /** a b + c d + e f + g h. */
    static double dot4(double a, double b, double c, double d, double e, double f, double g, double h) {
        return Math.fma(a, b, Math.fma(c, d, Math.fma(e, f, g * h)));
    }

    /** Whether a is less than b in any of the lanes that are worked on. */
    static boolean anyLess(double a, double b) {
        return a < b;
    }

    /** {@code yes} where a is less than b, else {@code no}. */
    static double whereLess(double a, double b, double yes, double no) {
        return a < b ? yes : no;
    }

    /** The power of two in a positive normal number x = 2^e m, 1 <= m < 2. */
    static double exponent(double x) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(x) >>> 52) | EXPONENT_CARRIER) - EXPONENT_OFFSET;
    }

    /** The factor m of a positive normal number x = 2^e m, 1 <= m < 2. */
    static double mantissa(double x) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(x) & MANTISSA_BITS) | ONE_BITS);
    }

    /** Bits of 2^52, the number whose last bit is worth one. */
    static final long EXPONENT_CARRIER = 0x4330000000000000L;

    static final double EXPONENT_OFFSET = 0x1p52 + 1023;
    static final long MANTISSA_BITS = 0x000fffffffffffffL;
    static final long ONE_BITS = 0x3ff0000000000000L;
}
