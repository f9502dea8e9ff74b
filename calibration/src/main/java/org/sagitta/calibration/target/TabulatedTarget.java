package org.sagitta.calibration.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.RobustLocation;
import org.sagitta.calibration.robust.TukeyBiweight;

/**
 * The target as a table in |y| of the pair and its relative mass error sigma_m / m, filled from pairs of the ideal
 * world, in which the track fit knows everything: per bin the robust location of the mass. The peak moves with sigma_m
 * because the tail of radiation is folded with the resolution, and with |y| because the legs' angles do.
 *
 * <p>Strips in |y| that hold too few pairs are merged with their neighbours; within a strip, the bins in sigma_m / m are
 * quantiles. So no bin is empty, and pairs beyond the table use its outermost bins. The table is a step function; its
 * statistical error and its steps are common to both fits of a referenced calibration and cancel there.
 */
public final class TabulatedTarget implements MassTarget {

    /**
     * How to fill the table.
     *
     * @param rapidityEdges edges of the strips in |y|, ascending, before merging
     * @param sigmaBins the largest number of bins in sigma_m / m within a strip
     * @param minPairs the smallest number of pairs in a bin, unless the sample itself is smaller
     * @param loss how a pair counts in the location
     * @param sigmaFloor added in quadrature to sigma_m / m
     */
    public record Options(List<Double> rapidityEdges, int sigmaBins, int minPairs, Loss loss, double sigmaFloor) {
        /** Strips of 0.2 up to 2.4, ten bins of sigma_m / m, 1000 pairs, biweight, floor 0.1 %. */
        public static final Options STANDARD = new Options(uniform(12, 2.4), 10, 1000, TukeyBiweight.STANDARD, 1e-3);

        /** Checks the numbers and keeps a copy of the edges. */
        public Options {
            rapidityEdges = List.copyOf(rapidityEdges);
            if (rapidityEdges.size() < 2 || sigmaBins < 1 || minPairs < 1 || !(sigmaFloor >= 0)) {
                throw new IllegalArgumentException("target: " + rapidityEdges.size() + " edges in |y|, " + sigmaBins
                        + " bins of sigma_m/m, " + minPairs + " pairs per bin, floor " + sigmaFloor
                        + "; at least 2, 1, 1 and 0 are needed");
            }
        }

        /** The same with another floor. */
        public Options withSigmaFloor(double other) {
            return new Options(rapidityEdges, sigmaBins, minPairs, loss, other);
        }

        private static List<Double> uniform(int bins, double high) {
            List<Double> edges = new ArrayList<>();
            for (int i = 0; i <= bins; i++) {
                edges.add(high * i / bins);
            }
            return edges;
        }
    }

    /** One strip in |y|: inner edges in sigma_m / m and one mass per bin. */
    private record Strip(double rapidityLow, List<Double> sigmaEdges, List<Double> masses) {}

    private final List<Strip> strips;

    private TabulatedTarget(List<Strip> strips) {
        this.strips = List.copyOf(strips);
    }

    /** The table of this sample with {@link Options#STANDARD}. */
    public static TabulatedTarget of(DimuonSource ideal) {
        return of(ideal, Options.STANDARD);
    }

    /**
     * The table of this sample.
     *
     * @param ideal pairs of the ideal world
     * @throws IllegalArgumentException if the sample is empty
     */
    public static TabulatedTarget of(DimuonSource ideal, Options options) {
        if (ideal.size() == 0) {
            throw new IllegalArgumentException("target: the sample of the ideal world is empty");
        }
        Columns columns = new Columns(ideal, options.rapidityEdges());
        List<Strip> strips = new ArrayList<>();
        int[] pending = new int[0];
        double low = 0;
        int[][] perStrip = columns.pairsByStrip();
        int left = ideal.size();
        for (int s = 0; s < perStrip.length; s++) {
            pending = joined(pending, perStrip[s]);
            boolean rest = left - pending.length < options.minPairs();
            if (rest) {
                for (int t = s + 1; t < perStrip.length; t++) {
                    pending = joined(pending, perStrip[t]);
                }
            }
            if (rest || pending.length >= options.minPairs()) {
                strips.add(columns.strip(low, pending, options));
                left -= pending.length;
                pending = new int[0];
                low = s + 1 < perStrip.length ? options.rapidityEdges().get(s + 1) : low;
            }
            if (rest) {
                break;
            }
        }
        return new TabulatedTarget(strips);
    }

