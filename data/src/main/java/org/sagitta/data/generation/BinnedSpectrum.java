package org.sagitta.data.generation;

import java.util.Arrays;

/**
 * Spectrum that was published in bins, made smooth inside them. Immutable.
 *
 * <p>The cumulative distribution at the edges is that of the table; between them it is the monotone cubic of Fritsch and
 * Butland (SIAM J. Sci. Stat. Comput. 5 (1984) 300) with slopes that are weighted harmonic means of the neighbouring
 * bins. So every bin keeps exactly its content, and the density is continuous, nowhere negative and a parabola in each
 * bin. It is sampled by the inverse of the cumulative distribution.
 */
public final class BinnedSpectrum implements PtDistribution {
    /** Halvings and Newton steps until a place in a bin is known to the last bits; five are usual. */
    private static final int MOST_STEPS = 60;

    /** Of a bin width; less than what rounding makes of it. */
    private static final double CLOSE = 1e-15;

    /** What the density does where the first bin begins. */
    public enum Start {
        /** It is zero, as dN/dpT at zero. */
        ZERO,
        /** It has no slope, as dN/d|y| at zero. */
        LEVEL
    }

    private final double[] edges;
    private final double[] cumulative;
    /** Density at the edges. */
    private final double[] slopes;

    /**
     * @param edges ascending, one more than bins
     * @param densities per unit of the edges, above zero; any normalisation, here they are divided by their integral
     * @throws IllegalArgumentException if these are not as described
     */
    public BinnedSpectrum(double[] edges, double[] densities, Start start) {
        int bins = densities.length;
        if (bins < 2 || edges.length != bins + 1) {
            throw new IllegalArgumentException(
                    edges.length + " edges for " + bins + " bins, needed are two bins and one edge more than bins");
        }
        this.edges = edges.clone();
        double[] sums = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            double content = densities[i] * width(i);
            if (!(width(i) > 0) || !(content > 0) || !Double.isFinite(content)) {
                throw new IllegalArgumentException("bin " + i + " from " + edges[i] + " to " + edges[i + 1]
                        + " with density " + densities[i] + ", needed are ascending edges and densities above 0");
            }
            sums[i + 1] = sums[i] + content;
        }
        double total = sums[bins];
        cumulative = Arrays.stream(sums).map(sum -> sum / total).toArray();
        slopes = new double[bins + 1];
        for (int i = 1; i < bins; i++) {
            slopes[i] = between(i);
        }
        slopes[0] = start == Start.ZERO ? 0 : levelEnd(0, slopes[1]);
        slopes[bins] = levelEnd(bins - 1, slopes[bins - 1]);
    }

    private double width(int bin) {
        return edges[bin + 1] - edges[bin];
    }

    private double mean(int bin) {
        return (cumulative[bin + 1] - cumulative[bin]) / width(bin);
    }

    /** Density at an inner edge. */
    private double between(int edge) {
        double left = width(edge - 1);
        double right = width(edge);
        double weightLeft = left + 2 * right;
        double weightRight = 2 * left + right;
        return (weightLeft + weightRight) / (weightLeft / mean(edge - 1) + weightRight / mean(edge));
    }

    /** Density at an outer edge at which it has no slope. */
    private double levelEnd(int bin, double otherEnd) {
        return 0.5 * (3 * mean(bin) - otherEnd);
    }

    /** Where the last bin ends; the density is zero beyond. */
    public double end() {
        return edges[edges.length - 1];
    }

    @Override
    public double density(double x) {
        if (!(x >= edges[0] && x <= end())) {
            return 0;
        }
        int bin = bin(edges, x);
        return density(bin, (x - edges[bin]) / width(bin));
    }

    /** Density at a place from 0 to 1 in a bin. */
    private double density(int bin, double t) {
        return slopes[bin] * (1 - t) * (1 - 3 * t) + slopes[bin + 1] * t * (3 * t - 2) + 6 * mean(bin) * t * (1 - t);
    }

    /** Share of the spectrum below a value. */
    public double cumulative(double x) {
        if (x <= edges[0]) {
            return 0;
        }
        if (x >= end()) {
            return 1;
        }
        int bin = bin(edges, x);
        return cumulative(bin, (x - edges[bin]) / width(bin));
    }

    private double cumulative(int bin, double t) {
        double fromSlopes = slopes[bin] * t * (1 - t) * (1 - t) - slopes[bin + 1] * t * t * (1 - t);
        return cumulative[bin] + width(bin) * (fromSlopes + mean(bin) * t * t * (3 - 2 * t));
    }

    /** The value below which a share of the spectrum lies, 0 to 1. */
    public double quantile(double share) {
        int bin = bin(cumulative, share);
        double low = 0;
        double high = 1;
        double t = (share - cumulative[bin]) / (cumulative[bin + 1] - cumulative[bin]);
        for (int i = 0; i < MOST_STEPS && high - low > CLOSE; i++) {
            double excess = cumulative(bin, t) - share;
            low = excess < 0 ? t : low;
            high = excess < 0 ? high : t;
            double newton = t - excess / (density(bin, t) * width(bin));
            // Also taken if the density is zero and the step not a number.
            double next = newton >= low && newton <= high ? newton : 0.5 * (low + high);
            if (Math.abs(next - t) < CLOSE) {
                break;
            }
            t = next;
        }
        return edges[bin] + t * width(bin);
    }

    /** Index of the interval with a value, the first or last if it is outside. */
    private static int bin(double[] ascending, double x) {
        int found = Arrays.binarySearch(ascending, x);
        int bin = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(ascending.length - 2, bin));
    }

    @Override
    public double shareAbove(double x) {
        return 1 - cumulative(x);
    }

    @Override
    public double sample(double u, double least) {
        return Math.max(least, quantile(1 - (1 - u) * shareAbove(least)));
    }
}
