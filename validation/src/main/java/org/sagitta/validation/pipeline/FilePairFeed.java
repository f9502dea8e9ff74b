package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.external.LeadingPair;
import org.sagitta.data.external.PairChange;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.io.events.EventReader;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.input.BadInputException;

/**
 * The pairs of a file, read once from its start to its end. Events are numbered by their place in the file, from 0. Blocks
 * that are asked for out of order are read in order and kept until they are asked for, which are as many as threads wait.
 */
final class FilePairFeed implements PairFeed, AutoCloseable {
    private final Scenario scenario;
    private final SimulationInput.EventFile input;
    private final EventReader reader;
    private final long size;
    private final long seed;
    private final RandomStream stream;
    private final Map<Long, List<ExternalEvent>> waiting = new HashMap<>();
    private long next;
    private @Nullable RuntimeException failure;

    /** @param sample name that, with the seed, decides all random numbers */
    FilePairFeed(Scenario scenario, SimulationInput.EventFile input, EventReader reader, long seed, String sample) {
        this.scenario = scenario;
        this.input = input;
        this.reader = reader;
        this.size = Math.max(1, input.bytes());
        this.seed = seed;
        this.stream = RandomStream.of(sample, RandomPurpose.RADIATION);
    }

    @Override
    public List<FeedEvent> events(long first, int count) {
        List<ExternalEvent> read = block(first, count);
        List<FeedEvent> events = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            events.add(event(first + i, read.get(i)));
        }
        return events;
    }

    /** Fails as it failed before, if it did: so all threads tell the first thing that is wrong with the file. */
    private synchronized List<ExternalEvent> block(long first, int count) {
        RuntimeException before = failure;
        if (before != null) {
            throw before;
        }
        try {
            while (next <= first) {
                waiting.put(next, read(count));
                next += count;
            }
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        List<ExternalEvent> asked = waiting.remove(first);
        if (asked == null) {
            throw new IllegalStateException("events from " + first + " on have been given already");
        }
        return asked;
    }

    private List<ExternalEvent> read(int count) {
        List<ExternalEvent> block = new ArrayList<>(count);
        while (block.size() < count && next + block.size() < input.mostEvents()) {
            Optional<ExternalEvent> event = reader.next();
            if (event.isEmpty()) {
                break;
            }
            requireBare(event.get());
            block.add(event.get());
        }
        return block;
    }

    private void requireBare(ExternalEvent event) {
        if (input.radiation() == SimulationInput.AddedRadiation.ADDED
                && event.photons().count() > 0) {
            throw BadInputException.usage("--radiation added: the event at line " + event.line() + " of " + input.path()
                    + " has " + event.photons().count() + " photons of its muons already, must have none, or radiation"
                    + " would count twice");
        }
    }

    private FeedEvent event(long number, ExternalEvent event) {
        Optional<GeneratedPair> pair = LeadingPair.of(event);
        if (pair.isEmpty()) {
            return new FeedEvent.WithoutPair(LeadingPair.lack(event));
        }
        EventRandom random = EventRandom.of(seed, stream, number);
        GeneratedPair placed = input.vertices() == SimulationInput.Vertices.SCENARIO
                ? PairChange.shifted(pair.get(), scenario.beamSpot().sample(random.branch(RandomPurpose.GENERATION)))
                : pair.get();
        return new FeedEvent.WithPair(
                new NumberedPair(number, radiated(placed, random)),
                event.weights().nominal());
    }

    private GeneratedPair radiated(GeneratedPair pair, EventRandom random) {
        if (input.radiation() == SimulationInput.AddedRadiation.NONE) {
            return pair;
        }
        return PairChange.radiating(pair, scenario.generation().radiation(), random);
    }

    @Override
    public synchronized long used() {
        return Math.min(size, reader.bytesRead());
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized void close() {
        reader.close();
    }
}
