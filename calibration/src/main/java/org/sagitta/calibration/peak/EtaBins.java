package org.sagitta.calibration.peak;

import java.util.List;

/**
 * Bins of a leg's |eta|, first edge 0. Values at or above the last edge belong to the last bin, because the edge of the
 * acceptance is a rounded number.
 *
 * @param edges ascending bin edges, one more than there are bins
 */
public record EtaBins(List<Double> edges) {
    /** Six bins of width 0.4 up to the acceptance of the muon system, |eta| = 2.4. */
    public static final EtaBins SIX = new EtaBins(List.of(0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.4));

    public EtaBins {
        edges = List.copyOf(edges);
        if (edges.size() < 2 || edges.get(0) != 0) {
            throw new IllegalArgumentException("bins of |eta| need at least two edges and start at 0, got " + edges);
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i) > edges.get(i - 1))) {
                throw new IllegalArgumentException("edges of |eta| bins must ascend, got " + edges);
            }
        }
    }

    /** Number of bins. */
    public int size() {
        return edges.size() - 1;
    }

    /** Bin of a leg. */
    public int binOf(double absEta) {
        int bin = 0;
        while (bin < size() - 1 && absEta >= edges.get(bin + 1)) {
            bin++;
        }
        return bin;
    }
}
