package org.sagitta.data.scenario;

/** Numbers from {@code low} to {@code high}, both included. */
record NumberRange(double low, double high) {
    boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** For messages: "from 0 to 1". */
    String words() {
        return "from " + plain(low) + " to " + plain(high);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
