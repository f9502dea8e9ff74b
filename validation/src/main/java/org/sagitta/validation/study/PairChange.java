package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.kalman.vertex.DimuonFit;
import org.sagitta.kalman.vertex.DimuonMass;

/**
 * The same pair in two worlds.
 *
 * @param pair its number in the sample
 * @param plus truth of the positive muon and its track in the first world
 * @param minus the same of the negative muon
 * @param before as measured in the first world
 * @param after as measured in the second, with the mass error of the first
 */
record PairChange(long pair, ExactTrack plus, ExactTrack minus, Dimuon before, Dimuon after) {

    /** The pairs of muons 2 i and 2 i + 1 of two samples whose four tracks were all fitted. */
    static List<PairChange> of(ExactTracks before, ExactTracks after) {
        List<PairChange> pairs = new ArrayList<>();
        DimuonFit masses = new DimuonFit();
        for (int i = 0; i + 1 < before.muons(); i += 2) {
            Optional<ExactTrack> plus = before.get(i);
            Optional<ExactTrack> minus = before.get(i + 1);
            Optional<ExactTrack> plusAfter = after.get(i);
            Optional<ExactTrack> minusAfter = after.get(i + 1);
            if (plus.isPresent() && minus.isPresent() && plusAfter.isPresent() && minusAfter.isPresent()) {
                DimuonMass mass = masses.fit(plus.get().fitted(), minus.get().fitted());
                pairs.add(new PairChange(
                        i / 2,
                        plus.get(),
                        minus.get(),
                        new Dimuon(plus.get().muon(), minus.get().muon(), mass.sigma()),
                        new Dimuon(plusAfter.get().muon(), minusAfter.get().muon(), mass.sigma())));
            }
        }
        return pairs;
    }

    /**
     * Number of the decay. Pairs come as twins, the second with the charges of the first exchanged, so that what is odd in the charge
     * cancels in their mean.
     */
    long decay() {
        return pair / 2;
    }
}
