package org.sagitta.calibration.peak;

import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.dimuon.PairMass;

/**
 * A muon pair as the peak fit sees it: the mass and how it answers to each leg's curvature.
 *
 * <p>The two weights add to 1 - O(4 m_mu^2 / m^2): 0.994 at the J/psi, 0.9995 at the Upsilon.
 *
 * @param mass dimuon mass [GeV]
 * @param first one muon
 * @param second the other
 */
public record PeakPair(double mass, PeakLeg first, PeakLeg second) {
    /** The pair of two muons; mass and weights as {@link PairMass} defines them. The charges do not matter here. */
    public static PeakPair of(Muon first, Muon second) {
        PairMass pair = new PairMass();
        pair.setAngles(first.eta(), first.phi(), second.eta(), second.phi());
        pair.setCurvatures(first.k(), second.k());
        return new PeakPair(pair.mass(), leg(first, -pair.slopePlus()), leg(second, -pair.slopeMinus()));
    }

    private static PeakLeg leg(Muon muon, double weight) {
        return new PeakLeg(Math.abs(muon.eta()), muon.pt(), weight);
    }
}
