package org.sagitta.calibration.dimuon;

import org.sagitta.geometry.units.Units;

/**
 * The mass of two muons and how it depends on their curvatures. Working memory for hot loops: no allocation, one per
 * thread; {@link Dimuon} offers the same numbers to everybody else.
 *
 * <p>With pT = 1/k, p = pT cosh(eta), E^2 = p^2 + mu^2, mu the muon mass and D = cosh(d eta) - cos(d phi):
 *
 * <pre>
 *   m^2 = 2 mu^2 + 2 [ pT1 pT2 D + mu^2 (p1^2 + p2^2 + mu^2) / (E1 E2 + p1 p2) ]
 *   d ln m / d ln k1 = -[ pT1 pT2 D + mu^2 p1 (p1^2 - p2^2) / (E1 (p1 E2 + p2 E1)) ] / m^2
 * </pre>
 *
 * <p>These are m^2 = (E1 + E2)^2 - (p1 + p2)^2 and its derivative at fixed angles, exact, with the differences of large
 * numbers (E1 E2 - p1 p2, p1 E2 - p2 E1) taken out by hand. For mu -> 0 both derivatives are -1/2.
 */
public final class PairMass {
    private static final double MU2 = Units.MUON_MASS * Units.MUON_MASS;

    private double coshSqPlus;
    private double coshSqMinus;
    private double angular;
    private double mass;
    private double slopePlus;
    private double slopeMinus;

    /** Sets the directions of both legs; curvatures must be set after it. */
    public void setAngles(double etaPlus, double phiPlus, double etaMinus, double phiMinus) {
        coshSqPlus = coshSquared(etaPlus);
        coshSqMinus = coshSquared(etaMinus);
        double t = Math.exp(0.5 * (etaPlus - etaMinus));
        double sinhHalf = 0.5 * (t - 1 / t);
        double sinHalf = Math.sin(0.5 * (phiPlus - phiMinus));
        angular = 2 * (sinhHalf * sinhHalf + sinHalf * sinHalf);
    }

    /** Computes mass and slopes for curvatures [1/GeV] of both legs, positive, at the directions set before. */
    public void setCurvatures(double kPlus, double kMinus) {
        double pPlus2 = coshSqPlus / (kPlus * kPlus);
        double pMinus2 = coshSqMinus / (kMinus * kMinus);
        double pPlus = Math.sqrt(pPlus2);
        double pMinus = Math.sqrt(pMinus2);
        double ePlus = Math.sqrt(pPlus2 + MU2);
        double eMinus = Math.sqrt(pMinus2 + MU2);
        double opening = angular / (kPlus * kMinus);
        double m2 = 2 * (MU2 + opening + MU2 * (pPlus2 + pMinus2 + MU2) / (ePlus * eMinus + pPlus * pMinus));
        double lever = MU2 * (pPlus2 - pMinus2) / (pPlus * eMinus + pMinus * ePlus);
        mass = Math.sqrt(m2);
        slopePlus = -(opening + lever * pPlus / ePlus) / m2;
        slopeMinus = -(opening - lever * pMinus / eMinus) / m2;
    }

    private static double coshSquared(double eta) {
        double t = Math.exp(eta);
        double cosh = 0.5 * (t + 1 / t);
        return cosh * cosh;
    }

    /** Invariant mass [GeV]. */
    public double mass() {
        return mass;
    }

    /** d ln m / d ln k of the positive leg. */
    public double slopePlus() {
        return slopePlus;
    }

    /** d ln m / d ln k of the negative leg. */
    public double slopeMinus() {
        return slopeMinus;
    }
}
