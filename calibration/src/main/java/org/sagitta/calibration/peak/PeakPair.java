package org.sagitta.calibration.peak;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * A muon pair as the peak fit sees it: the mass and how it answers to each leg's momentum.
 *
 * <pre>
 * m^2              = 2 m_mu^2 + 2 (E1 E2 - p1.p2)
 * d ln m / d ln p1 = (|p1|^2 E2 / E1 - p1.p2) / m^2
 * </pre>
 *
 * The two weights add to 1 - O(4 m_mu^2 / m^2): 0.994 at the J/psi, 0.9995 at the Upsilon.
 *
 * @param mass dimuon mass [GeV]
 * @param first one muon
 * @param second the other
 */
public record PeakPair(double mass, PeakLeg first, PeakLeg second) {
    /**
     * The pair of two muons given by their momenta [GeV]; energies follow from the muon mass.
     *
     * @throws IllegalArgumentException if a transverse momentum is zero or a component is not finite
     */
    public static PeakPair of(Vec3 p1, Vec3 p2) {
        requireUsable(p1);
        requireUsable(p2);
        double e1 = energy(p1);
        double e2 = energy(p2);
        double dot = p1.dot(p2);
        double massSquared = 2 * Units.MUON_MASS * Units.MUON_MASS + 2 * (e1 * e2 - dot);
        double weight1 = (p1.dot(p1) * e2 / e1 - dot) / massSquared;
        double weight2 = (p2.dot(p2) * e1 / e2 - dot) / massSquared;
        return new PeakPair(Math.sqrt(massSquared), PeakLeg.of(p1, weight1), PeakLeg.of(p2, weight2));
    }

    private static double energy(Vec3 p) {
        return Math.sqrt(p.dot(p) + Units.MUON_MASS * Units.MUON_MASS);
    }

    private static void requireUsable(Vec3 p) {
        double pt = p.perp();
        if (!(pt > 0 && pt < Double.POSITIVE_INFINITY && Double.isFinite(p.z()))) {
            throw new IllegalArgumentException("muon momentum [GeV] must be finite with pT above 0, got " + p);
        }
    }
}
