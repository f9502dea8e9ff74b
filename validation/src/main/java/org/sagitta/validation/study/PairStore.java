package org.sagitta.validation.study;

import java.util.function.Consumer;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;

/** The accepted pairs of a sample in a fixed order, which need not all be in memory at once. Shared between threads. */
public interface PairStore {
    /** Pairs that {@link #forEachBlock} reads at a time. */
    int BLOCK = 8192;

    int size();

    /** Pairs {@code from} (included) to {@code to} (excluded). */
    PairSample block(int from, int to);

    /** Reads all pairs, block after block. */
    default void forEachBlock(Consumer<PairSample> action) {
        for (int from = 0; from < size(); from += BLOCK) {
            action.accept(block(from, Math.min(from + BLOCK, size())));
        }
    }

    /** The columns that calibration may see. */
    default DimuonSource measured() {
        return new DimuonSource() {
            @Override
            public int size() {
                return PairStore.this.size();
            }

            @Override
            public DimuonSample block(int from, int to) {
                return PairStore.this.block(from, to).measured();
            }
        };
    }
}
