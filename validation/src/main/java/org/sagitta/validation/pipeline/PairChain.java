package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.kalman.vertex.DimuonFit;
import org.sagitta.validation.pipeline.LegBlock.Leg;

/**
 * The way of a block of pairs: simulate both muons in the true world, fit them in the reconstruction, join them. Owned by one thread at a time; an event is the same whichever chain makes it.
 */
final class PairChain {
    private final LegBlock plusLegs;
    private final LegBlock minusLegs;
    private final DimuonFit vertex = new DimuonFit();
    private final long seed;
    private final RandomStream plusStream;
    private final RandomStream minusStream;

    /** @param sample name that, with the seed, decides all random numbers */
    PairChain(LegBlock plusLegs, LegBlock minusLegs, long seed, String sample) {
        this.plusLegs = plusLegs;
        this.minusLegs = minusLegs;
        this.seed = seed;
        this.plusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_PLUS);
        this.minusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_MINUS);
    }

    /** What becomes of the pairs, in their order. */
    List<PairOutcome> outcomes(List<NumberedPair> pairs) {
        List<Leg> plus = plusLegs(pairs);
        List<Leg> minus = minusLegs(pairs, plus);
        List<PairOutcome> outcomes = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            outcomes.add(joined(pairs.get(i), plus.get(i), minus.get(i)));
        }
        return outcomes;
    }

    private List<Leg> plusLegs(List<NumberedPair> pairs) {
        plusLegs.clear();
        for (int i = 0; i < pairs.size(); i++) {
            plusLegs.add(pairs.get(i).pair().plus(), random(pairs.get(i), plusStream));
        }
        plusLegs.fit();
        List<Leg> legs = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            legs.add(plusLegs.leg(i, pairs.get(i).pair().plus()));
        }
        return legs;
    }

    private EventRandom random(NumberedPair pair, RandomStream stream) {
        return EventRandom.of(seed, stream, pair.event(), pair.chances());
    }

    /** The second muon is not worth its time when the first is not accepted; it shares the reason then. */
    private List<Leg> minusLegs(List<NumberedPair> pairs, List<Leg> plus) {
        minusLegs.clear();
        int[] place = new int[pairs.size()];
        for (int i = 0; i < plus.size(); i++) {
            place[i] = plus.get(i).fitted().isEmpty()
                    ? -1
                    : minusLegs.add(pairs.get(i).pair().minus(), random(pairs.get(i), minusStream));
        }
        minusLegs.fit();
        List<Leg> legs = new ArrayList<>(pairs.size());
        for (int i = 0; i < plus.size(); i++) {
            legs.add(
                    place[i] < 0
                            ? plus.get(i)
                            : minusLegs.leg(place[i], pairs.get(i).pair().minus()));
        }
        return legs;
    }

    private PairOutcome joined(NumberedPair pair, Leg plus, Leg minus) {
        if (plus.fitted().isEmpty() || minus.fitted().isEmpty()) {
            return new LostPair(minus.reason());
        }
        FittedLeg a = plus.fitted().get();
        FittedLeg b = minus.fitted().get();
        return new FittedPair(pair.event(), pair.pair(), a, b, vertex.fit(a.perigee(), b.perigee()));
    }
}
