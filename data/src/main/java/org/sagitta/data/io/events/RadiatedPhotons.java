package org.sagitta.data.io.events;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.generation.FourMomentum;

/**
 * The photons of the final state that belong to the muons: those that a muon or its copy emits, and those made in the
 * same vertex as a muon. Photons of other origin, as from hadrons or from the incoming partons before a resonance is
 * made, do not count.
 *
 * @param all in the order of the file
 */
public record RadiatedPhotons(List<Photon> all) {
    /**
     * One photon.
     *
     * @param momentum [GeV]
     * @param muons whose it may be: their places in {@link ExternalEvent#muons}, from 0; several if made in one vertex
     */
    public record Photon(FourMomentum momentum, List<Integer> muons) {
        public Photon {
            muons = List.copyOf(muons);
        }
    }

    public static final RadiatedPhotons NONE = new RadiatedPhotons(List.of());

    public RadiatedPhotons {
        all = List.copyOf(all);
    }

    /** These and one more, unless it is of no muon. */
    public RadiatedPhotons plus(FourMomentum momentum, List<Integer> muons) {
        if (muons.isEmpty()) {
            return this;
        }
        List<Photon> more = new ArrayList<>(all);
        more.add(new Photon(momentum, muons));
        return new RadiatedPhotons(more);
    }

    /** Four-momenta [GeV] of those that belong to one or both of two muons, given by their places. */
    public List<FourMomentum> of(int one, int other) {
        return all.stream()
                .filter(photon -> photon.muons().contains(one) || photon.muons().contains(other))
                .map(Photon::momentum)
                .toList();
    }

    public int count() {
        return all.size();
    }

    /** Sum of their four-momenta [GeV]. */
    public FourMomentum sum() {
        return FourMomentum.sum(all.stream().map(Photon::momentum).toList());
    }
}
