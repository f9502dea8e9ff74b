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
    /** The pair of two muons; mass and weights as {@link PairMass} defines them. */
    public static PeakPair of(Muon first, Muon second) {
        PairMass pair = new PairMass();
        pair.setAngles(first.eta(), first.phi(), second.eta(), second.phi());
        pair.setCurvatures(first.k(), second.k());
        return new PeakPair(pair.mass(), leg(first, -pair.slopePlus()), leg(second, -pair.slopeMinus()));
    }

    private static PeakLeg leg(Muon muon, double weight) {
        return new PeakLeg(muon.eta(), muon.pt(), muon.charge(), weight);
    }

    /**
     * The same pair with both transverse momenta scaled by nominal over measured mass; the mass stays.
     *
     * <p>A fit that describes the mass for given momenta must be given momenta that do not know the error of the mass.
     * Measured ones do: pT too large is mass too large, and a slope of the scale in pT appears that is none. With
     * ln m = -(ln k1 + ln k2)/2 + const the scaled momenta depend on the errors of the curvatures through their
     * difference alone, which is uncorrelated with their sum if the two relative errors are alike.
     *
     * @param nominal mass of the resonance [GeV]
     */
    public PeakPair withMomentaAt(double nominal) {
        double factor = nominal / mass;
        return new PeakPair(mass, first.scaled(factor), second.scaled(factor));
    }
}
