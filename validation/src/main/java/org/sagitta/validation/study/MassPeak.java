package org.sagitta.validation.study;

import java.util.List;

/**
 * The mass spectrum of one sample.
 *
 * @param sample JPSI, UPSILON_1S or Z
 * @param bins in order of mass, side by side
 */
public record MassPeak(String sample, List<SpectrumBin> bins) {
    public MassPeak {
        bins = List.copyOf(bins);
    }
}
