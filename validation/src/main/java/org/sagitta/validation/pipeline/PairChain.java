package org.sagitta.validation.pipeline;

import java.util.Optional;
import org.sagitta.data.generation.Acceptance;
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
    /**
     * Smallest curvature of a leg in units of its error. Below it 1/k has no useful mean: a few legs in a million would
     * make a mass three times too large, or a negative one after a small correction.
     */
    private static final double MIN_SIGNIFICANCE = 3;

    private final PairGenerator generator;
    private final TrackSimulator simulator;
    private final TrackFitter fitter;
    private final Acceptance acceptance;
    private final DimuonFit vertex = new DimuonFit();
    private final long seed;
    private final RandomStream generation;
    private final RandomStream plusStream;
    private final RandomStream minusStream;

    /**
     * @param acceptance of measured legs
     * @param sample name that, with the seed, decides all random numbers
     */
    PairChain(
            PairGenerator generator,
            TrackSimulator simulator,
            TrackFitter fitter,
            Acceptance acceptance,
            long seed,
            String sample) {
        this.generator = generator;
        this.simulator = simulator;
        this.fitter = fitter;
        this.acceptance = acceptance;
        this.seed = seed;
        this.generation = RandomStream.of(sample, RandomPurpose.GENERATION);
        this.plusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_PLUS);
        this.minusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_MINUS);
    }

    PairOutcome event(long number) {
        GeneratedPair pair = generator.generate(EventRandom.of(seed, generation, number));
        Leg plus = leg(pair.plus(), plusStream, number);
        // the second muon is not worth its time when the first is not accepted
        Leg minus = plus.fitted.isEmpty() ? plus : leg(pair.minus(), minusStream, number);
        if (plus.fitted.isEmpty() || minus.fitted.isEmpty()) {
            return new LostPair(minus.reason);
        }
        FittedLeg a = plus.fitted.get();
        FittedLeg b = minus.fitted.get();
        return new FittedPair(number, pair, a, b, vertex.fit(a.perigee(), b.perigee()));
    }

    /** An accepted leg, or the reason why there is none. */
    private record Leg(Optional<FittedLeg> fitted, String reason) {
        static Leg lost(String reason) {
            return new Leg(Optional.empty(), reason);
        }
    }

    private Leg leg(GeneratedMuon muon, RandomStream stream, long number) {
        FitResult result = fitter.fit(
                simulator.simulate(muon, EventRandom.of(seed, stream, number)).hits());
        if (result instanceof FitFailure failure) {
            return Leg.lost(failure.reason().name());
        }
        FittedLeg fitted = FittedLeg.of((FittedTrack) result);
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
