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
        return toy(PAIRS, seed, seed, 1, scale, odd);
    }

    /**
     * Made-up pairs. Every tenth event is lost, which ones belongs to the noise.
     *
     * @param events seed of the true muons
     * @param noise seed of what is not common to all samples of these events
     * @param own part of the measurement error that is not common
     */
    private static PairSample toy(int pairs, long events, long noise, double own, double scale, double odd) {
        Random truth = new Random(events);
        Random random = new Random(~noise);
        PairSample.Builder sample = PairSample.builder(pairs);
        for (int event = 0; !sample.isFull(); event++) {
            double kPlus = 1 / (25 + 30 * truth.nextDouble());
            double kMinus = 1 / (25 + 30 * truth.nextDouble());
            double eta = 4.6 * truth.nextDouble() - 2.3;
            double phi = 2 * Math.PI * truth.nextDouble() - Math.PI;
            double common = Math.sqrt(1 - own * own);
            double errorPlus = RESOLUTION * (common * truth.nextGaussian() + own * random.nextGaussian());
            double errorMinus = RESOLUTION * (common * truth.nextGaussian() + own * random.nextGaussian());
            if (random.nextInt(10) > 0) {
                double generated = pair(kPlus, kMinus, eta, phi, 1).mass();
                double sigma = RESOLUTION * Math.sqrt(0.5) * generated;
                double measuredPlus = kPlus * (1 + scale + errorPlus) + odd;
                double measuredMinus = kMinus * (1 + scale + errorMinus) - odd;
                sample.add(
                        pair(measuredPlus, measuredMinus, eta, phi, sigma),
                        new TruthPair(event, kPlus, kMinus, generated));
            }
        }
        return sample.build();
    }

    private static SamplePair others(PairSample scenario, PairSample ideal) {
        return new SamplePair(scenario, ideal, SamplePair.Partner.OTHER_EVENTS);
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
        MassClosure closure = new MassStudy(others(toy(1, TOO_LARGE, 0), toy(2, 0, 0)), scale(-TOO_LARGE)).closure();

        BiasBin all = closure.inclusive();
        double expectedError = Math.sqrt(0.5) * RESOLUTION * Math.sqrt(2.0 / PAIRS);
        assertEquals(expectedError, all.stat(), 0.05 * expectedError);
        assertEquals(-TOO_LARGE, all.before(), SIGMAS * all.stat());
        assertEquals(0, all.after(), SIGMAS * all.stat());
        assertEquals(Binning.PAIR_ETA.bins(), closure.byEta().size());
        assertEquals(Binning.PAIR_PHI.bins(), closure.byPhi().size());
        closure.byEta().forEach(bin -> assertEquals(-TOO_LARGE, bin.before(), SIGMAS * bin.stat(), bin.toString()));
    }

    /**
     * Events of equal number are the same muons: what they share cancels, and the error says so. Pulls of 100 toys; the
     * width of a correct error is 1 +- 0.07.
     */
    @Test
    void sameEventsHaveASmallerErrorThatIsRight() {
        int toys = 100;
        int pairs = 1000;
        double own = 0.3;
        Moments inclusive = new Moments();
        Moments oddAt45 = new Moments();
        BiasBin last = new BiasBin(0, 0, 0, 0, 0);
        for (int t = 0; t < toys; t++) {
            SamplePair same = new SamplePair(
                    toy(pairs, t, 2L * t, own, TOO_LARGE, 0),
                    toy(pairs, t, 2L * t + 1, own, 0, 0),
                    SamplePair.Partner.SAME_EVENTS);
            last = new MassStudy(same, scale(-TOO_LARGE)).closure().inclusive();
            inclusive.add(last.after() / last.stat());
            BiasBin odd =
                    LegStudy.at45Gev(same, scale(-TOO_LARGE)).closure().odd().get(5);
            oddAt45.add(odd.after() / odd.stat());
        }

        double alone = Math.sqrt(0.5) * RESOLUTION * Math.sqrt(2.0 / pairs);
        // one event in five is in one sample only
        assertEquals(Math.sqrt(0.9 * own * own + 0.1) * alone, last.stat(), 0.1 * alone);
        assertPulls(inclusive, toys);
        assertPulls(oddAt45, toys);
    }

    private static void assertPulls(Moments pulls, int toys) {
        assertEquals(0, pulls.mean(), SIGMAS / Math.sqrt(toys));
        assertEquals(1, Math.sqrt(pulls.variance()), SIGMAS / Math.sqrt(2.0 * toys));
    }

    @Test
    void errorOfTheCalibrationIsCounted() {
        double sigmaA = 3e-4;
        Correction uncertain = Correction.of(AemCorrection.fieldScale(0, sigmaA));

        BiasBin all = new MassStudy(others(toy(1, 0, 0), toy(2, 0, 0)), uncertain)
                .closure()
                .inclusive();

        assertTrue(all.stat() > sigmaA && all.stat() < 1.1 * sigmaA, all.toString());
    }

    @Test
    void legStudySeparatesEvenAndOdd() {
        LegClosure closure = LegStudy.ofAll(others(toy(3, TOO_LARGE, ODD), toy(2, 0, 0)), scale(-TOO_LARGE), 20)
                .closure();

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
