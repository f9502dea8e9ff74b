package org.sagitta.validation.pipeline;

import java.util.Map;
import java.util.TreeMap;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.validation.study.PairSample;

/** Fills a sample with the wanted number of accepted pairs and counts the others by reason. */
final class SampleMaker {
    /** A pair whose measured legs are outside the acceptance; expected, since generation reaches a little further. */
    static final String OUTSIDE_ACCEPTANCE = "OUTSIDE_ACCEPTANCE";

    private final Acceptance acceptance;
    private final PairSample.Builder pairs;
    private final PairSink sink;
    private final int wanted;
    private final ProgressListener progress;
    private final String stage;
    private final Map<String, Long> rejected = new TreeMap<>();

    SampleMaker(Acceptance acceptance, int wanted, PairSink sink, ProgressListener progress, String stage) {
        this.acceptance = acceptance;
        this.wanted = wanted;
        this.pairs = PairSample.builder(wanted);
        this.sink = sink;
        this.progress = progress;
        this.stage = stage;
    }

    /** A sample and how many pairs did not make it, by reason. */
    record Made(PairSample sample, Map<String, Long> rejected) {}

    Made make(PairStream stream, PairSource source) throws InterruptedException {
        progress.progress(stage, 0, wanted);
        if (wanted > 0) {
            stream.run(source, this::take);
        }
        sink.close();
        return new Made(pairs.build(), rejected);
    }

    private boolean take(PairOutcome outcome) {
        if (outcome instanceof FittedPair pair && accepts(pair)) {
            pairs.add(pair.dimuon(), pair.truth());
            sink.add(pair);
            progress.progress(stage, pairs.size(), wanted);
        } else {
            String reason = outcome instanceof LostPair lost ? lost.reason() : OUTSIDE_ACCEPTANCE;
            rejected.merge(reason, 1L, Long::sum);
        }
        return !pairs.isFull();
    }

    private boolean accepts(FittedPair pair) {
        return accepts(pair.plus()) && accepts(pair.minus());
    }

    private boolean accepts(FittedLeg leg) {
        return acceptance.accepts(leg.perigee().pt(), leg.perigee().eta());
    }
}
