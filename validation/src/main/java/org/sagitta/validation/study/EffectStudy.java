package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares the same muons without and with an effect. */
public final class EffectStudy {
    private final String effect;
    private final EffectSums all = new EffectSums();
    private final EffectSums[] cells = new EffectSums[EffectBinning.cells()];
    private final List<Long> lost = new ArrayList<>();

    public EffectStudy(String effect) {
        this.effect = effect;
        Arrays.setAll(cells, i -> new EffectSums());
    }

    /** Adds muons, the same in both. */
    public void add(TrackOutcomes without, TrackOutcomes with) {
        if (without.muons() != with.muons()) {
            throw new IllegalArgumentException(
                    without.muons() + " muons without and " + with.muons() + " with an effect");
        }
        long missing = 0;
        for (int i = 0; i < without.muons(); i++) {
            Optional<TrackOutcome> plain = without.get(i);
            Optional<TrackOutcome> changed = with.get(i);
            if (plain.isPresent() && changed.isPresent()) {
                add(plain.get(), changed.get());
            } else if (plain.isPresent()) {
                missing++;
            }
        }
        lost.add(missing);
    }

    private void add(TrackOutcome plain, TrackOutcome changed) {
        all.add(plain, changed);
        int cell = EffectBinning.indexOf(plain.eta(), plain.pt());
        if (cell >= 0) {
            cells[cell].add(plain, changed);
        }
    }

    public EffectResult result() {
        List<Double> eta = EffectBinning.ABS_ETA;
        List<Double> pt = EffectBinning.PT;
        List<EffectCell> results = new ArrayList<>();
        for (int i = 0; i + 1 < eta.size(); i++) {
            for (int j = 0; j + 1 < pt.size(); j++) {
                results.add(cells[i * (pt.size() - 1) + j].cell(eta.get(i), eta.get(i + 1), pt.get(j), pt.get(j + 1)));
            }
        }
        EffectCell whole = all.cell(eta.get(0), eta.get(eta.size() - 1), pt.get(0), pt.get(pt.size() - 1));
        return new EffectResult(effect, lost.stream().mapToLong(Long::longValue).sum(), whole, results);
    }
}
