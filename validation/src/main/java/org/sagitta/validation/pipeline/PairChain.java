package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.kalman.vertex.DimuonFit;
import org.sagitta.validation.pipeline.LegBlock.Leg;

/**
 * The way of a block of pairs: simulate both muons in the true world, fit them in the reconstruction, join them. The muon that is
 * less likely to be accepted comes first, so that the other one need not be made when it is not. Owned by one thread at a time; an
 * event is the same whichever chain makes it.
 */
final class PairChain {
    private final LegBlock block;
    private final Acceptance acceptance;
    private final DimuonFit vertex = new DimuonFit();
    private final long seed;
    private final RandomStream plusStream;
    private final RandomStream minusStream;

    /**
     * @param acceptance of measured legs
     * @param sample name that, with the seed, decides all random numbers
     */
    PairChain(LegBlock block, Acceptance acceptance, long seed, String sample) {
        this.block = block;
        this.acceptance = acceptance;
        this.seed = seed;
        this.plusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_PLUS);
        this.minusStream = RandomStream.of(sample, RandomPurpose.SIMULATION_MINUS);
    }

    /** A pair and which of its muons comes first. */
    private record OrderedPair(NumberedPair numbered, GeneratedMuon first, GeneratedMuon second) {}

    private OrderedPair ordered(NumberedPair numbered) {
        GeneratedMuon plus = numbered.pair().plus();
        GeneratedMuon minus = numbered.pair().minus();
        return acceptance.depth(plus) <= acceptance.depth(minus)
                ? new OrderedPair(numbered, plus, minus)
                : new OrderedPair(numbered, minus, plus);
    }

    /** What becomes of the pairs, in their order. */
    List<PairOutcome> outcomes(List<NumberedPair> numbered) {
        List<OrderedPair> pairs = numbered.stream().map(this::ordered).toList();
        List<Leg> first = firstLegs(pairs);
        List<Leg> second = secondLegs(pairs, first);
        List<PairOutcome> outcomes = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            boolean plusFirst = pairs.get(i).first().charge() > 0;
            Leg plus = plusFirst ? first.get(i) : second.get(i);
            Leg minus = plusFirst ? second.get(i) : first.get(i);
            outcomes.add(joined(numbered.get(i), plus, minus));
        }
        return outcomes;
    }

    private List<Leg> firstLegs(List<OrderedPair> pairs) {
        block.clear();
        for (OrderedPair pair : pairs) {
            block.add(pair.first(), random(pair.numbered(), pair.first()));
        }
        return block.fit();
    }

    /** The second muon is not worth its time when the first is not accepted; it shares the reason then. */
    private List<Leg> secondLegs(List<OrderedPair> pairs, List<Leg> first) {
        block.clear();
        int[] place = new int[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            OrderedPair pair = pairs.get(i);
            place[i] = first.get(i).fitted().isEmpty()
                    ? -1
                    : block.add(pair.second(), random(pair.numbered(), pair.second()));
        }
        List<Leg> made = block.fit();
        List<Leg> legs = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            legs.add(place[i] < 0 ? first.get(i) : made.get(place[i]));
        }
        return legs;
    }

    private EventRandom random(NumberedPair pair, GeneratedMuon muon) {
        return EventRandom.of(seed, muon.charge() > 0 ? plusStream : minusStream, pair.event(), pair.chances());
    }

    private PairOutcome joined(NumberedPair pair, Leg plus, Leg minus) {
        if (plus.fitted().isEmpty() || minus.fitted().isEmpty()) {
            return new LostPair(plus.fitted().isEmpty() ? plus.reason() : minus.reason());
        }
        FittedLeg a = plus.fitted().get();
        FittedLeg b = minus.fitted().get();
        return new FittedPair(pair.event(), pair.pair(), a, b, vertex.fit(a.perigee(), b.perigee()));
    }
}
