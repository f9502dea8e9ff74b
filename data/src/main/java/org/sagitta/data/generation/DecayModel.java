package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/**
 * How a resonance decays to two muons.
 *
 * @param angles direction of the muons
 * @param radiation of the muons
 */
public record DecayModel(DecayAngles angles, Radiation radiation) {
    /** Isotropic, with one photon. */
    public static final DecayModel PLAIN = new DecayModel(DecayAngles.FLAT, Radiation.ONE_PHOTON);

    /** Whether anything is drawn from the second source of {@link #decay}. */
    boolean drawsMore() {
        return !angles.equals(DecayAngles.FLAT);
    }

    /** Whether anything is drawn from the third source of {@link #decay}. */
    boolean drawsPhotons() {
        return radiation == Radiation.MULTI_PHOTON || radiation == Radiation.MULTI_PHOTON_CORRECTED;
    }

    /**
     * Lets a boson decay.
     *
     * @param random four numbers are drawn, whatever the model: an isotropic direction, the radiated share, the muon that
     *     radiates; so that decays of different models share their chances as far as they can
     * @param more what else the direction needs
     * @param photons what else the photons need: a source of its own, so that more or fewer of them change nothing else
     * @return in the laboratory
     */
    DecayProducts decay(Boson boson, EventRandom random, EventRandom more, EventRandom photons) {
        double cosTheta = random.uniform(-1, 1);
        double phi = random.uniform(-Math.PI, Math.PI);
        double sinTheta = Math.sqrt((1 - cosTheta) * (1 + cosTheta));
        Vec3 isotropic = new Vec3(sinTheta * Math.cos(phi), sinTheta * Math.sin(phi), cosTheta);
        double share = FinalStateRadiation.sampleLostShare(boson.mass(), random);
        int radiator = random.uniform() < 0.5 ? 1 : -1;
        Vec3 axis = angles.axis(boson, isotropic, more);
        FinalStateRadiation.Chance chance = new FinalStateRadiation.Chance(radiation, share, radiator);
        return FinalStateRadiation.decay(boson.momentum(), boson.mass(), axis, chance, photons);
    }
}
