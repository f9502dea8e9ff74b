package org.sagitta.validation.pipeline;

import java.util.Map;
import java.util.TreeMap;
import org.sagitta.validation.study.PairSample;

/** Fills a sample with the wanted number of accepted pairs and counts the others by reason. */
final class SampleMaker {
    private final PairSample.Builder pairs;
    private final PairSink sink;
    private final int wanted;
    private final ProgressListener progress;
    private final String stage;
    private final Map<String, Long> rejected = new TreeMap<>();

    SampleMaker(int wanted, PairSink sink, ProgressListener progress, String stage) {
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
        if (outcome instanceof FittedPair pair) {
            pairs.add(pair.dimuon(), pair.truth());
            sink.add(pair);
            progress.progress(stage, pairs.size(), wanted);
        } else if (outcome instanceof LostPair lost) {
            rejected.merge(lost.reason(), 1L, Long::sum);
        }
        return !pairs.isFull();
    }
}
