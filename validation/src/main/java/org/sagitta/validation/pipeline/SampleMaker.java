package org.sagitta.validation.pipeline;

import java.util.Map;
import java.util.TreeMap;
import org.sagitta.geometry.input.BadInputException;

/**
 * Fills a sample with the wanted number of accepted pairs and counts the others by reason. It gives up when hardly any
 * pair is accepted, since it would go on for ever.
 */
final class SampleMaker {
    private final ScratchPairs pairs;
    private final PairSink sink;
    private final int wanted;
    private final ProgressListener progress;
    private final String stage;
    private final Map<String, Long> rejected = new TreeMap<>();
    private long events;

    /** @param pairs empty; filled with the wanted number */
    SampleMaker(ScratchPairs pairs, int wanted, PairSink sink, ProgressListener progress, String stage) {
        this.wanted = wanted;
        this.pairs = pairs;
        this.sink = sink;
        this.progress = progress;
        this.stage = stage;
    }

    /**
     * Fills the sample; returns how many pairs did not make it, by reason.
     *
     * @throws BadInputException if fewer than one of 10^4 events are accepted pairs
     */
    Map<String, Long> make(PairStream stream, PairSource source) throws InterruptedException {
        progress.progress(stage, 0, wanted);
        if (wanted > 0) {
            stream.run(source, this::take);
        }
        sink.close();
        pairs.complete();
        return rejected;
    }

    private boolean take(PairOutcome outcome) {
        events++;
        if (outcome instanceof FittedPair pair) {
            pairs.add(pair.dimuon(), pair.truth());
            sink.add(pair);
            progress.progress(stage, pairs.size(), wanted);
        } else if (outcome instanceof LostPair lost) {
            rejected.merge(lost.reason(), 1L, Long::sum);
        }
        Patience.require(stage, pairs.size(), events, "not accepted, by reason: " + rejected);
        return pairs.size() < wanted;
    }
}
