package org.sagitta.data.simulation.hit;

import org.sagitta.geometry.units.Units;

/**
 * Standard deviation of a pixel hit by the number of pixels that its cluster covers along a coordinate, as the pixel
 * detector of 2008 to 2016 was reconstructed with: CMS software, RecoLocalTracker/SiPixelRecHits, PixelCPEGeneric (barrel
 * and forward tables; errors at the edge from its configuration).
 */
public final class PixelErrors {
    /** The pixel barrel. */
    public static final PixelErrors BARREL =
            new PixelErrors(microns(11.5, 12.0, 8.8, 103), microns(37.5, 23, 25, 25, 23, 23, 21, 21, 24, 21));

    /** The pixel disks. */
    public static final PixelErrors FORWARD = new PixelErrors(microns(20), microns(21, 7.5));

    /** Of u [mm] where the cluster touches the first or last row of pixels. */
    public static final double AT_EDGE_U = 50 * Units.UM;

    /** Of v [mm] where the cluster touches the first or last column of pixels. */
    public static final double AT_EDGE_V = 85 * Units.UM;

    private final double[] u;
    private final double[] v;

    /** Errors [mm] of clusters of one, two, ... pixels; the last holds for all that are larger. */
    private PixelErrors(double[] u, double[] v) {
        this.u = u;
        this.v = v;
    }

    private static double[] microns(double... values) {
        double[] lengths = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            lengths[i] = values[i] * Units.UM;
        }
        return lengths;
    }

    /** Of u [mm] in a cluster of {@code size} pixels along u, from 1. */
    public double sigmaU(int size) {
        return u[Math.min(size, u.length) - 1];
    }

    /** Of v [mm] in a cluster of {@code size} pixels along v, from 1. */
    public double sigmaV(int size) {
        return v[Math.min(size, v.length) - 1];
    }
}
