package org.sagitta.geometry.detector;

/**
 * Outline of a sensor in its own plane: |v| within the half length, |u| within the line between the two half widths,
 * less a dead gap across the sensor where it is made of two wafers.
 *
 * @param halfWidthAtMinusV half width in u at v = -halfLength [mm]
 * @param halfWidthAtPlusV half width in u at v = +halfLength [mm]
 * @param halfLength half length in v [mm]
 * @param gapCentre v of the middle of the dead gap [mm]
 * @param gapHalfLength half extent of the dead gap in v [mm], 0 if there is none
 */
public record Outline(
        double halfWidthAtMinusV, double halfWidthAtPlusV, double halfLength, double gapCentre, double gapHalfLength) {

    /** Half width in u [mm] at a given v [mm]. */
    public double halfWidthAt(double v) {
        double t = 0.5 * (1 + v / halfLength);
        return halfWidthAtMinusV + t * (halfWidthAtPlusV - halfWidthAtMinusV);
    }

    /** True where there is silicon or the glue between two wafers: where a track meets the sensor's matter. */
    public boolean contains(double u, double v) {
        return Math.abs(v) <= halfLength && Math.abs(u) <= halfWidthAt(v);
    }

    /** True where a crossing can be measured: inside the outline and outside the dead gap. */
    public boolean isActive(double u, double v) {
        return contains(u, v) && !(Math.abs(v - gapCentre) < gapHalfLength);
    }

    /** The largest distance [mm] of a corner from the local origin. */
    public double circumscribedRadius() {
        return Math.hypot(halfLength, Math.max(halfWidthAtMinusV, halfWidthAtPlusV));
    }
}
