package org.sagitta.calibration.dimuon;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Many pairs as columns: seven doubles a pair, 56 MB for a million. Immutable once built; shared between threads.
 *
 * <p>Columns are curvature [1/GeV], pseudorapidity and azimuth [rad] of the positive and of the negative leg, and the
 * mass error [GeV]. A pair may be marked as the twin of the one before it: the same event met by opposite chances, so that the
 * deviations of the two are not independent. Whoever sums over independent pairs must take twins together.
 */
public final class DimuonSample implements DimuonSource {
    private static final int COLUMNS = 7;
    private static final int K_PLUS = 0;
    private static final int ETA_PLUS = 1;
    private static final int PHI_PLUS = 2;
    private static final int K_MINUS = 3;
    private static final int ETA_MINUS = 4;
    private static final int PHI_MINUS = 5;
    private static final int MASS_SIGMA = 6;

    private final double[] kPlus;
    private final double[] etaPlus;
    private final double[] phiPlus;
    private final double[] kMinus;
    private final double[] etaMinus;
    private final double[] phiMinus;
    private final double[] massSigma;
    /** Pairs that are the twin of the one before them; never changed. */
    private final BitSet twins;

    private DimuonSample(double[][] columns, BitSet twins, int size) {
        kPlus = trimmed(columns[K_PLUS], size);
        etaPlus = trimmed(columns[ETA_PLUS], size);
        phiPlus = trimmed(columns[PHI_PLUS], size);
        kMinus = trimmed(columns[K_MINUS], size);
        etaMinus = trimmed(columns[ETA_MINUS], size);
        phiMinus = trimmed(columns[PHI_MINUS], size);
        massSigma = trimmed(columns[MASS_SIGMA], size);
        this.twins = twins;
    }

    /** The builder gives its columns away at {@link Builder#build()}, so an exact fit needs no copy. */
    private static double[] trimmed(double[] column, int size) {
        return column.length == size ? column : Arrays.copyOf(column, size);
    }

    /** A builder with room for {@code capacity} pairs; it grows when there are more. */
    public static Builder builder(int capacity) {
        return new Builder(capacity);
    }

    @Override
    public int size() {
        return kPlus.length;
    }

    /** The whole sample itself, or a copy of a part. */
    @Override
    public DimuonSample block(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        if (from == 0 && to == size()) {
            return this;
        }
        double[][] part = new double[COLUMNS][];
        part[K_PLUS] = Arrays.copyOfRange(kPlus, from, to);
        part[ETA_PLUS] = Arrays.copyOfRange(etaPlus, from, to);
        part[PHI_PLUS] = Arrays.copyOfRange(phiPlus, from, to);
        part[K_MINUS] = Arrays.copyOfRange(kMinus, from, to);
        part[ETA_MINUS] = Arrays.copyOfRange(etaMinus, from, to);
        part[PHI_MINUS] = Arrays.copyOfRange(phiMinus, from, to);
        part[MASS_SIGMA] = Arrays.copyOfRange(massSigma, from, to);
        return new DimuonSample(part, twins.get(from, to), to - from);
    }

    /** Pair number i, from 0. */
    public Dimuon get(int i) {
        return new Dimuon(
                new Muon(kPlus[i], etaPlus[i], phiPlus[i], Charge.POSITIVE),
                new Muon(kMinus[i], etaMinus[i], phiMinus[i], Charge.NEGATIVE),
                massSigma[i]);
    }

    /** Curvature of the positive leg of pair i [1/GeV]. */
    public double kPlus(int i) {
        return kPlus[i];
    }

    /** Pseudorapidity of the positive leg of pair i. */
    public double etaPlus(int i) {
        return etaPlus[i];
    }

    /** Azimuth of the positive leg of pair i [rad]. */
    public double phiPlus(int i) {
        return phiPlus[i];
    }

    /** Curvature of the negative leg of pair i [1/GeV]. */
    public double kMinus(int i) {
        return kMinus[i];
    }

    /** Pseudorapidity of the negative leg of pair i. */
    public double etaMinus(int i) {
        return etaMinus[i];
    }

    /** Azimuth of the negative leg of pair i [rad]. */
    public double phiMinus(int i) {
        return phiMinus[i];
    }

    /** Mass error of pair i [GeV]. */
    public double massSigma(int i) {
        return massSigma[i];
    }

    /**
     * Whether pair i is the twin of pair i - 1 of this sample. A twin whose first is not in the sample is one of its own.
     */
    public boolean isTwin(int i) {
        return i > 0 && twins.get(i);
    }

    /**
     * Other pairs in place of these; a pair in place of a twin is a twin.
     *
     * @param pair what takes the place of pair i
     */
    public DimuonSample replaced(IntFunction<Dimuon> pair) {
        Builder builder = builder(size());
        for (int i = 0; i < size(); i++) {
            builder.add(pair.apply(i));
        }
        builder.twins.or(twins);
        return builder.build();
    }

    /** Collects pairs; after {@link #build()} it is empty and may be used for another sample. */
    public static final class Builder {
        private double[][] columns;
        private BitSet twins = new BitSet();
        private int size;

        private Builder(int capacity) {
            if (capacity < 0) {
                throw new IllegalArgumentException(
                        "dimuon sample: capacity = " + capacity + ", it must not be negative");
            }
            columns = new double[COLUMNS][capacity];
        }

        /** Appends one pair. */
        public Builder add(Dimuon pair) {
            reserve(size + 1);
            columns[K_PLUS][size] = pair.plus().k();
            columns[ETA_PLUS][size] = pair.plus().eta();
            columns[PHI_PLUS][size] = pair.plus().phi();
            columns[K_MINUS][size] = pair.minus().k();
            columns[ETA_MINUS][size] = pair.minus().eta();
            columns[PHI_MINUS][size] = pair.minus().phi();
            columns[MASS_SIGMA][size] = pair.massSigma();
            size++;
            return this;
        }

        /** Appends the twin of the pair that was added last. */
        public Builder addTwin(Dimuon pair) {
            twins.set(size);
            return add(pair);
        }

        /** Appends all pairs of another sample, in their order. */
        public Builder addAll(DimuonSample other) {
            int n = other.size();
            reserve(size + n);
            System.arraycopy(other.kPlus, 0, columns[K_PLUS], size, n);
            System.arraycopy(other.etaPlus, 0, columns[ETA_PLUS], size, n);
            System.arraycopy(other.phiPlus, 0, columns[PHI_PLUS], size, n);
            System.arraycopy(other.kMinus, 0, columns[K_MINUS], size, n);
            System.arraycopy(other.etaMinus, 0, columns[ETA_MINUS], size, n);
            System.arraycopy(other.phiMinus, 0, columns[PHI_MINUS], size, n);
            System.arraycopy(other.massSigma, 0, columns[MASS_SIGMA], size, n);
            for (int i = other.twins.nextSetBit(0); i >= 0; i = other.twins.nextSetBit(i + 1)) {
                twins.set(size + i);
            }
            size += n;
            return this;
        }

        /** Number of pairs so far. */
        public int size() {
            return size;
        }

        /** The sample of all pairs added since the last build. */
        public DimuonSample build() {
            DimuonSample sample = new DimuonSample(columns, twins, size);
            columns = new double[COLUMNS][0];
            twins = new BitSet();
            size = 0;
            return sample;
        }

        private void reserve(int needed) {
            int room = columns[0].length;
            if (needed > room) {
                int larger = Math.max(needed, Math.max(16, room + (room >> 1)));
                for (int c = 0; c < COLUMNS; c++) {
                    columns[c] = Arrays.copyOf(columns[c], larger);
                }
            }
        }
    }
}
