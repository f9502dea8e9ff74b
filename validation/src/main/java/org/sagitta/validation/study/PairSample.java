package org.sagitta.validation.study;

import java.util.Arrays;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;

/** Accepted pairs in memory: as measured, and beside it the truth. Immutable; pair i is the same in both. */
public final class PairSample implements PairStore {
    private final DimuonSample measured;
    private final long[] event;
    private final double[] trueKPlus;
    private final double[] trueKMinus;
    private final double[] trueMass;

    private PairSample(
            DimuonSample measured, long[] event, double[] trueKPlus, double[] trueKMinus, double[] trueMass) {
        this.measured = measured;
        this.event = event;
        this.trueKPlus = trueKPlus;
        this.trueKMinus = trueKMinus;
        this.trueMass = trueMass;
    }

    public static Builder builder(int pairs) {
        return new Builder(pairs);
    }

    /** The columns that calibration may see. */
    @Override
    public DimuonSample measured() {
        return measured;
    }

    @Override
    public int size() {
        return measured.size();
    }

    @Override
    public PairSample block(int from, int to) {
        DimuonSample part = measured.block(from, to);
        return part == measured
                ? this
                : new PairSample(
                        part,
                        Arrays.copyOfRange(event, from, to),
                        Arrays.copyOfRange(trueKPlus, from, to),
                        Arrays.copyOfRange(trueKMinus, from, to),
                        Arrays.copyOfRange(trueMass, from, to));
    }

    public TruthPair truth(int i) {
        return new TruthPair(event[i], trueKPlus[i], trueKMinus[i], trueMass[i]);
    }

    /** Takes exactly the announced number of pairs, in event order; two of the same event are twins. */
    public static final class Builder {
        private final DimuonSample.Builder measured;
        private final long[] event;
        private final double[] trueKPlus;
        private final double[] trueKMinus;
        private final double[] trueMass;
        private int size;

        private Builder(int pairs) {
            measured = DimuonSample.builder(pairs);
            event = new long[pairs];
            trueKPlus = new double[pairs];
            trueKMinus = new double[pairs];
            trueMass = new double[pairs];
        }

        public void add(Dimuon pair, TruthPair truth) {
            if (size > 0 && event[size - 1] == truth.event()) {
                measured.addTwin(pair);
            } else {
                measured.add(pair);
            }
            event[size] = truth.event();
            trueKPlus[size] = truth.kPlus();
            trueKMinus[size] = truth.kMinus();
            trueMass[size] = truth.mass();
            size++;
        }

        public int size() {
            return size;
        }

        public boolean isFull() {
            return size == trueMass.length;
        }

        public PairSample build() {
            if (!isFull()) {
                throw new IllegalStateException("sample holds " + size + " of " + trueMass.length + " pairs");
            }
            return new PairSample(measured.build(), event, trueKPlus, trueKMinus, trueMass);
        }
    }
}
