package org.sagitta.data.sample;

/** Named values of one type; immutable. */
public final class Column {
    private final ColumnSpec spec;
    private final Object values;
    private final int length;

    private Column(ColumnSpec spec, Object values, int length) {
        this.spec = spec;
        this.values = values;
        this.length = length;
    }

    /**
     * A column over a copy of an array.
     *
     * @param values {@code float[]}, {@code double[]}, {@code short[]}, {@code int[]}, {@code long[]} or {@code byte[]},
     *     as the type of the column wants it
     */
    public static Column of(ColumnSpec spec, Object values) {
        int length = java.lang.reflect.Array.getLength(values);
        if (!values.getClass().equals(spec.type().newArray(0).getClass())) {
            throw new IllegalArgumentException("column " + spec.name() + " of type " + spec.type() + " cannot hold "
                    + values.getClass().getSimpleName());
        }
        return new Column(spec, spec.type().copyOf(values, length), length);
    }

    /** Takes over an array that nobody else keeps. */
    static Column owning(ColumnSpec spec, Object values, int length) {
        return new Column(spec, values, length);
    }

    public ColumnSpec spec() {
        return spec;
    }

    public String name() {
        return spec.name();
    }

    public int length() {
        return length;
    }

    /** The value at a position, as the nearest double. */
    public double number(int index) {
        return spec.type().getDouble(values, index);
    }

    /** The value at a position of a column of whole numbers; of {@link ColumnType#UINT64} the bits. */
    public long whole(int index) {
        return spec.type().getLong(values, index);
    }

    /** All values as doubles. */
    public double[] toDoubles() {
        double[] copy = new double[length];
        for (int i = 0; i < length; i++) {
            copy[i] = number(i);
        }
        return copy;
    }

    /** A copy of the values in a Java array of the type of the column. */
    public Object toArray() {
        return spec.type().copyOf(values, length);
    }
}
