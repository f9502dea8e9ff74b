package org.sagitta.validation.study;

import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.units.Units;

/**
 * Closed forms of the response of a prompt track to a weak mode at phase zero, in a uniform field. With
 * phi(r) = phi0 - q c0 r k, z(r) = z0 + r cot(theta) and c0 = kappa B / 2, a sensor that is really at r + dr, phi + dphi,
 * z + dz while it is believed at r, phi, z makes the track look as if
 *
 * <pre>
 *   k_measured = k (1 + a) + q m,   a = dr/r,   m = (d dphi / dr) / c0
 *   cot(theta)_measured = cot(theta) (1 + dr/r) - dz/r,   z0_measured = z0 - dz(r = 0),   phi_measured = phi - dphi(r = 0)
 * </pre>
 *
 * for shifts linear in r. A cubic dr (bowing) counts with its regression on r over the lever arm R, where r^3 becomes
 * 0.9 R^2 r, and a quadratic one with r^2 -> R r. The sagitta mode, a shift dy = eps r, has dr/r = eps sin(phi) and
 * dphi = eps cos(phi); along a curved track dphi is not constant but grows by eps sin(phi0) c0 r k, as much again, so
 * that a = 2 eps sin(phi): a parabola that is stretched along its axis only. In the same way the quadratic sagitta,
 * dx = eps r^2, has m = -eps sin(phi) / c0 and a = 2 eps R cos(phi).
 *
 * <p>Valid where the sensors are in the barrel: in a disk strips point at the beam, and a radial shift leaves the measured
 * azimuth as it is.
 *
 * @param term the largest part of the response of the curvature: "A" (charge-even), "M" (charge-odd) or "none"
 * @param shape of that part, in words
 * @param size of that part at shape 1: dimensionless (A) or 1/GeV (M)
 * @param a relative, charge-even part of the curvature
 * @param m charge-odd part [1/GeV]
 * @param cotTheta shift of cot(theta)
 * @param phi shift of the azimuth [rad]
 * @param z0 shift of z0 [mm]
 */
record ClosedForm(
        String term,
        String shape,
        double size,
        Direction a,
        Direction m,
        Direction cotTheta,
        Direction phi,
        Direction z0) {
    /** Central field [T], within half a per cent of the field along barrel tracks. */
    private static final double FIELD = 3.81;

    /** Radius of the outermost layer [mm]. */
    private static final double LEVER_ARM = 1080;

    /** The radius [mm] that a layer rotation leaves in place. */
    private static final double R_AT_REST = 570;

    /** The length [mm] at which CMS's bowing vanishes. */
    private static final double BOWING_LENGTH = 2718.46;

    private static final double C0 = 0.5 * Units.KAPPA * FIELD;

    private static final Direction ZERO = (eta, phi) -> 0;

    /** A number that depends on the direction of the track. */
    interface Direction {
        double at(double eta, double phi);
    }

    /** @param amplitude in units of the default amplitude */
    static ClosedForm of(WeakMode mode, double amplitude) {
        double eps = amplitude * mode.defaultAmplitude();
        double perMm = eps / Units.CM;
        return switch (mode) {
            case RADIAL -> scale("1", eps, (eta, phi) -> 1);
            case BOWING -> bowing(eps / (Units.CM * Units.CM));
            case ELLIPTICAL -> scale("cos(2 phi)", eps, (eta, phi) -> Math.cos(2 * phi));
            case SAGITTA ->
                new ClosedForm(
                        "A",
                        "sin(phi)",
                        2 * eps,
                        (eta, phi) -> 2 * eps * Math.sin(phi),
                        ZERO,
                        (eta, phi) -> eps * Math.sin(phi) * Math.sinh(eta),
                        (eta, phi) -> -eps * Math.cos(phi),
                        ZERO);
            case QUADRATIC_SAGITTA ->
                new ClosedForm(
                        "M",
                        "-sin(phi)",
                        perMm / C0,
                        (eta, phi) -> 2 * perMm * LEVER_ARM * Math.cos(phi),
                        (eta, phi) -> -perMm / C0 * Math.sin(phi),
                        ZERO,
                        ZERO,
                        ZERO);
            case LAYER_ROTATION -> bend("1", perMm / C0, (eta, phi) -> 1, (eta, phi) -> perMm * R_AT_REST);
            case TWIST -> bend("sinh(eta)", perMm / C0, (eta, phi) -> Math.sinh(eta), ZERO);
            case TELESCOPE -> along((eta, phi) -> -eps, ZERO);
            case Z_EXPANSION -> along((eta, phi) -> -eps * Math.sinh(eta), ZERO);
            case SKEW -> along(ZERO, (eta, phi) -> -eps * Units.CM * Math.cos(phi));
        };
    }

    /** dr/r = size times shape. */
    private static ClosedForm scale(String words, double size, Direction shape) {
        return new ClosedForm(
                "A",
                words,
                size,
                (eta, phi) -> size * shape.at(eta, phi),
                ZERO,
                (eta, phi) -> size * shape.at(eta, phi) * Math.sinh(eta),
                ZERO,
                ZERO);
    }

    /** The directions come from the pixels, where z is small; the curvature from the whole tracker. */
    private static ClosedForm bowing(double perMm2) {
        double size = perMm2 * BOWING_LENGTH * BOWING_LENGTH;
        return new ClosedForm(
                "A",
                "1 - 0.9 (R sinh(eta) / z0)^2",
                size,
                (eta, phi) -> size * (1 - 0.9 * squared(LEVER_ARM * Math.sinh(eta) / BOWING_LENGTH)),
                ZERO,
                (eta, phi) -> size * Math.sinh(eta),
                ZERO,
                ZERO);
    }

    private static ClosedForm bend(String words, double size, Direction shape, Direction phiShift) {
        return new ClosedForm("M", words, size, ZERO, (eta, phi) -> size * shape.at(eta, phi), ZERO, phiShift, ZERO);
    }

    private static ClosedForm along(Direction cotTheta, Direction z0) {
        return new ClosedForm("none", "-", 0, ZERO, ZERO, cotTheta, ZERO, z0);
    }

    /** Shift of the fitted curvature of a muon [1/GeV]. */
    double curvature(ExactTrack track) {
        return a.at(track.eta(), track.phi()) * track.k() + track.charge() * m.at(track.eta(), track.phi());
    }

    /** Relative shift of the mass of a pair: that of the curvatures and angles that the fits find. */
    double mass(ExactTrack plus, ExactTrack minus) {
        PairMass mass = new PairMass();
        mass.setAngles(plus.eta(), plus.phi(), minus.eta(), minus.phi());
        mass.setCurvatures(plus.k(), minus.k());
        double before = mass.mass();
        mass.setAngles(measuredEta(plus), measuredPhi(plus), measuredEta(minus), measuredPhi(minus));
        mass.setCurvatures(plus.k() + curvature(plus), minus.k() + curvature(minus));
        return mass.mass() / before - 1;
    }

    private double measuredPhi(ExactTrack track) {
        return track.phi() + phi.at(track.eta(), track.phi());
    }

    private double measuredEta(ExactTrack track) {
        return measuredEta(track.eta(), track.phi());
    }

    /** Pseudorapidity as the fit finds it. */
    private double measuredEta(double trueEta, double truePhi) {
        double x = Math.sinh(trueEta) + cotTheta.at(trueEta, truePhi);
        return Math.log(x + Math.hypot(1, x));
    }

    private static double squared(double x) {
        return x * x;
    }
}
