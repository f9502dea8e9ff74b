package org.sagitta.validation.study;

import java.util.function.DoubleBinaryOperator;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.units.Units;

/**
 * Closed forms of the curvature offset under the nine weak modes, for a prompt track in a uniform field. With
 * phi(r) = phi0 - q c0 r / pT and c0 = kappa B / 2, a sensor that is really at r + dr, phi + dphi while it is believed
 * at r, phi makes the track look as if
 *
 * <pre>
 *   k_measured = k (1 + dr/r) + q (d dphi / dr) / c0
 * </pre>
 *
 * for dr and dphi linear in r. A cubic dr (bowing) counts with its regression on r over the lever arm R, where r^3
 * becomes 0.9 R^2 r. The sagitta mode, at delta = 0 a shift dy = eps r, has dr/r = eps sin(phi) and dphi = eps cos(phi);
 * along a curved track dphi is not constant but grows by eps sin(phi0) c0 r / pT, as much again, so that its offset is
 * 2 eps sin(phi): a parabola that is stretched along its axis only. Modes along z move no hit in the bending plane. Valid where the sensors are in the barrel: in a
 * disk strips point at the beam, and a radial shift leaves the measured azimuth as it is.
 *
 * @param component A, M or none
 * @param shape in words
 * @param size of the offset at shape 1: dimensionless (A) or 1/GeV (M)
 * @param at the shape at (eta, phi)
 */
record WeakModePrediction(String component, String shape, double size, DoubleBinaryOperator at) {
    /** Central field [T], within half a per cent of the field along barrel tracks. */
    private static final double FIELD = 3.81;

    /** Radius of the outermost layer [mm]. */
    private static final double LEVER_ARM = 1080;

    /** The length [mm] at which CMS's bowing vanishes. */
    private static final double BOWING_LENGTH = 2718.46;

    private static final double C0 = 0.5 * Units.KAPPA * FIELD;

    static WeakModePrediction of(WeakMode mode) {
        double eps = mode.defaultAmplitude();
        double perCm = eps / Units.CM;
        return switch (mode) {
            case RADIAL -> new WeakModePrediction("A", "1", eps, (eta, phi) -> 1);
            case BOWING ->
                new WeakModePrediction(
                        "A",
                        "1 - 0.9 (R sinh(eta) / z0)^2",
                        eps * BOWING_LENGTH * BOWING_LENGTH / (Units.CM * Units.CM),
                        (eta, phi) -> 1 - 0.9 * squared(LEVER_ARM * Math.sinh(eta) / BOWING_LENGTH));
            case ELLIPTICAL -> new WeakModePrediction("A", "cos(2 phi)", eps, (eta, phi) -> Math.cos(2 * phi));
            case SAGITTA -> new WeakModePrediction("A", "sin(phi)", 2 * eps, (eta, phi) -> Math.sin(phi));
            case LAYER_ROTATION -> new WeakModePrediction("M", "1", perCm / C0, (eta, phi) -> 1);
            case TWIST -> new WeakModePrediction("M", "sinh(eta)", perCm / C0, (eta, phi) -> Math.sinh(eta));
            case TELESCOPE, Z_EXPANSION, SKEW -> new WeakModePrediction("none", "-", 0, (eta, phi) -> 0);
        };
    }

    private static double squared(double x) {
        return x * x;
    }
}
