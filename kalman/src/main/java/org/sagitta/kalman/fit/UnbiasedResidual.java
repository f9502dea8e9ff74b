package org.sagitta.kalman.fit;

/**
 * A measured coordinate minus that of the track fitted without the hit.
 *
 * @param value [mm]
 * @param variance of the value: that of the measurement plus that of the track without the hit [mm^2]
 */
public record UnbiasedResidual(double value, double variance) {
    /** The residual in standard deviations. */
    public double pull() {
        return value / Math.sqrt(variance);
    }
}
