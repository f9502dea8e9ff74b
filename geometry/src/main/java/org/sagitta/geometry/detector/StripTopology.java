package org.sagitta.geometry.detector;

/**
 * Strips that are parallel to v, or fan out from the point (0, convergenceV) of a wedge sensor. The measured coordinate
 * is where the strip meets the line v = 0: m = u / (1 - v / convergenceV) [mm], which is u itself for parallel strips.
 *
 * @param strips number of strips
 * @param pitch distance of two strips at v = 0 [mm]
 * @param convergenceV v of the point in which all strips meet [mm]; infinite for parallel strips
 */
public record StripTopology(int strips, double pitch, double convergenceV) implements Topology {

    /** m(u, v) [mm]. */
    public double coordinate(double u, double v) {
        return u / (1 - v / convergenceV);
    }

    /** dm/du. */
    public double slopeU(double v) {
        return 1 / (1 - v / convergenceV);
    }

    /** dm/dv. */
    public double slopeV(double u, double v) {
        double f = 1 - v / convergenceV;
        return u / (convergenceV * f * f);
    }
}
