package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;

/** An event as it comes into the chain. */
sealed interface FeedEvent {

    /** An event with a pair; {@code weight} is that of its generator. */
    record WithPair(NumberedPair numbered, double weight) implements FeedEvent {}

    /** An event of a file in which there is no pair; the reason is for counting. */
    record WithoutPair(String reason) implements FeedEvent {}

    /** The pairs of those that have one. */
    static List<NumberedPair> pairs(List<FeedEvent> events) {
        List<NumberedPair> pairs = new ArrayList<>(events.size());
        for (FeedEvent event : events) {
            if (event instanceof WithPair with) {
                pairs.add(with.numbered());
            }
        }
        return pairs;
    }
}
