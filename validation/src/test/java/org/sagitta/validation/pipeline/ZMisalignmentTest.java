package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;

class ZMisalignmentTest {
    private static final int PAIRS = 40_000;
    private static final double MASS = 91;

    /** Relative curvature resolution of the toy. */
    private static final double RESOLUTION = 0.015;

    /** Measured curvatures are q ODD too large [1/GeV]. */
    private static final double ODD = 3e-5;

    /** Standard deviations of the J/psi calibration: A, M below and above eta = 0. */
    private static final double[] BEFORE = {1e-5, 2e-5, 2e-5};

    /** The seeds are fixed: more is a fault and not chance, of which the probability is 6e-5 a parameter. */
    private static final double SIGMAS = 4;

    /** Relative: M moves a curvature of 1/35 GeV by a thousandth, and the pairs that are acceptable a little. */
    private static final double SECOND_ORDER = 0.02;

    private static DimuonSample toy(long seed, double odd) {
        Random random = new Random(seed);
        DimuonSample.Builder pairs = DimuonSample.builder(PAIRS);
        while (pairs.size() < PAIRS) {
            double ptPlus = 20 + 30 * random.nextDouble();
            double ptMinus = 20 + 30 * random.nextDouble();
            double cosh = MASS * MASS / (2 * ptPlus * ptMinus) - 1;
            double etaMinus = 3 * random.nextDouble() - 1.5;
            double away = random.nextBoolean() ? 1 : -1;
            double etaPlus = etaMinus + away * Math.log(cosh + Math.sqrt(cosh * cosh - 1));
            double phi = 2 * Math.PI * random.nextDouble();
            if (cosh > 1 && Math.abs(etaPlus) < 2.4) {
                double kPlus = (1 + RESOLUTION * random.nextGaussian()) / ptPlus + odd;
                double kMinus = (1 + RESOLUTION * random.nextGaussian()) / ptMinus - odd;
                Muon plus = new Muon(kPlus, etaPlus, phi, Charge.POSITIVE);
                Muon minus = new Muon(kMinus, etaMinus, phi + Math.PI, Charge.NEGATIVE);
                // the same relative error for all, or the target would be a function of the mass that was measured
                double mass = new Dimuon(plus, minus, 1).mass();
                pairs.add(new Dimuon(plus, minus, RESOLUTION * Math.sqrt(0.5) * mass));
            }
        }
        return pairs.build();
    }

    @Test
    void zFindTheMisalignmentThatTheJpsiDidNot() {
        AemModel model = AemModel.builder()
                .field(FieldTerm.CONSTANT)
                .misalignment(EtaBinning.of(-2.4, 0, 2.4), Harmonic.upTo(0))
                .build();
        AemCorrection jpsi = new AemCorrection(model, new double[3], Covariance.ofSigmas(BEFORE));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            AemCorrection improved = new ZMisalignment(executor)
                    .improve(Correction.of(jpsi), toy(1, ODD), toy(2, 0))
                    .aem();

            assertEquals(0, improved.value(0), 1e-12, "A is not touched");
            assertEquals(BEFORE[0], improved.sigma(0), 1e-12);
            for (int i = 1; i < 3; i++) {
                // the J/psi say 0 +- 2e-5, too, which is fair: that is 1.5 sigma from the truth
                assertEquals(-ODD, improved.value(i), SIGMAS * improved.sigma(i), "M " + i);
                assertTrue(improved.sigma(i) < 0.5 * BEFORE[i], "sigma " + improved.sigma(i));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** The same decays in both worlds: their M is known far better than their noise lets one know it. */
    @Test
    void manyZDecideAloneAndTheirCommonNoiseCancels() {
        AemModel model = AemModel.builder()
                .misalignment(EtaBinning.of(-2.4, 0, 2.4), Harmonic.upTo(0))
                .build();
        AemCorrection jpsi = new AemCorrection(model, new double[2], Covariance.ofSigmas(1e-7, 1e-7));
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            AemCorrection improved = new ZMisalignment(executor)
                    .ofManyZ(Correction.of(jpsi), toy(1, ODD), toy(1, 0))
                    .aem();
            for (int i = 0; i < 2; i++) {
                assertEquals(-ODD, improved.value(i), SECOND_ORDER * ODD, "M " + i);
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
