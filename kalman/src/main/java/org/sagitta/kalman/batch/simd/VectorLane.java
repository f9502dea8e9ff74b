package org.sagitta.kalman.batch.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.sagitta.kalman.batch.lanes.Lanes;

/** What the derived kernels need beside the methods of vectors: how many lanes one operation works on, and constants. */
final class VectorLane {
    static final VectorSpecies<Double> LANES = species();

    /** Lanes that one operation works on. */
    static final int LENGTH = LANES.length();

    static final long EXPONENT_CARRIER = 0x4330000000000000L;
    static final double EXPONENT_OFFSET = 0x1p52 + 1023;
    static final long MANTISSA_BITS = 0x000fffffffffffffL;
    static final long ONE_BITS = 0x3ff0000000000000L;

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
}
