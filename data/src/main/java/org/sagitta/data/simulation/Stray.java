package org.sagitta.data.simulation;

/**
 * How far matter has led a muon off the path on which the field of the present arc was taken, and how far it may still go
 * on with that field. Mutable: a scratch of one thread.
 */
final class Stray {
    /** Farthest that a muon may stray [mm]; the search for sensors counts on it. */
    static final double LIMIT = 1;

    /**
     * What the wrong field may do to the position at the end of an arc [mm], by an estimate: a tenth of the required
     * accuracy of 0.1 um, as the kicks of many arcs add up, though they go either way with equal chance.
     */
    static final double TOLERANCE = 1e-5;

    /** The gradient across the path against that along it, which is known; where the latter vanishes, at least so much. */
    private static final double GRADIENT_RATIO = 2;

    private static final double LEAST_GRADIENT = 1e-6;

    /** A rest that is shorter than this is not worth a search [mm]. */
    private static final double SHORTEST = 5;

    /** Step in which a shorter rest is tried. */
    private static final double SHRINK = 0.8;

    /** Present direction less the one on the path, as vectors; the field turns both alike in good approximation. */
    private double turnX;

    private double turnY;
    private double turnZ;
    /** Present position less the one on the path [mm]. */
    private double offsetX;

    private double offsetY;
    private double offsetZ;

    /** The muon is on the path. */
    void restart() {
        turnX = 0;
        turnY = 0;
        turnZ = 0;
        offsetX = 0;
        offsetY = 0;
        offsetZ = 0;
    }

    void advance(double s) {
        offsetX += turnX * s;
        offsetY += turnY * s;
        offsetZ += turnZ * s;
    }

    /** The direction before a kick is taken off, the one behind is added. */
    void before(Flight flight) {
        turnX -= flight.tx;
        turnY -= flight.ty;
        turnZ -= flight.tz;
    }

    void behind(Flight flight) {
        turnX += flight.tx;
        turnY += flight.ty;
        turnZ += flight.tz;
    }

    /**
     * How much of the rest of the arc may be used [mm]: with a transverse gradient G of the field the position errs by
     * the double integral of lambda G (offset + angle s).
     */
    double allowed(double left, double bending, FieldSeries field) {
        double force = Math.abs(bending) * gradient(field, left);
        double angle = norm(turnX, turnY, turnZ);
        double offset = norm(offsetX, offsetY, offsetZ);
        double length = left;
        while (offset + angle * length > LIMIT
                || force * length * length * (offset / 2 + angle * length / 6) > TOLERANCE) {
            length *= SHRINK;
            if (length < SHORTEST) {
                return 0;
            }
        }
        return length;
    }

    /** What the gradient of the field across the path may be up to the length s [T/mm]. */
    static double gradient(FieldSeries field, double s) {
        return Math.max(LEAST_GRADIENT, GRADIENT_RATIO * field.steepest(s));
    }

    private static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
