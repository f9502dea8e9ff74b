package org.sagitta.kalman.batch.lanes;

/**
 * First estimates of a group of lanes, as {@link org.sagitta.kalman.fit.TrackFitter} finds them: two points give the
 * polar angle, three points far apart the circle in the transverse plane. Strips measure one coordinate: their point is
 * where the track meets them.
 */
public interface SeedKernel {
    /** Places in the array, in widths of a group behind {@link Lanes#START}: the two points of the polar angle, the first a pixel. */
    int FIRST_POINT = 0;

    int SECOND_POINT = 3 * Lanes.WIDTH;

    /** A point further out and one in between: a point of the hit, the direction along its strip, half its length. */
    int OUTER = 6 * Lanes.WIDTH;

    int MIDDLE = 13 * Lanes.WIDTH;
    int ALONG = 3 * Lanes.WIDTH;
    int HALF_LENGTH = 6 * Lanes.WIDTH;

    /** Cotangent of the polar angle, curvature in the transverse plane [1/mm], square of the shortest distance [mm^2]. */
    int COT = 20 * Lanes.WIDTH;

    int CURVATURE = 21 * Lanes.WIDTH;
    int SHORTEST = 22 * Lanes.WIDTH;

    /** The points of the outer and the middle hit. */
    int OUTER_POINT = 23 * Lanes.WIDTH;

    int MIDDLE_POINT = 26 * Lanes.WIDTH;

    /** Length of the array. */
    int SIZE = Lanes.START + 29 * Lanes.WIDTH;

    /** Finds circle and polar angle; stores the direction in the record of the first plane and asks for the field half way. */
    void find(double[] seed, double[] planes, double[] flight);

    /** Stores q/p, from the curvature and the field. */
    void finish(double[] seed, double[] planes, double[] flight);
}
