package org.sagitta.validation.pipeline;

import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.kalman.fit.FitFailure;
import org.sagitta.kalman.fit.FitResult;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.vertex.DimuonFit;

/**
 * The way of one event: generate, simulate both muons in the true world, fit them in the reconstruction, join them. Owned
 * by one thread; an event is the same whichever chain makes it.
 */
final class PairChain {
    private final PairGenerator generator;
    private final TrackSimulator simulator;
    private final TrackFitter fitter;
    private final DimuonFit vertex = new DimuonFit();
    private final long seed;
    private final RandomStream generation;
    private final RandomStream plusStream;
    private final RandomStream minusStream;

    /** @param sample name that, with the seed, decides all random numbers */
    PairChain(PairGenerator generator, TrackSimulator simulator, TrackFitter fitter, long seed, String sample) {
        this.generator = generator;
        this.simulator = simulator;
        this.fitter = fitter;
        this.seed = seed;
        this.generation = RandomStream.of(sample, RandomPurpose.GENERATION);
        this.plusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_PLUS);
        this.minusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_MINUS);
    }

    PairOutcome event(long number) {
        GeneratedPair pair = generator.generate(EventRandom.of(seed, generation, number));
        FitResult plus = track(pair.plus(), plusStream, number);
        if (plus instanceof FitFailure failure) {
            return new LostPair(failure.reason().name());
        }
        FitResult minus = track(pair.minus(), minusStream, number);
        if (minus instanceof FitFailure failure) {
            return new LostPair(failure.reason().name());
        }
        return join(number, pair, FittedLeg.of((FittedTrack) plus), FittedLeg.of((FittedTrack) minus));
    }

    private FitResult track(GeneratedMuon muon, RandomStream stream, long number) {
        return fitter.fit(
                simulator.simulate(muon, EventRandom.of(seed, stream, number)).hits());
    }

    private PairOutcome join(long number, GeneratedPair pair, FittedLeg plus, FittedLeg minus) {
        if (plus.perigee().charge() != 1 || minus.perigee().charge() != -1) {
            return new LostPair(LostPair.WRONG_CHARGE);
        }
        return new FittedPair(number, pair, plus, minus, vertex.fit(plus.perigee(), minus.perigee()));
    }
}
