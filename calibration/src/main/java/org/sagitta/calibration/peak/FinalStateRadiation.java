package org.sagitta.calibration.peak;

import org.sagitta.geometry.units.Units;

/**
 * Photons radiated by the two muons of a decaying resonance, leading-log approximation.
 *
 * <p>The dimuon keeps the squared mass m0^2 (1 - x), and the loss fraction x follows P(x' &lt; x) = x^beta with
 *
 * <pre>beta = (2 alpha / pi) (ln(m0^2 / m_mu^2) - 1),</pre>
 *
 * the exponent of the collinear radiator of Kuraev and Fadin (Sov. J. Nucl. Phys. 41 (1985) 466) taken for the final
 * state. Hard, wide-angle photons are not described exactly; x^beta is about 10 % accurate in the tail.
 */
public final class FinalStateRadiation {
    /** Fine-structure constant at zero momentum transfer, CODATA 2018. */
    static final double ALPHA = 1 / 137.035999084;

    private FinalStateRadiation() {}

    /**
     * Exponent beta of a resonance.
     *
     * @param mass mass of the resonance [GeV], above twice the muon mass
     * @throws IllegalArgumentException if the mass is not above 2 m_mu
     */
    public static double exponent(double mass) {
        if (!(mass > 2 * Units.MUON_MASS)) {
            throw new IllegalArgumentException("resonance mass [GeV] must exceed twice the muon mass, got " + mass);
        }
        return 2 * ALPHA / Math.PI * (2 * Math.log(mass / Units.MUON_MASS) - 1);
    }
}
