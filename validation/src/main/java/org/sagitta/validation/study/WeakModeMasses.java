package org.sagitta.validation.study;

import java.util.List;

/**
 * How the mass of one resonance answers to a weak mode; eta and phi are those of the positive muon.
 *
 * @param barrel pairs with both muons where the closed forms hold
 */
public record WeakModeMasses(
        String resonance, MassShift inclusive, MassShift barrel, List<MassShift> byEta, List<MassShift> byPhi) {
    public WeakModeMasses {
        byEta = List.copyOf(byEta);
        byPhi = List.copyOf(byPhi);
    }
}
