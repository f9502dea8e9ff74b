package org.sagitta.validation.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.validation.study.PairSample;
import org.sagitta.validation.study.SamplePair;
import org.sagitta.validation.study.TruthPair;

class ChallengeScoreTest {
    /** The hidden world measures all curvatures too large by this. */
    private static final double BIAS = 1e-4;

    /** Second order in the bias, and the muon mass, which no scale of momenta moves. */
    private static final double NUMERICAL = 1e-3;

    private static final Map<String, SamplePair> SAMPLES = Map.of("Z", pairs());

    private static SamplePair pairs() {
        PairSample.Builder hidden = PairSample.builder(4000);
        PairSample.Builder ideal = PairSample.builder(4000);
        Random random = new Random(1);
        for (int event = 0; !hidden.isFull(); event++) {
            Muon plus = muon(random, Charge.POSITIVE);
            Muon minus = muon(random, Charge.NEGATIVE);
            double mass = new Dimuon(plus, minus, 1).mass();
            TruthPair truth = new TruthPair(event, plus.k(), minus.k(), mass);
            ideal.add(new Dimuon(plus, minus, 1), truth);
            hidden.add(new Dimuon(plus.withK(plus.k() * (1 + BIAS)), minus.withK(minus.k() * (1 + BIAS)), 1), truth);
        }
        return new SamplePair(hidden.build(), ideal.build(), SamplePair.Partner.SAME_EVENTS);
    }

    private static Muon muon(Random random, Charge charge) {
        double azimuth = (charge == Charge.POSITIVE ? 0 : Math.PI) + random.nextDouble();
        return Muon.ofPt(41 + 8 * random.nextDouble(), 4.8 * random.nextDouble() - 2.4, azimuth, charge);
    }

    private static ChallengeScore score(double a) {
        return ChallengeScore.of(Correction.of(AemCorrection.fieldScale(a, 1e-5)), SAMPLES);
    }

    @Test
    void aKnownBiasGivesAKnownScore() {
        ChallengeScore none = ChallengeScore.of(Correction.of(AemCorrection.identity(AemModel.fieldScale())), SAMPLES);
        ChallengeScore.Part inclusive = none.parts().get(0);
        assertEquals("Z mass, inclusive", inclusive.name());
        assertEquals(BIAS / ChallengeScore.INCLUSIVE, inclusive.score(), 4 * NUMERICAL);
        assertEquals(inclusive.scoreBefore(), inclusive.score(), 1e-12);
        assertEquals(5, none.parts().size());
    }

    @Test
    void theRightCorrectionScoresBest() {
        double right = score(-BIAS).total();
        assertTrue(right < 1e-3, () -> "score " + right);
        assertTrue(score(-1.2 * BIAS).total() > right + 0.1);
        assertTrue(score(0).total() > 1);
        assertEquals(score(0).total(), score(-BIAS).totalBefore(), 1e-12);
    }

    @Test
    void claimedErrorsGiveTheChi2() {
        // 4 sigma of A, which moves every mass by the same: 16 for each figure, but for the error of the test
        ChallengeScore.Part inclusive = score(-BIAS + 4e-5).parts().get(0);
        assertEquals(16, inclusive.chi2(), 0.1);
    }
}
