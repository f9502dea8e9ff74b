package org.sagitta.kalman.fit;

import org.sagitta.kalman.state.LocalVector;

/**
 * When the linearisation is good enough. What a further linearisation would change is of second order: about the square
 * of the change of the turning angle over the tracker. The standard tolerances leave less than 1e-6 of the curvature.
 *
 * @param maxIterations linearisations before the fit gives up
 * @param curvatureTolerance largest change of q/p, relative to q/p, that needs no further linearisation
 * @param qOverPTolerance change of q/p [1/GeV] that needs none whatever q/p is
 * @param angleTolerance largest change of phi [rad] that needs none, and of theta times cot(theta) where that is more: the curvature
 *     in the transverse plane is q/p over sin(theta)
 */
public record FitSettings(int maxIterations, double curvatureTolerance, double qOverPTolerance, double angleTolerance) {
    /** Ten iterations, 2e-3 of q/p or 1e-5 /GeV, 1 mrad. */
    public static FitSettings standard() {
        return new FitSettings(10, 2e-3, 1e-5, 1e-3);
    }

    public FitSettings {
        if (maxIterations < 1 || !(curvatureTolerance > 0) || !(qOverPTolerance > 0) || !(angleTolerance > 0)) {
            throw new IllegalArgumentException("fit settings: max_iterations = " + maxIterations
                    + ", curvature_tolerance = " + curvatureTolerance + ", q_over_p_tolerance = " + qOverPTolerance
                    + " /GeV, angle_tolerance = " + angleTolerance + " rad; all must be positive");
        }
    }

    /** True if the change leaves nothing to do. */
    boolean isSettled(LocalVector change, LocalVector parameters) {
        double cot = 1 / Math.tan(parameters.theta());
        return isSettled(change.phi(), change.theta(), change.qOverP(), cot, parameters.qOverP());
    }

    /**
     * True if a change leaves nothing to do.
     *
     * @param byPhi change of the azimuth [rad]
     * @param byTheta change of the polar angle [rad]
     * @param byQOverP change of q/p [1/GeV]
     * @param cotTheta cotangent of the polar angle, before or after it
     * @param qOverP charge over momentum after it [1/GeV]
     */
    public boolean isSettled(double byPhi, double byTheta, double byQOverP, double cotTheta, double qOverP) {
        double curvature = Math.max(curvatureTolerance * Math.abs(qOverP), qOverPTolerance);
        return Math.abs(byQOverP) <= curvature
                && Math.abs(byPhi) <= angleTolerance
                && Math.abs(byTheta) * Math.max(1, Math.abs(cotTheta)) <= angleTolerance;
    }
}
