package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;

/** The studies on toy pairs whose bias is put in by hand. */
class StudyTest {
    private static final int PAIRS = 20_000;

    /** Relative curvature resolution of the toy. */
    private static final double RESOLUTION = 0.01;

    /** Curvatures are measured too large by this, so masses are too small by it. */
    private static final double TOO_LARGE = 1e-3;

    /** Curvatures of positive legs are larger by this, of negative ones smaller [1/GeV]. */
    private static final double ODD = 2e-5;

    /** Standard deviations; the seeds are fixed, so a failure is a fault and not chance. */
    private static final double SIGMAS = 4;

    private static PairSample toy(long seed, double scale, double odd) {
        Random random = new Random(seed);
        PairSample.Builder pairs = PairSample.builder(PAIRS);
        for (int i = 0; i < PAIRS; i++) {
            double kPlus = 1 / (25 + 30 * random.nextDouble());
            double kMinus = 1 / (25 + 30 * random.nextDouble());
            double eta = 4.6 * random.nextDouble() - 2.3;
            double phi = 2 * Math.PI * random.nextDouble() - Math.PI;
            double generated = pair(kPlus, kMinus, eta, phi, 1).mass();
            double measuredPlus = kPlus * (1 + scale + RESOLUTION * random.nextGaussian()) + odd;
            double measuredMinus = kMinus * (1 + scale + RESOLUTION * random.nextGaussian()) - odd;
            double sigma = RESOLUTION * Math.sqrt(0.5) * generated;
            pairs.add(pair(measuredPlus, measuredMinus, eta, phi, sigma), new TruthPair(kPlus, kMinus, generated));
        }
        return pairs.build();
    }

    private static Dimuon pair(double kPlus, double kMinus, double eta, double phi, double sigma) {
        return new Dimuon(
                new Muon(kPlus, eta, phi, Charge.POSITIVE), new Muon(kMinus, -eta, phi - 3, Charge.NEGATIVE), sigma);
    }

    private static Correction scale(double a) {
        return Correction.of(AemCorrection.fieldScale(a, 0));
    }

    @Test
    void massStudyFindsTheBiasAndItsRemoval() {
        MassClosure closure = new MassStudy(toy(1, TOO_LARGE, 0), toy(2, 0, 0), scale(-TOO_LARGE)).closure();

        BiasBin all = closure.inclusive();
        double expectedError = Math.sqrt(0.5) * RESOLUTION * Math.sqrt(2.0 / PAIRS);
        assertEquals(expectedError, all.stat(), 0.05 * expectedError);
        assertEquals(-TOO_LARGE, all.before(), SIGMAS * all.stat());
        assertEquals(0, all.after(), SIGMAS * all.stat());
        assertEquals(Binning.PAIR_ETA.bins(), closure.byEta().size());
        assertEquals(Binning.PAIR_PHI.bins(), closure.byPhi().size());
        closure.byEta().forEach(bin -> assertEquals(-TOO_LARGE, bin.before(), SIGMAS * bin.stat(), bin.toString()));
    }

    @Test
    void errorOfTheCalibrationIsCounted() {
        double sigmaA = 3e-4;
        Correction uncertain = Correction.of(AemCorrection.fieldScale(0, sigmaA));

        BiasBin all =
                new MassStudy(toy(1, 0, 0), toy(2, 0, 0), uncertain).closure().inclusive();

        assertTrue(all.stat() > sigmaA && all.stat() < 1.1 * sigmaA, all.toString());
    }

    @Test
    void legStudySeparatesEvenAndOdd() {
        LegClosure closure = new LegStudy(toy(3, TOO_LARGE, ODD), scale(-TOO_LARGE), 20).closure();

        double meanPt = 40;
        for (int b = 1; b < closure.even().size() - 1; b++) {
            BiasBin even = closure.even().get(b);
            BiasBin odd = closure.odd().get(b);
            assertEquals(TOO_LARGE, even.before(), SIGMAS * even.stat(), even.toString());
            assertEquals(0, even.after(), SIGMAS * even.stat(), even.toString());
            assertEquals(ODD * meanPt, odd.after(), SIGMAS * odd.stat() + 0.05 * ODD * meanPt, odd.toString());
        }
    }

    @Test
    void profileFromTheTruthIsTheNegativeOfWhatWasPutIn() {
        AemModel model = AemModel.standard();
        ProfileStudy study = new ProfileStudy(
                Correction.of(new AemCorrection(model, new double[model.size()], Covariance.zero(model.size()))));
        study.add(toy(4, TOO_LARGE, ODD), 20);

        ParameterProfile misalignment = study.profiles().get(2);
        for (ProfileBin bin : misalignment.bins()) {
            assertEquals(-ODD, bin.truth(), 0.5 * ODD, bin.toString());
        }
    }
}
