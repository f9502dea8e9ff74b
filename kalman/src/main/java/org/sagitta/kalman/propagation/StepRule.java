package org.sagitta.kalman.propagation;

/**
 * How far one step may go.
 *
 * @param maxStep longest step [mm]; bounds the error from the change of the field within the step
 * @param maxAngle largest turning angle of a step [rad]; the relative error of the curvature grows as its fourth power
 *     over 120
 * @param maxPath path length [mm] after which a track that found no target is given up
 */
public record StepRule(double maxStep, double maxAngle, double maxPath) {
    /** 200 mm and 0.08 rad: error of the curvature below 1e-7 from pT = 2 to 200 GeV in the CMS field. */
    public static final StepRule STANDARD = new StepRule(200, 0.08, 10_000);

    public StepRule {
        if (!(maxStep > 0) || !(maxAngle > 0) || !(maxPath > 0)) {
            throw new IllegalArgumentException("step rule: max_step = " + maxStep + " mm, max_angle = " + maxAngle
                    + " rad, max_path = " + maxPath + " mm; all must be positive");
        }
    }
}
