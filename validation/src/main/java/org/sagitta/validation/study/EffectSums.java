package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.ResizableDoubleArray;
import org.sagitta.kalman.state.Param;

/** The muons of one cell, fitted both without and with an effect. */
final class EffectSums {
    /** Pulls without and with the effect, by parameter. */
    private final List<ResizableDoubleArray> without = new ArrayList<>();

    private final List<ResizableDoubleArray> with = new ArrayList<>();

    /** Changes of the curvature, relative, of positive and of negative muons. */
    private final ResizableDoubleArray positive = new ResizableDoubleArray();

    private final ResizableDoubleArray negative = new ResizableDoubleArray();

    EffectSums() {
        for (int i = 0; i < Param.values().length; i++) {
            without.add(new ResizableDoubleArray());
            with.add(new ResizableDoubleArray());
        }
    }

    void add(TrackOutcome plain, TrackOutcome changed) {
        for (Param param : Param.values()) {
            without.get(param.index()).addElement(plain.pulls().get(param));
            with.get(param.index()).addElement(changed.pulls().get(param));
        }
        ResizableDoubleArray changes = plain.charge() > 0 ? positive : negative;
        changes.addElement(changed.curvatureError() - plain.curvatureError());
    }

    EffectCell cell(double absEtaLow, double absEtaHigh, double ptLow, double ptHigh) {
        List<PullShift> shifts = new ArrayList<>();
        for (Param param : Param.values()) {
            shifts.add(PullShift.of(
                    PullMoments.NAMES.get(param.index()),
                    without.get(param.index()).getElements(),
                    with.get(param.index()).getElements()));
        }
        Location plus = Location.of(positive.getElements());
        Location minus = Location.of(negative.getElements());
        double error = 0.5 * Math.hypot(plus.error(), minus.error());
        return new EffectCell(
                absEtaLow,
                absEtaHigh,
                ptLow,
                ptHigh,
                positive.getNumElements() + (long) negative.getNumElements(),
                shifts,
                0.5 * (plus.value() + minus.value()),
                0.5 * (plus.value() - minus.value()),
                error);
    }
}
