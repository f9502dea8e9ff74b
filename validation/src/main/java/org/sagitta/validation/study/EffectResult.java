package org.sagitta.validation.study;

import java.util.List;

/**
 * What one effect does.
 *
 * @param effect its name
 * @param lost muons fitted without the effect only
 * @param all muons of the whole phase space together
 * @param cells in |eta| and pT, pT running fastest
 */
public record EffectResult(String effect, long lost, EffectCell all, List<EffectCell> cells) {
    public EffectResult {
        cells = List.copyOf(cells);
    }
}
