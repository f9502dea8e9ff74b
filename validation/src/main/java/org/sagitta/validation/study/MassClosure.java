package org.sagitta.validation.study;

import java.util.List;

/** Mass bias m/m_target - 1 of one sample: inclusive, and in bins of eta and phi of the positive muon. */
public record MassClosure(BiasBin inclusive, List<BiasBin> byEta, List<BiasBin> byPhi) {
    public MassClosure {
        byEta = List.copyOf(byEta);
        byPhi = List.copyOf(byPhi);
    }
}
