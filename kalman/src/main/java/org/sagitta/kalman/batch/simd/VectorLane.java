package org.sagitta.kalman.batch.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.sagitta.kalman.batch.lanes.Lanes;

/** The operations of {@code lanes.ScalarLane} on as many lanes at once as the machine has room for. */
final class VectorLane {
    static final VectorSpecies<Double> LANES = species();

    /** Lanes that one operation works on. */
    static final int LENGTH = LANES.length();

    private static final long EXPONENT_CARRIER = 0x4330000000000000L;
    private static final double EXPONENT_OFFSET = 0x1p52 + 1023;
    private static final long MANTISSA_BITS = 0x000fffffffffffffL;
    private static final long ONE_BITS = 0x3ff0000000000000L;

    private VectorLane() {}

    /** The widest that a group of lanes can be cut into; {@code -Dsagitta.lanes=4} asks for a narrower one. */
    private static VectorSpecies<Double> species() {
        int wanted = Math.min(Lanes.WIDTH, Integer.getInteger("sagitta.lanes", Lanes.WIDTH));
        VectorSpecies<Double> preferred = DoubleVector.SPECIES_PREFERRED;
        if (wanted >= preferred.length()) {
            return preferred;
        }
        return switch (wanted) {
            case 4 -> DoubleVector.SPECIES_256;
            case 2 -> DoubleVector.SPECIES_128;
            default -> DoubleVector.SPECIES_64;
        };
    }

    static DoubleVector load(double[] from, int index) {
        return DoubleVector.fromArray(LANES, from, index);
    }

    static void store(DoubleVector value, double[] to, int index) {
        value.intoArray(to, index);
    }

    static DoubleVector of(double constant) {
        return DoubleVector.broadcast(LANES, constant);
    }

    static DoubleVector add(DoubleVector a, DoubleVector b) {
        return a.add(b);
    }

    static DoubleVector sub(DoubleVector a, DoubleVector b) {
        return a.sub(b);
    }

    static DoubleVector mul(DoubleVector a, DoubleVector b) {
        return a.mul(b);
    }

    static DoubleVector div(DoubleVector a, DoubleVector b) {
        return a.div(b);
    }

    static DoubleVector neg(DoubleVector a) {
        return a.neg();
    }

    static DoubleVector abs(DoubleVector a) {
        return a.abs();
    }

    static DoubleVector sqrt(DoubleVector a) {
        return a.sqrt();
    }

    static DoubleVector fma(DoubleVector a, DoubleVector b, DoubleVector c) {
        return a.fma(b, c);
    }

    static DoubleVector det(DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d) {
        return a.fma(b, c.mul(d).neg());
    }

    static DoubleVector dot(
            DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d, DoubleVector e, DoubleVector f) {
        return a.fma(b, c.fma(d, e.mul(f)));
    }

    static DoubleVector whereLess(DoubleVector a, DoubleVector b, DoubleVector yes, DoubleVector no) {
        return no.blend(yes, a.compare(VectorOperators.LT, b));
    }

    static DoubleVector withSign(DoubleVector a, DoubleVector b) {
        DoubleVector magnitude = a.abs();
        VectorMask<Double> negative = b.compare(VectorOperators.LT, 0.0);
        return magnitude.blend(magnitude.neg(), negative);
    }

    static DoubleVector exponent(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        return bits.lanewise(VectorOperators.LSHR, 52)
                .lanewise(VectorOperators.OR, EXPONENT_CARRIER)
                .reinterpretAsDoubles()
                .sub(EXPONENT_OFFSET);
    }

    static DoubleVector mantissa(DoubleVector x) {
        return x.reinterpretAsLongs()
                .lanewise(VectorOperators.AND, MANTISSA_BITS)
                .lanewise(VectorOperators.OR, ONE_BITS)
                .reinterpretAsDoubles();
    }
}
