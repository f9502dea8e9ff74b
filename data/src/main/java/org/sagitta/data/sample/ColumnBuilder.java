package org.sagitta.data.sample;

/** Collects the values of a column one by one. Mutable, for one thread, used once. */
public final class ColumnBuilder {
    private static final int FIRST_CAPACITY = 1024;

    private final ColumnSpec spec;
    private Object values;
    private int capacity = FIRST_CAPACITY;
    private int length;

    public ColumnBuilder(ColumnSpec spec) {
        this.spec = spec;
        this.values = spec.type().newArray(FIRST_CAPACITY);
    }

    /** Appends to a column of numbers with fraction. */
    public void add(double value) {
        makeRoom();
        spec.type().put(values, length++, value);
    }

    /** Appends a whole number, checked against the range of the column. */
    public void addWhole(long value) {
        makeRoom();
        spec.type().put(values, length++, value);
    }

    /** Number of values so far. */
    public int length() {
        return length;
    }

    /** The column of all values so far; the builder must not be used afterwards. */
    public Column build() {
        return Column.owning(spec, spec.type().copyOf(values, length), length);
    }

    private void makeRoom() {
        if (length == capacity) {
            capacity = Math.multiplyExact(2, capacity);
            values = spec.type().copyOf(values, capacity);
        }
    }
}