    private static int[] joined(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    @Override
    public double expectedMass(Dimuon pair) {
        double rapidity = Math.abs(pair.rapidity());
        int s = strips.size() - 1;
        while (s > 0 && rapidity < strips.get(s).rapidityLow()) {
            s--;
        }
        Strip strip = strips.get(s);
        return strip.masses().get(binOf(strip.sigmaEdges(), pair.relativeMassSigma()));
    }

    /** Number of bins of the table. */
    public int bins() {
        return strips.stream().mapToInt(strip -> strip.masses().size()).sum();
    }

    private static int binOf(List<Double> innerEdges, double sigma) {
        int bin = 0;
        while (bin < innerEdges.size() && sigma >= innerEdges.get(bin)) {
            bin++;
        }
        return bin;
    }

    /** What the table needs of each pair. */
    private static final class Columns {
        /** Pairs read at a time. */
        private static final int BLOCK = 8192;

        private final short[] strip;
        private final double[] mass;
        private final double[] sigma;
        private final int[] counts;

        Columns(DimuonSource sample, List<Double> rapidityEdges) {
            strip = new short[sample.size()];
            mass = new double[sample.size()];
            sigma = new double[sample.size()];
            counts = new int[rapidityEdges.size() - 1];
            for (int from = 0; from < sample.size(); from += BLOCK) {
                DimuonSample block = sample.block(from, Math.min(from + BLOCK, sample.size()));
                for (int i = 0; i < block.size(); i++) {
                    set(from + i, block.get(i), rapidityEdges);
                }
            }
        }

        private void set(int i, Dimuon pair, List<Double> edges) {
            double rapidity = Math.abs(pair.rapidity());
            while (strip[i] < counts.length - 1 && rapidity >= edges.get(strip[i] + 1)) {
                strip[i]++;
            }
            counts[strip[i]]++;
            mass[i] = pair.mass();
            sigma[i] = pair.relativeMassSigma();
        }

        int[][] pairsByStrip() {
            int[][] split = new int[counts.length][];
            Arrays.setAll(split, s -> new int[counts[s]]);
            int[] filled = new int[counts.length];
            for (int i = 0; i < strip.length; i++) {
                split[strip[i]][filled[strip[i]]++] = i;
            }
            return split;
        }

        Strip strip(double low, int[] pairs, Options options) {
            List<Double> edges = innerEdges(pairs, options);
            int[] counts = new int[edges.size() + 1];
            for (int i : pairs) {
                counts[binOf(edges, sigma[i])]++;
            }
            double[][] masses = new double[counts.length][];
            double[][] sigmas = new double[counts.length][];
            Arrays.setAll(masses, b -> new double[counts[b]]);
            Arrays.setAll(sigmas, b -> new double[counts[b]]);
            int[] filled = new int[counts.length];
            for (int i : pairs) {
                int b = binOf(edges, sigma[i]);
                masses[b][filled[b]] = mass[i];
                sigmas[b][filled[b]++] = Math.hypot(sigma[i], options.sigmaFloor());
            }
            List<Double> locations = new ArrayList<>();
            for (int b = 0; b < counts.length; b++) {
                locations.add(
                        RobustLocation.of(masses[b], sigmas[b], options.loss()).value());
            }
            return new Strip(low, edges, locations);
        }

        /** Quantiles of sigma_m / m that leave at least {@code minPairs} on both sides of each edge. */
        private List<Double> innerEdges(int[] pairs, Options options) {
            double[] sorted = new double[pairs.length];
            Arrays.setAll(sorted, i -> sigma[pairs[i]]);
            Arrays.sort(sorted);
            List<Double> edges = new ArrayList<>();
            int start = 0;
            for (int b = 1; b < options.sigmaBins(); b++) {
                int lower = (int) ((long) sorted.length * b / options.sigmaBins());
                // equal values stay together, above the edge
                while (lower > start && sorted[lower] == sorted[lower - 1]) {
                    lower--;
                }
                if (lower - start >= options.minPairs() && sorted.length - lower >= options.minPairs()) {
                    edges.add(sorted[lower]);
                    start = lower;
                }
            }
            return edges;
        }
    }
}
