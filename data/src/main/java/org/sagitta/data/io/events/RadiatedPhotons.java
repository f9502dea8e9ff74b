package org.sagitta.data.io.events;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.generation.FourMomentum;

/**
 * The photons of the final state that belong to the muons: those that a muon or its copy emits, and those made in the same
 * vertex as a muon. Photons of other origin, as from hadrons or from the incoming partons before a resonance is made, do not
 * count.
 *
 * @param all their four-momenta [GeV], in the order of the file
 */
public record RadiatedPhotons(List<FourMomentum> all) {
    public static final RadiatedPhotons NONE = new RadiatedPhotons(List.of());

    public RadiatedPhotons {
        all = List.copyOf(all);
    }

    public RadiatedPhotons plus(FourMomentum photon) {
        List<FourMomentum> more = new ArrayList<>(all);
        more.add(photon);
        return new RadiatedPhotons(more);
    }

    public int count() {
        return all.size();
    }

    /** Sum of their four-momenta [GeV]. */
    public FourMomentum sum() {
        return FourMomentum.sum(all);
    }
}
