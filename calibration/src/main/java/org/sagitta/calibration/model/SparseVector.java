package org.sagitta.calibration.model;

/**
 * A vector with few entries that are not zero: the derivative of a curvature or of a mass with respect to the
 * parameters. Working memory for hot loops: it has a fixed capacity, is refilled for every event, and belongs to one
 * thread. No index occurs twice.
 */
public final class SparseVector {
    private final int[] indices;
    private final double[] values;
    private int size;

    /** An empty vector with room for {@code capacity} entries. */
    public SparseVector(int capacity) {
        indices = new int[capacity];
        values = new double[capacity];
    }

    /** Removes all entries. */
    public void clear() {
        size = 0;
    }

    /** Appends an entry whose index does not occur yet. */
    public void append(int index, double value) {
        indices[size] = index;
        values[size] = value;
        size++;
    }

    /** Adds {@code scale} times another vector. */
    public void addScaled(double scale, SparseVector other) {
        int before = size;
        for (int a = 0; a < other.size; a++) {
            int slot = find(other.indices[a], before);
            double value = scale * other.values[a];
            if (slot < 0) {
                append(other.indices[a], value);
            } else {
                values[slot] += value;
            }
        }
    }

    private int find(int index, int upTo) {
        for (int slot = 0; slot < upTo; slot++) {
            if (indices[slot] == index) {
                return slot;
            }
        }
        return -1;
    }

    /** Scalar product with a dense vector. */
    public double dot(double[] dense) {
        double sum = 0;
        for (int slot = 0; slot < size; slot++) {
            sum += values[slot] * dense[indices[slot]];
        }
        return sum;
    }

    /** Number of entries. */
    public int size() {
        return size;
    }

    /** Index of the entry in a slot below {@link #size()}. */
    public int index(int slot) {
        return indices[slot];
    }

    /** Value of the entry in a slot below {@link #size()}. */
    public double value(int slot) {
        return values[slot];
    }

    /** All {@code dimension} entries, zeros included. */
    public double[] toDense(int dimension) {
        double[] dense = new double[dimension];
        for (int slot = 0; slot < size; slot++) {
            dense[indices[slot]] = values[slot];
        }
        return dense;
    }
}
