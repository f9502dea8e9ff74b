package org.sagitta.validation.study;

import java.util.List;

/**
 * What an effect does to the muons of a cell.
 *
 * @param ptLow [GeV]
 * @param muons fitted both without and with the effect
 * @param pulls of the parameters in the order of the state
 * @param scaleEven charge-even shift of k / true k - 1: mean of positive and negative muons
 * @param scaleOdd charge-odd shift: half the difference, positive minus negative
 * @param scaleError statistical error of each of the two
 */
public record EffectCell(
        double absEtaLow,
        double absEtaHigh,
        double ptLow,
        double ptHigh,
        long muons,
        List<PullShift> pulls,
        double scaleEven,
        double scaleOdd,
        double scaleError) {
    public EffectCell {
        pulls = List.copyOf(pulls);
    }
}
