package org.sagitta.calibration.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sagitta.calibration.model.EtaBinning;

/**
 * How far below (or, for a wide resonance, around) a reference mass the pairs of a selected sample are before any
 * measurement: the distribution of
 *
 * <pre>   v = ln(m_gen / m_ref),   m_gen the mass of the two muons after radiation,</pre>
 *
 * <p>in strips of the rapidity |y| of the pair. It comes from the truth of a simulation and holds no measured mass, so
 * that its statistical error is that of the radiated tail alone: half of all J/psi lose less than one part in 10^11, and
 * those pairs, which blur a measured peak by their resolution, all say the same here.
 *
 * <p>The histogram has bins of {@value #WIDTH} in v with the mean of the entries of each bin, so that the width of the
 * bins costs WIDTH^2 / 12 = 2e-8 in the variance of v and nothing in its mean. Entries beyond {@value #HALF_RANGE} count
 * as pairs and lie outside every peak. Immutable.
 */
public final class RadiationTemplate {
    /** Largest |v| that is told apart. */
    public static final double HALF_RANGE = 0.4;

    /** Width of a bin in v. */
    public static final double WIDTH = 5e-4;

    private static final int BINS = (int) Math.round(2 * HALF_RANGE / WIDTH);

    /** One strip in |y|: its mean |y|, and per occupied bin the share of the strip's pairs and the mean of v. */
    record Strip(double absRapidity, long pairs, List<Entry> entries) {
        Strip {
            entries = List.copyOf(entries);
        }
    }

    /** A group of pairs with about the same v. */
    record Entry(double logMass, double share) {}

    private final double referenceMass;
    private final List<Strip> strips;

    private RadiationTemplate(double referenceMass, List<Strip> strips) {
        this.referenceMass = referenceMass;
        this.strips = List.copyOf(strips);
    }

    /** No radiation and no width: every pair has the reference mass [GeV]. */
    public static RadiationTemplate none(double referenceMass) {
        Strip strip = new Strip(0, 1, List.of(new Entry(0, 1)));
        return new RadiationTemplate(checkedMass(referenceMass), List.of(strip));
    }

    /** A builder with strips of 0.4 in |y| up to 2.4. */
    public static Builder builder(double referenceMass) {
        return new Builder(referenceMass, EtaBinning.uniform(6, 0, 2.4), 1000);
    }

    /**
     * A builder.
     *
     * @param referenceMass m_ref [GeV], usually the pole mass
     * @param strips strips in |y|
     * @param minPairs strips with fewer pairs are merged with the next
     */
    public static Builder builder(double referenceMass, EtaBinning strips, int minPairs) {
        return new Builder(referenceMass, strips, minPairs);
    }

    private static double checkedMass(double mass) {
        if (!(mass > 0) || !Double.isFinite(mass)) {
            throw new IllegalArgumentException(
                    "radiation template: mass = " + mass + " GeV, it must be positive and finite");
        }
        return mass;
    }

    /** m_ref [GeV]. */
    public double referenceMass() {
        return referenceMass;
    }

    /** Number of strips in |y| after merging. */
    public int stripCount() {
        return strips.size();
    }

    List<Strip> strips() {
        return strips;
    }

    /** Pairs behind the template. */
    public long pairs() {
        return strips.stream().mapToLong(Strip::pairs).sum();
    }

    /** Mean v of the groups of pairs of all strips together, ascending. */
    public List<Double> logMasses() {
        return joined().stream().map(Entry::logMass).toList();
    }

    /** Shares of the groups of {@link #logMasses()} among all pairs. */
    public List<Double> shares() {
        return joined().stream().map(Entry::share).toList();
    }

    private List<Entry> joined() {
        double all = pairs();
        List<Entry> entries = new ArrayList<>();
        for (Strip strip : strips) {
            for (Entry entry : strip.entries()) {
                entries.add(new Entry(entry.logMass(), entry.share() * strip.pairs() / all));
            }
        }
        entries.sort(Comparator.comparingDouble(Entry::logMass));
        return entries;
    }

    /**
     * Share of pairs with v below a value.
     *
     * @param strip from 0
     * @param logMass v; answered to the width of a bin
     */
    public double shareBelow(int strip, double logMass) {
        Strip s = strips.get(strip);
        double above = s.entries().stream()
                .filter(entry -> entry.logMass() >= logMass)
                .mapToDouble(Entry::share)
                .sum();
        // entries beyond the range are in no bin; radiation takes mass away
        return 1 - above;
    }

    /** Collects true masses; one thread at a time. */
    public static final class Builder {
        private final double referenceMass;
        private final EtaBinning binning;
        private final int minPairs;
        private final List<Column> columns = new ArrayList<>();

        private Builder(double referenceMass, EtaBinning binning, int minPairs) {
            this.referenceMass = checkedMass(referenceMass);
            this.binning = binning;
            this.minPairs = minPairs;
            if (binning.size() == 0 || minPairs < 1) {
                throw new IllegalArgumentException("radiation template: " + binning.size() + " strips with at least "
                        + minPairs + " pairs; both must be positive");
            }
            for (int i = 0; i < binning.size(); i++) {
                columns.add(new Column());
            }
        }

        /**
         * Adds a pair of the selected sample.
         *
         * @param rapidity of the pair; its sign does not matter
         * @param generatedMass mass of the two muons after radiation [GeV]
         */
        public Builder add(double rapidity, double generatedMass) {
            double y = Math.abs(rapidity);
            columns.get(binning.indexOf(y)).add(y, Math.log(generatedMass / referenceMass));
            return this;
        }

        /**
         * The template of all pairs added so far.
         *
         * @throws IllegalArgumentException if there is no pair
         */
        public RadiationTemplate build() {
            long left = columns.stream().mapToLong(column -> column.pairs).sum();
            if (left == 0) {
                throw new IllegalArgumentException("radiation template: no pair was added");
            }
            List<Strip> strips = new ArrayList<>();
            Column pending = new Column();
            for (Column column : columns) {
                pending.addAll(column);
                left -= column.pairs;
                boolean restIsThin = left < minPairs;
                boolean last = left == 0;
                if ((last && pending.pairs > 0) || (!restIsThin && pending.pairs >= minPairs)) {
                    strips.add(pending.strip());
                    pending = new Column();
                }
            }
            return new RadiationTemplate(referenceMass, strips);
        }
    }

    /** Sums of one strip. */
    private static final class Column {
        private final long[] counts = new long[BINS];
        private final double[] sums = new double[BINS];
        private long pairs;
        private double rapidities;

        void add(double absRapidity, double logMass) {
            pairs++;
            rapidities += absRapidity;
            double at = (logMass + HALF_RANGE) / WIDTH;
            if (at >= 0 && at < BINS) {
                counts[(int) at]++;
                sums[(int) at] += logMass;
            }
        }

        void addAll(Column other) {
            pairs += other.pairs;
            rapidities += other.rapidities;
            for (int b = 0; b < BINS; b++) {
                counts[b] += other.counts[b];
                sums[b] += other.sums[b];
            }
        }

        Strip strip() {
            List<Entry> entries = new ArrayList<>();
            for (int b = 0; b < BINS; b++) {
                if (counts[b] > 0) {
                    entries.add(new Entry(sums[b] / counts[b], (double) counts[b] / pairs));
                }
            }
            return new Strip(rapidities / pairs, pairs, entries);
        }
    }
}
