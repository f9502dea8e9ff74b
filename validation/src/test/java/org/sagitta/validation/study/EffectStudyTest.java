package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix5;

class EffectStudyTest {
    private static final double THETA = 1.0;
    private static final double ETA = -Math.log(Math.tan(0.5 * THETA));
    private static final double PT = 20;
    private static final SymMatrix5 COVARIANCE = SymMatrix5.diagonal(1, 4, 1e-4, 1e-4, 1e-6);

    /** Of sums of a few numbers, relative to what is shifted. */
    private static final double ROUNDING = 1e-9;

    /** Adds a muon whose curvature is off by a relative amount, and d0 by as many sigma. */
    private static void add(TrackOutcomes to, int charge, double curvature, double d0) {
        double qOverP = charge * Math.sin(THETA) / PT;
        LocalVector truth = new LocalVector(0, 0, 0.5, THETA, qOverP);
        LocalVector fitted = new LocalVector(d0, 0, 0.5, THETA, qOverP * (1 + curvature));
        to.addFitted(ETA, PT, new PerigeeState(fitted, COVARIANCE), truth, 1, 1);
    }

    @Test
    void shiftsAreTakenApartByCharge() {
        TrackOutcomes without = new TrackOutcomes();
        TrackOutcomes with = new TrackOutcomes();
        for (int i = 0; i < 30; i++) {
            double common = 1e-3 * (i - 15);
            add(without, 1, common, 0);
            add(with, 1, common + 2e-4, 0.25);
            add(without, -1, common, 0);
            add(with, -1, common - 1e-4, 0.25);
        }
        add(without, 1, 0, 0);
        with.addFailure(ETA, PT, "LOST");
        without.addOther("LOST");
        with.addOther("LOST");
        EffectStudy study = new EffectStudy("test");
        study.add(without, with);

        EffectResult result = study.result();
        assertEquals(1, result.lost());
        assertEquals(60, result.all().muons());
        assertEquals(0.5e-4, result.all().scaleEven(), 1e-4 * ROUNDING);
        assertEquals(1.5e-4, result.all().scaleOdd(), 1e-4 * ROUNDING);
        assertEquals(0.25, result.all().pulls().get(0).shift(), ROUNDING);
        EffectCell cell =
                result.cells().stream().filter(c -> c.muons() > 0).findFirst().orElseThrow();
        assertEquals(0.4, cell.absEtaLow(), 0);
        assertEquals(15, cell.ptLow());
        assertEquals(60, cell.muons());
    }

    @Test
    void partsMustHaveTheSameMuons() {
        TrackOutcomes one = new TrackOutcomes();
        add(one, 1, 0, 0);
        EffectStudy study = new EffectStudy("test");
        assertThrows(IllegalArgumentException.class, () -> study.add(one, new TrackOutcomes()));
    }
}
