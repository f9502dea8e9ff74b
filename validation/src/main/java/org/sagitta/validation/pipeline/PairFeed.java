package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;

/** Where the pairs of a sample come from: a generator or a file. Shared between threads; the same for whoever asks. */
interface PairFeed {

    /**
     * Events {@code first} to {@code first + count - 1}, each asked for once, without gaps but perhaps not in order;
     * fewer where the events end.
     */
    List<FeedEvent> events(long first, int count);

    /** How far the feed has been used up, for people: from 0 to {@link #size}. */
    default long used() {
        return 0;
    }

    /** See {@link #used}; 0 if it never ends. */
    default long size() {
        return 0;
    }

    /** The events of another feed, each pair twice in a row: as it is and mirrored. */
    static PairFeed twins(PairFeed feed) {
        return (first, count) -> {
            List<FeedEvent> events = new ArrayList<>(2 * count);
            for (FeedEvent event : feed.events(first, count)) {
                events.add(event);
                if (event instanceof FeedEvent.WithPair with) {
                    events.add(new FeedEvent.WithPair(with.numbered().mirrored(), with.weight()));
                }
            }
            return events;
        };
    }

    /** As many events as are wanted, each with a pair of weight 1, drawn from the numbers of the event. */
    static PairFeed generated(PairGenerator generator, long seed, String sample) {
        RandomStream stream = RandomStream.of(sample, RandomPurpose.GENERATION);
        return (first, count) -> {
            List<FeedEvent> events = new ArrayList<>(count);
            for (long event = first; event < first + count; event++) {
                NumberedPair pair = new NumberedPair(event, generator.generate(EventRandom.of(seed, stream, event)));
                events.add(new FeedEvent.WithPair(pair, 1));
            }
            return events;
        };
    }
}
