package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.simulation.BlockSimulator;
import org.sagitta.data.simulation.FlightOrder;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.lanes.HoleFinder;

/**
 * One leg of each of many pairs, simulated and fitted together: in the order of their directions, and some hundred at a time, so that
 * hits and sensors are still near in memory when the fit takes its turn. Memory that is used for block after block.
 */
final class LegBlock {
    /**
     * Smallest curvature of a leg in units of its error. Below it 1/k has no useful mean: a few legs in a million would
     * make a mass three times too large, or a negative one after a small correction.
     */
    private static final double MIN_SIGNIFICANCE = 3;

    /** Muons that are fitted as soon as they are simulated. */
    private static final int BATCH = 256;

    private final BlockSimulator simulator;
    private final HoleFinder holes;
    private final BatchTrackFitter fitter;
    private final Acceptance acceptance;
    private final List<GeneratedMuon> muons = new ArrayList<>();
    private final List<EventRandom> randoms = new ArrayList<>();
    private final List<GeneratedMuon> batch = new ArrayList<>(BATCH);
    private final List<EventRandom> batchRandoms = new ArrayList<>(BATCH);
    private final HitBlock hits = new HitBlock();
    /** The same hits and the holes between them. */
    private final HitBlock planes = new HitBlock();

    private final FitBlock fits = new FitBlock();

    LegBlock(BlockSimulator simulator, HoleFinder holes, BatchTrackFitter fitter, Acceptance acceptance) {
        this.simulator = simulator;
        this.holes = holes;
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
    }

    /** Adds a muon with its random numbers; returns its place in the block. */
    int add(GeneratedMuon muon, EventRandom random) {
        muons.add(muon);
        randoms.add(random);
        return muons.size() - 1;
    }

    /** Simulates and fits all muons; what became of them, in their order. */
    List<Leg> fit() {
        Leg[] legs = new Leg[muons.size()];
        int[] order = FlightOrder.of(muons);
        for (int first = 0; first < order.length; first += BATCH) {
            fit(Arrays.copyOfRange(order, first, Math.min(first + BATCH, order.length)), legs);
        }
        return Arrays.asList(legs);
    }

    /** Simulates and fits the muons at some places. */
    private void fit(int[] places, Leg[] legs) {
        batch.clear();
        batchRandoms.clear();
        for (int place : places) {
            batch.add(muons.get(place));
            batchRandoms.add(randoms.get(place));
        }
        hits.clear();
        simulator.simulate(batch, batchRandoms, hits);
        planes.clear();
        holes.addHoles(hits, planes);
        fitter.fit(planes, fits);
        for (int track = 0; track < places.length; track++) {
            legs[places[track]] = leg(track, batch.get(track));
        }
    }

    private Leg leg(int track, GeneratedMuon muon) {
        if (fits.status(track) != FitStatus.FITTED) {
            return Leg.lost(fits.status(track).name());
        }
        FittedLeg fitted = new FittedLeg(fits.perigee(track), fits.chi2(track), fits.ndof(track), hits.hits(track));
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
