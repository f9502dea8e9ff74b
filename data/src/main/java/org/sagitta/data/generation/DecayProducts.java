package org.sagitta.data.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * Two muons and what they radiated, in one frame.
 *
 * @param plus positive muon
 * @param minus negative muon
 * @param photons from none on
 */
public record DecayProducts(FourMomentum plus, FourMomentum minus, List<FourMomentum> photons) {
    public DecayProducts {
        photons = List.copyOf(photons);
    }

    /** The same, seen from the frame in which {@code frame} is given, if these are in its rest frame. */
    DecayProducts boostedFromRestFrameOf(FourMomentum frame) {
        List<FourMomentum> boosted = new ArrayList<>(photons.size());
        for (FourMomentum photon : photons) {
            boosted.add(photon.boostedFromRestFrameOf(frame));
        }
        return new DecayProducts(plus.boostedFromRestFrameOf(frame), minus.boostedFromRestFrameOf(frame), boosted);
    }
}
