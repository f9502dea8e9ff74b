package org.sagitta.validation.pipeline;

/**
 * When a sample is complete.
 *
 * @param wantedPairs after so many accepted pairs
 * @param wantedEvents or after so many events, whatever became of them
 */
record StopRule(long wantedPairs, long wantedEvents) {

    static StopRule pairs(long pairs) {
        return new StopRule(pairs, Long.MAX_VALUE);
    }

    static StopRule events(long events) {
        return new StopRule(Long.MAX_VALUE, events);
    }

    boolean isComplete(long pairs, long events) {
        return pairs >= wantedPairs || events >= wantedEvents;
    }

    /** How far a sample is, for people. */
    void report(ProgressListener progress, String stage, long pairs, long events) {
        if (wantedPairs < Long.MAX_VALUE) {
            progress.progress(stage, pairs, wantedPairs);
        } else {
            progress.progress(stage, events, wantedEvents);
        }
    }
}
