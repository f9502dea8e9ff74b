package org.sagitta.validation.study;

import java.util.List;

/**
 * Curvature scale k/k_true - 1 of single legs in bins of eta: charge-even is the mean, charge-odd half the difference,
 * of the positive and the negative legs.
 */
public record LegClosure(List<BiasBin> even, List<BiasBin> odd) {
    public LegClosure {
        even = List.copyOf(even);
        odd = List.copyOf(odd);
    }
}
