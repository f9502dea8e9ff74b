package org.sagitta.data.generation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * One true event.
 *
 * @param vertex common vertex of both muons [mm]
 * @param boson the resonance before its decay
 * @param photon the radiated photon, {@code boson.momentum()} minus both muons
 */
public record GeneratedPair(
        Resonance resonance, Vec3 vertex, Boson boson, GeneratedMuon plus, GeneratedMuon minus, FourMomentum photon) {

    /** Invariant mass of the two muons after radiation [GeV]. */
    public double mass() {
        return dimuon().mass();
    }

    /** Sum of the four-momenta of the muons. */
    public FourMomentum dimuon() {
        return FourMomentum.of(plus.momentum(), Units.MUON_MASS)
                .plus(FourMomentum.of(minus.momentum(), Units.MUON_MASS));
    }
}
