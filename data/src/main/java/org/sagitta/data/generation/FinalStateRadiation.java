package org.sagitta.data.generation;

import java.util.List;
import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Radiation off the two muons of a decay. The boson keeps its four-momentum, all particles are on their mass shells, and
 * the direction that the positive muon would have without radiation is kept in the rest frame of the two muons.
 *
 * <p>The share x of m^2 that is lost, x = 1 - m_mumu^2 / m^2, follows the leading-log radiator of soft-photon
 * exponentiation, P(x below X) = X^beta, beta = (2 alpha / pi) (ln(m^2 / m_mu^2) - 1): 0.0267, 0.0284, 0.0371 and 0.0582
 * for J/psi, psi(2S), Upsilon and Z (Yennie, Frautschi, Suura, Ann. Phys. 13 (1961) 379; Kuraev, Fadin, Sov. J. Nucl.
 * Phys. 41 (1985) 466). Left out: the constant term of the radiator, alpha / pi times a few, and the matrix element of
 * hard photons, see {@link Radiation#MULTI_PHOTON_CORRECTED}; radiation of the quarks is that of production, not of the
 * decay.
 */
public final class FinalStateRadiation {
    /** Fine-structure constant at zero momentum transfer, CODATA 2018. */
    private static final double ALPHA = 7.2973525693e-3;

    static final double MUON_MASS_2 = Units.MUON_MASS * Units.MUON_MASS;

    private FinalStateRadiation() {}

    /** Exponent beta of the radiated share for a resonance of mass m [GeV]. */
    public static double exponent(double m) {
        return 2 * ALPHA / Math.PI * (Math.log(m * m / MUON_MASS_2) - 1);
    }

    /**
     * Adds radiation to two bare muons that come from one decay, as they are found in events of generators without it.
     *
     * @param plus four-momentum of the positive muon
     * @param minus of the negative muon
     * @param random drawn from: the share, the radiating muon of {@link Radiation#ONE_PHOTON}, then the photons
     * @return muons whose sum with the photons is the sum of the two given
     */
    public static DecayProducts radiate(
            FourMomentum plus, FourMomentum minus, Radiation radiation, EventRandom random) {
        FourMomentum frame = plus.plus(minus);
        Vec3 axis = plus.boostedIntoRestFrameOf(frame).momentum().unit();
        double share = sampleLostShare(frame.mass(), random);
        int radiator = random.uniform() < 0.5 ? 1 : -1;
        return decay(frame, frame.mass(), axis, new Chance(radiation, share, radiator), random);
    }

    /**
     * Draws the share of m^2 that is radiated. It is limited to what leaves room for two muons at rest, which concerns
     * one decay in 8000 of the J/psi and fewer of the others.
     */
    static double sampleLostShare(double m, EventRandom random) {
        double share = Math.pow(random.uniform(), 1 / exponent(m));
        return Math.min(share, 1 - 4 * MUON_MASS_2 / (m * m));
    }

    /**
     * What is radiated.
     *
     * @param share of m^2 that is lost
     * @param radiator charge of the muon that radiates if there is one photon
     */
    record Chance(Radiation kind, double share, int radiator) {}

    /**
     * The decay of a particle of four-momentum {@code frame}.
     *
     * @param mass of the particle [GeV]
     * @param axis direction of the positive muon in its rest frame
     * @param more drawn from for more than one photon only
     * @return in the frame in which {@code frame} is given
     */
    static DecayProducts decay(FourMomentum frame, double mass, Vec3 axis, Chance chance, EventRandom more) {
        DecayProducts atRest = switch (chance.kind()) {
            case NONE -> MultiPhotonDecay.withPhotons(mass, axis, List.of());
            case ONE_PHOTON -> CollinearDecay.withPhoton(mass, axis, chance.share(), chance.radiator());
            case MULTI_PHOTON, MULTI_PHOTON_CORRECTED ->
                MultiPhotonDecay.radiating(
                        mass, axis, new PhotonShares(exponent(mass), chance.kind()).sample(chance.share(), more), more);
        };
        return atRest.boostedFromRestFrameOf(frame);
    }
}
