package org.sagitta.validation.study;

import java.util.List;

/**
 * A quantity of the calibration model against eta: A, e or M.
 *
 * @param name symbol and unit, as "e [GeV]"
 */
public record ParameterProfile(String name, List<ProfileBin> bins) {
    public ParameterProfile {
        bins = List.copyOf(bins);
    }
}
