package org.sagitta.data.io.events;

import java.util.List;
import java.util.OptionalDouble;

/** The weights of an event, in the order of the file, the nominal one first. Immutable. */
public final class FileWeights {
    /** What events of files without weights have: one weight of 1. */
    public static final FileWeights NONE = new FileWeights(List.of("none"), new double[] {1});

    private final List<String> names;
    private final double[] values;

    /**
     * @param names as in the file; kept as they are, so that many events can share them
     * @param values as many, at least one
     */
    public FileWeights(List<String> names, double[] values) {
        if (values.length == 0 || names.size() != values.length) {
            throw new IllegalArgumentException(names.size() + " names for " + values.length + " weights");
        }
        this.names = List.copyOf(names);
        this.values = values.clone();
    }

    /** The weight that the generator means when it speaks of one: the first. */
    public double nominal() {
        return values[0];
    }

    public int size() {
        return values.length;
    }

    public List<String> names() {
        return names;
    }

    public double value(int i) {
        return values[i];
    }

    /** The weight of that name; empty if there is none. */
    public OptionalDouble value(String name) {
        int i = names.indexOf(name);
        return i < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[i]);
    }
}
