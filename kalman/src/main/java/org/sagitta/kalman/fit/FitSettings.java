package org.sagitta.kalman.fit;

/**
 * When the linearisation is good enough.
 *
 * @param maxIterations linearisations before the fit gives up
 * @param curvatureTolerance largest change of q/p, relative to q/p, that needs no further linearisation
 * @param angleTolerance largest change of phi and theta [rad] that needs no further linearisation
 */
public record FitSettings(int maxIterations, double curvatureTolerance, double angleTolerance) {
    public static FitSettings standard() {
        return new FitSettings(6, 2e-3, 1e-3);
    }
}
