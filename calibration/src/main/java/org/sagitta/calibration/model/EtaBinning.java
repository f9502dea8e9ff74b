package org.sagitta.calibration.model;

import java.util.Arrays;
import java.util.Locale;

/**
 * Bins in pseudorapidity: each function is 1 in its bin and 0 elsewhere. A value beyond the outer edges belongs to the
 * outermost bin. Immutable.
 */
public final class EtaBinning implements EtaBasis {
    /** No bins at all: the term is absent from the model. */
    public static final EtaBinning NONE = new EtaBinning(new double[0]);

    private final double[] edges;

    private EtaBinning(double[] edges) {
        this.edges = edges;
    }

    /**
     * Bins between consecutive edges.
     *
     * @throws IllegalArgumentException if there are fewer than two edges, or they do not ascend
     */
    public static EtaBinning of(double... edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("eta bins: " + edges.length + " edges, at least two are needed");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && !(edges[i] > edges[i - 1]))) {
                throw new IllegalArgumentException(
                        "eta bins: edge " + i + " is " + edges[i] + "; edges must be finite and ascend");
            }
        }
        return new EtaBinning(edges.clone());
    }

    /** {@code bins} equal bins from {@code low} to {@code high}. */
    public static EtaBinning uniform(int bins, double low, double high) {
        if (bins < 1) {
            throw new IllegalArgumentException("eta bins: " + bins + " bins, at least one is needed");
        }
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = (low * (bins - i) + high * i) / bins;
        }
        return of(edges);
    }

    /** Number of bins. */
    @Override
    public int size() {
        return Math.max(0, edges.length - 1);
    }

    @Override
    public int maxNonZero() {
        return Math.min(1, size());
    }

    @Override
    public String label(int i) {
        return String.format(Locale.ROOT, "%02d", i + 1);
    }

    @Override
    public void append(double scale, double eta, int first, int stride, SparseVector to) {
        if (edges.length > 0) {
            to.append(first + stride * indexOf(eta), scale);
        }
    }

    @Override
    public double[] breaks() {
        return edges.length == 0 ? new double[0] : Arrays.copyOfRange(edges, 1, edges.length - 1);
    }

    @Override
    public double inside(double eta) {
        return eta;
    }

    @Override
    public double[] polynomial(int i, double eta) {
        return new double[] {i == indexOf(eta) ? 1 : 0, 0, 0, 0};
    }

    /** Lower edge of a bin. */
    public double low(int bin) {
        return edges[bin];
    }

    /** Upper edge of a bin. */
    public double high(int bin) {
        return edges[bin + 1];
    }

    /** Bin of {@code eta}; a lower edge belongs to its bin; clamped to the outermost bins. */
    public int indexOf(double eta) {
        int bin = 0;
        // a handful of edges: walking them is faster than a binary search
        for (int i = 1; i < edges.length - 1; i++) {
            if (eta >= edges[i]) {
                bin = i;
            }
        }
        return bin;
    }

    /** A copy of the edges; empty if there are no bins. */
    public double[] edges() {
        return edges.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EtaBinning other && Arrays.equals(edges, other.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return "EtaBinning" + Arrays.toString(edges);
    }
}
