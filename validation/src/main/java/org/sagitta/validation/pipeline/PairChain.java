package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.kalman.vertex.DimuonFit;
import org.sagitta.validation.pipeline.LegBlock.Leg;

/**
 * The way of a block of events: generate, simulate both muons in the true world, fit them in the reconstruction, join
 * them. Owned by one thread at a time; an event is the same whichever chain makes it.
 */
final class PairChain {
    private final PairGenerator generator;
    private final LegBlock plusLegs;
    private final LegBlock minusLegs;
    private final DimuonFit vertex = new DimuonFit();
    private final long seed;
    private final RandomStream generation;
    private final RandomStream plusStream;
    private final RandomStream minusStream;

    /** @param sample name that, with the seed, decides all random numbers */
    PairChain(PairGenerator generator, LegBlock plusLegs, LegBlock minusLegs, long seed, String sample) {
        this.generator = generator;
        this.plusLegs = plusLegs;
        this.minusLegs = minusLegs;
        this.seed = seed;
        this.generation = RandomStream.of(sample, RandomPurpose.GENERATION);
        this.plusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_PLUS);
        this.minusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_MINUS);
    }

    /** Events {@code first} to {@code first + count - 1}. */
    List<PairOutcome> events(long first, int count) {
        List<GeneratedPair> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pairs.add(generator.generate(EventRandom.of(seed, generation, first + i)));
        }
        List<Leg> plus = plusLegs(pairs, first);
        List<Leg> minus = minusLegs(pairs, plus, first);
        List<PairOutcome> outcomes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            outcomes.add(joined(first + i, pairs.get(i), plus.get(i), minus.get(i)));
        }
        return outcomes;
    }

    private List<Leg> plusLegs(List<GeneratedPair> pairs, long first) {
        plusLegs.clear();
        for (int i = 0; i < pairs.size(); i++) {
            plusLegs.add(pairs.get(i).plus(), seed, plusStream, first + i);
        }
        plusLegs.fit();
        List<Leg> legs = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            legs.add(plusLegs.leg(i, pairs.get(i).plus()));
        }
        return legs;
    }

    /** The second muon is not worth its time when the first is not accepted; it shares the reason then. */
    private List<Leg> minusLegs(List<GeneratedPair> pairs, List<Leg> plus, long first) {
        minusLegs.clear();
        int[] place = new int[pairs.size()];
        for (int i = 0; i < plus.size(); i++) {
            place[i] = plus.get(i).fitted().isEmpty()
                    ? -1
                    : minusLegs.add(pairs.get(i).minus(), seed, minusStream, first + i);
        }
        minusLegs.fit();
        List<Leg> legs = new ArrayList<>(pairs.size());
        for (int i = 0; i < plus.size(); i++) {
            legs.add(
                    place[i] < 0
                            ? plus.get(i)
                            : minusLegs.leg(place[i], pairs.get(i).minus()));
        }
        return legs;
    }

    private PairOutcome joined(long event, GeneratedPair pair, Leg plus, Leg minus) {
        if (plus.fitted().isEmpty() || minus.fitted().isEmpty()) {
            return new LostPair(minus.reason());
        }
        FittedLeg a = plus.fitted().get();
        FittedLeg b = minus.fitted().get();
        return new FittedPair(event, pair, a, b, vertex.fit(a.perigee(), b.perigee()));
    }
}
