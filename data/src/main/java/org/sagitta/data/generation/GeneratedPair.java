package org.sagitta.data.generation;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * One true event.
 *
 * @param origin where the pair comes from; for a continuum, {@code boson} is the sum of the muons before radiation
 * @param vertex common vertex of both muons [mm]
 * @param boson the resonance before its decay
 * @param photons what the muons radiated; their sum is {@code boson.momentum()} minus both muons
 */
public record GeneratedPair(
        Resonance resonance,
        Origin origin,
        Vec3 vertex,
        Boson boson,
        GeneratedMuon plus,
        GeneratedMuon minus,
        List<FourMomentum> photons) {
    private static final int PHOTON_PDG_ID = 22;

    public GeneratedPair {
        photons = List.copyOf(photons);
    }

    /**
     * Particle number of the boson in the scheme of the Particle Data Group: that of the resonance, or 22, a virtual
     * photon, for the continuum.
     */
    public int bosonPdgId() {
        return origin == Origin.CONTINUUM ? PHOTON_PDG_ID : resonance.pdgId();
    }

    /** Sum of the four-momenta of the photons. */
    public FourMomentum photon() {
        return FourMomentum.sum(photons);
    }

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
