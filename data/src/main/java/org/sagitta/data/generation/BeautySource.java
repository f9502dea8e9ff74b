package org.sagitta.data.generation;

import org.sagitta.geometry.linear.Vec3;

/**
 * Charmonia from decays of b hadrons, which fly before they decay.
 *
 * <p>The b hadron itself is not made: the charmonium has its own spectrum, and its vertex lies on its own momentum at the
 * distance ct p / m, ct drawn from an exponential of mean c tau. This is the "pseudo-proper" decay length the experiments
 * measure (CDF, Phys. Rev. D 71 (2005) 032001, hep-ex/0412071); the angle between b hadron and charmonium, and the
 * difference between their p / m, which widen it, are left out.
 *
 * @param fraction of the charmonia of all transverse momenta, 0 to 1; at high transverse momentum it is larger, as the
 *     spectrum is harder
 * @param pt their transverse momentum
 * @param cTau mean of ct [mm]
 */
public record BeautySource(double fraction, PtSpectrum pt, double cTau) {
    /** Mean life of the admixture of b hadrons, 1.567 ps (Particle Data Group 2024), times the speed of light [mm]. */
    public static final double C_TAU = 1.567e-12 * 299_792_458e3;

    public BeautySource {
        if (!(fraction >= 0 && fraction <= 1) || !(cTau >= 0)) {
            throw new IllegalArgumentException(
                    "share from b decays " + fraction + " and c tau " + cTau + " mm, allowed are 0 to 1 and from 0");
        }
    }

    /** b to J/psi: pT / (1 + (pT/4.0384)^2)^3.0288, of AliGenMUONlib for pp; also for psi(2S). */
    public static BeautySource charmonium(double fraction) {
        return new BeautySource(fraction, new PtSpectrum(4.0384, 3.0288), C_TAU);
    }

    /** Share of those above a transverse momentum [GeV] if the others have the spectrum {@code prompt}. */
    public double fractionAbove(double ptMin, PtDistribution prompt) {
        double beauty = fraction * pt.shareAbove(ptMin);
        double others = (1 - fraction) * prompt.shareAbove(ptMin);
        return beauty > 0 ? beauty / (beauty + others) : 0;
    }

    /** Share of all charmonia above a transverse momentum [GeV] if the others have the spectrum {@code prompt}. */
    double shareAbove(double ptMin, PtDistribution prompt) {
        return fraction * pt.shareAbove(ptMin) + (1 - fraction) * prompt.shareAbove(ptMin);
    }

    /**
     * How far the vertex is from the collision [mm].
     *
     * @param u uniform in [0, 1)
     */
    Vec3 flight(Boson boson, double u) {
        return boson.momentum().momentum().times(-Math.log(1 - u) * cTau / boson.mass());
    }
}
