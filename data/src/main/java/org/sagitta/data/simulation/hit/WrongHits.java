package org.sagitta.data.simulation.hit;

/**
 * How many hits are worse than their error says.
 *
 * @param tailFraction of hits whose error is {@code tailScale} times as large
 * @param tailScale factor on the true standard deviation of hits in the tail
 * @param outlierFraction of hits that lie anywhere on the sensor, uniformly, and have nothing to do with the muon
 */
public record WrongHits(double tailFraction, double tailScale, double outlierFraction) {
    /** Scale of the tail unless something else is said. */
    public static final double TYPICAL_SCALE = 3;

    public static final WrongHits NONE = new WrongHits(0, TYPICAL_SCALE, 0);

    public WrongHits {
        checkFraction("tail fraction", tailFraction);
        checkFraction("outlier fraction", outlierFraction);
        if (!(tailScale >= 1) || Double.isInfinite(tailScale)) {
            throw new IllegalArgumentException("tail scale = " + tailScale + "; allowed is 1 or more");
        }
    }

    private static void checkFraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " of hits = " + value + "; allowed is 0 to 1");
        }
    }

    /** True if any hit can be wrong, so that chances must be drawn. */
    public boolean any() {
        return tailFraction > 0 || outlierFraction > 0;
    }
}
