package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Generates muon pairs of one resonance inside an acceptance. Immutable and shared between threads; all that is drawn
 * comes from the {@link EventRandom} of the event, so an event is the same whoever generates it.
 *
 * <p>Candidates are drawn until both muons, after radiation, are accepted. Those that cannot be accepted are not drawn
 * at all: with muons of |eta| up to h and pT from t, the pair has |y| below h, and its transverse momentum satisfies
 * pT^2 + m^2 at least 4 (t^2 + m_mu^2), m the largest mass that occurs. Radiation does not change this, but for the one
 * decay in a thousand or fewer that radiates so much that both muons fly to the same side.
 */
public final class PairGenerator {
    /** Candidates per event beyond which the acceptance counts as empty; usual are about ten. */
    private static final int MOST_CANDIDATES = 1_000_000;

    private final ProductionModel model;
    private final DecayModel decays;
    private final BeamSpot beamSpot;
    private final Acceptance acceptance;

    /** Pairs whose muons fly isotropically and radiate one photon at most. */
    public PairGenerator(ProductionModel model, BeamSpot beamSpot, Acceptance acceptance) {
        this(model, DecayModel.PLAIN, beamSpot, acceptance);
    }

    /**
     * @param acceptance of the muons after radiation; wider than that of the analysis, see
     *     {@link Acceptance#loosened()}
     */
    public PairGenerator(ProductionModel model, DecayModel decays, BeamSpot beamSpot, Acceptance acceptance) {
        this.model = model;
        this.decays = decays;
        this.beamSpot = beamSpot;
        this.acceptance = acceptance;
    }

    public Resonance resonance() {
        return model.resonance();
    }

    /** The acceptance inside which pairs are generated. */
    public Acceptance acceptance() {
        return acceptance;
    }

    /**
     * Generates the pair of an event.
     *
     * @param random the numbers of this event; the caller gives one that has not been used
     * @throws BadInputException if practically no pair can be accepted
     */
    public GeneratedPair generate(EventRandom random) {
        EventRandom more = decays.drawsMore() || model.drawsMore() ? random.branch(RandomPurpose.DECAY) : random;
        EventRandom photons = decays.drawsPhotons() ? random.branch(RandomPurpose.RADIATION) : random;
        Vec3 collision = beamSpot.sample(random);
        for (int i = 0; i < MOST_CANDIDATES; i++) {
            ProductionModel.Produced produced = produce(random, more);
            Boson boson = produced.boson();
            DecayProducts products = decays.decay(boson, random, more, photons);
            Vec3 vertex = collision.plus(produced.flight());
            GeneratedMuon plus = new GeneratedMuon(1, products.plus().momentum(), vertex);
            GeneratedMuon minus = new GeneratedMuon(-1, products.minus().momentum(), vertex);
            if (acceptance.accepts(plus) && acceptance.accepts(minus)) {
                return new GeneratedPair(
                        model.resonance(), produced.origin(), vertex, boson, plus, minus, products.photons());
            }
        }
        throw BadInputException.usage("acceptance: none of " + MOST_CANDIDATES + " " + model.resonance()
                + " decays has both muons in |eta| < " + acceptance.absEtaMax() + ", pT > " + acceptance.ptMin()
                + " GeV");
    }

    private ProductionModel.Produced produce(EventRandom random, EventRandom more) {
        double t = acceptance.ptMin();
        double leastMt2 = 4 * (t * t + Units.MUON_MASS * Units.MUON_MASS);
        return model.sample(leastMt2, acceptance.absEtaMax(), random, more);
    }
}
