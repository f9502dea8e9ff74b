package org.sagitta.data.external;

import org.sagitta.data.generation.DecayProducts;
import org.sagitta.data.generation.FinalStateRadiation;
import org.sagitta.data.generation.FourMomentum;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** What may be done to a pair of another generator before it is simulated. */
public final class PairChange {
    private PairChange() {}

    /**
     * Lets the muons radiate of a pair that comes from a generator without radiation: the boson, which is the sum of
     * the two muons, and the vertices stay.
     *
     * @param pair without photons
     * @param random the numbers of this event for radiation; the caller gives one that has not been used
     */
    public static GeneratedPair radiating(GeneratedPair pair, Radiation radiation, EventRandom random) {
        if (!pair.photons().isEmpty()) {
            throw new IllegalArgumentException(
                    "the pair has radiated " + pair.photons().size() + " photons, allowed is 0");
        }
        DecayProducts products =
                FinalStateRadiation.radiate(momentum(pair.plus()), momentum(pair.minus()), radiation, random);
        return new GeneratedPair(
                pair.resonance(),
                pair.origin(),
                pair.vertex(),
                pair.boson(),
                new GeneratedMuon(1, products.plus().momentum(), pair.plus().vertex()),
                new GeneratedMuon(-1, products.minus().momentum(), pair.minus().vertex()),
                products.photons());
    }

    /** The pair at another place, both muons shifted alike [mm]. */
    public static GeneratedPair shifted(GeneratedPair pair, Vec3 by) {
        GeneratedMuon plus = pair.plus();
        GeneratedMuon minus = pair.minus();
        return new GeneratedPair(
                pair.resonance(),
                pair.origin(),
                pair.vertex().plus(by),
                pair.boson(),
                new GeneratedMuon(1, plus.momentum(), plus.vertex().plus(by)),
                new GeneratedMuon(-1, minus.momentum(), minus.vertex().plus(by)),
                pair.photons());
    }

    private static FourMomentum momentum(GeneratedMuon muon) {
        return FourMomentum.of(muon.momentum(), Units.MUON_MASS);
    }
}
