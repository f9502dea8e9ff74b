package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.simulation.BlockSimulator;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;

/** One leg of each of many pairs, simulated and fitted together. Memory that is used for block after block. */
final class LegBlock {
    /**
     * Smallest curvature of a leg in units of its error. Below it 1/k has no useful mean: a few legs in a million would
     * make a mass three times too large, or a negative one after a small correction.
     */
    private static final double MIN_SIGNIFICANCE = 3;

    private final BlockSimulator simulator;
    private final BatchTrackFitter fitter;
    private final Acceptance acceptance;
    private final List<GeneratedMuon> muons = new ArrayList<>();
    private final List<EventRandom> randoms = new ArrayList<>();
    private final HitBlock hits = new HitBlock();
    private final FitBlock fits = new FitBlock();

    LegBlock(BlockSimulator simulator, BatchTrackFitter fitter, Acceptance acceptance) {
        this.simulator = simulator;
        this.fitter = fitter;
        this.acceptance = acceptance;
    }

    /** A leg that is kept, or the reason why it is not. */
    record Leg(Optional<FittedLeg> fitted, String reason) {
        private static Leg lost(String reason) {
            return new Leg(Optional.empty(), reason);
        }
    }

    void clear() {
        muons.clear();
        randoms.clear();
        hits.clear();
    }

    /** Adds a muon with its random numbers; returns its place in the block. */
    int add(GeneratedMuon muon, EventRandom random) {
        muons.add(muon);
        randoms.add(random);
        return muons.size() - 1;
    }

    /** Simulates and fits all muons. */
    void fit() {
        simulator.simulate(muons, randoms, hits);
        fitter.fit(hits, fits);
    }

    /** What became of the muon at a place. */
    Leg leg(int place, GeneratedMuon muon) {
        if (fits.status(place) != FitStatus.FITTED) {
            return Leg.lost(fits.status(place).name());
        }
        FittedLeg fitted = new FittedLeg(fits.perigee(place), fits.chi2(place), fits.ndof(place), hits.hits(place));
        if (fitted.perigee().charge() != muon.charge()) {
            return Leg.lost(LostPair.WRONG_CHARGE);
        }
        if (fitted.perigee().k() < MIN_SIGNIFICANCE * fitted.perigee().sigmaK()) {
            return Leg.lost(LostPair.UNCERTAIN_CURVATURE);
        }
        return acceptance.accepts(fitted.perigee().pt(), fitted.perigee().eta())
                ? new Leg(Optional.of(fitted), "")
                : Leg.lost(LostPair.OUTSIDE_ACCEPTANCE);
    }
}
