package org.sagitta.calibration.method;

import java.util.Objects;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;

/** All pairs of one source, then all of another. */
record JoinedSource(DimuonSource first, DimuonSource second) implements DimuonSource {
    @Override
    public int size() {
        return Math.addExact(first.size(), second.size());
    }

    @Override
    public DimuonSample block(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        int end = first.size();
        if (to <= end) {
            return first.block(from, to);
        }
        if (from >= end) {
            return second.block(from - end, to - end);
        }
        return DimuonSample.builder(to - from)
                .addAll(first.block(from, end))
                .addAll(second.block(0, to - end))
                .build();
    }
}
