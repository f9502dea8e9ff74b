package org.sagitta.validation.pipeline;

import java.util.Map;
import java.util.TreeMap;
import org.sagitta.geometry.input.BadInputException;

/**
 * Fills a sample with accepted pairs until there are enough and counts the others by reason. It gives up when hardly any
 * pair is accepted, since it would go on for ever.
 */
final class SampleMaker {
    private final ScratchPairs pairs;
    private final PairSink sink;
    private final StopRule stop;
    private final ProgressListener progress;
    private final String stage;
    private final Map<String, Long> rejected = new TreeMap<>();
    private long events;

    /** @param pairs empty; filled until the rule says that it is complete */
    SampleMaker(ScratchPairs pairs, StopRule stop, PairSink sink, ProgressListener progress, String stage) {
        this.stop = stop;
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
        stop.report(progress, stage, 0, 0);
        if (!stop.isComplete(0, 0)) {
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
            stop.report(progress, stage, pairs.size(), events);
        } else if (outcome instanceof LostPair lost) {
            rejected.merge(lost.reason(), 1L, Long::sum);
        }
        Patience.require(stage, pairs.size(), events, "not accepted, by reason: " + rejected);
        return !stop.isComplete(pairs.size(), events);
    }

    /** Events made so far, accepted or not. */
    long events() {
        return events;
    }
}
