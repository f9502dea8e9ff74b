package org.sagitta.data.generation;

/**
 * Default angular coefficients of Z/gamma* as functions of transverse momentum, mass and rapidity.
 *
 * <ul>
 *   <li>A0 = A2 (Lam, Tung, Phys. Rev. D 21 (1980) 2712): a mixture of pT^2 / (pT^2 + m^2), quark and antiquark, and 5 pT^2
 *       / (5 pT^2 + m^2), quark and gluon; with 41.5 % and 58.5 % it describes what CMS measured at 8 TeV (Peng, Chang,
 *       McClellan, Teryaev, Phys. Lett. B 758 (2016) 384, arXiv:1511.08932);
 *   <li>A4 = 0.06 |y| (7 TeV / sqrt(s))^0.8 sqrt(1 - A0), |y| up to 2.5: sin^2 theta_W of 0.2315 and the share of quarks that
 *       come from the side to which the Z goes, an estimate of our own at leading order with the parton densities of the
 *       benchmark in hep-ph/0204316, section 1.3, good to 10 % at 7 and 20 % at 13 TeV; the last factor is the tilt of the
 *       quark axis;
 *   <li>A1 = A3 = 0, which quark and antiquark directions average out to lowest order, and A5 = A6 = A7 = 0, which vanish
 *       below the third order in alpha_s or nearly so.
 * </ul>
 *
 * @param centreOfMassEnergy [GeV]
 * @param shift added to all coefficients, for variations
 */
public record ZAngularModel(double centreOfMassEnergy, AngularCoefficients shift) {
    private static final double ANNIHILATION = 0.415;
    private static final double COMPTON = 0.585;
    private static final double COMPTON_SLOPE = 5;
    private static final double A4_SLOPE = 0.06;
    private static final double A4_ENERGY = 7000;
    private static final double A4_POWER = 0.8;
    private static final double ABS_Y_MAX = 2.5;

    /** The defaults. */
    public static ZAngularModel standard(double centreOfMassEnergy) {
        return new ZAngularModel(centreOfMassEnergy, new AngularCoefficients(0, 0, 0, 0, 0, 0, 0, 0));
    }

    /** The defaults plus a number for each coefficient. */
    public ZAngularModel shifted(AngularCoefficients by) {
        return new ZAngularModel(centreOfMassEnergy, shift.plus(by));
    }

    /** The coefficients for one boson. */
    public AngularCoefficients at(Boson boson) {
        double t = boson.pt() * boson.pt() / (boson.mass() * boson.mass());
        double a0 = ANNIHILATION * t / (1 + t) + COMPTON * COMPTON_SLOPE * t / (1 + COMPTON_SLOPE * t);
        double a4 = A4_SLOPE
                * Math.min(ABS_Y_MAX, Math.abs(boson.y()))
                * Math.pow(A4_ENERGY / centreOfMassEnergy, A4_POWER)
                * Math.sqrt(1 - a0);
        return new AngularCoefficients(a0, 0, a0, 0, a4, 0, 0, 0).plus(shift);
    }
}
