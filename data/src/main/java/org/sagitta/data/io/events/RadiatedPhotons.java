package org.sagitta.data.io.events;

import org.sagitta.data.generation.FourMomentum;

/**
 * The photons of the final state that belong to the muons: those that a muon or its copy emits, and those made in the same
 * vertex as a muon. Photons of other origin, as from hadrons or from the incoming partons before a resonance is made, do not
 * count.
 *
 * @param count how many
 * @param sum of their four-momenta [GeV]
 */
public record RadiatedPhotons(int count, FourMomentum sum) {
    public static final RadiatedPhotons NONE = new RadiatedPhotons(0, new FourMomentum(0, 0, 0, 0));

    public RadiatedPhotons plus(FourMomentum photon) {
        return new RadiatedPhotons(count + 1, sum.plus(photon));
    }
}
