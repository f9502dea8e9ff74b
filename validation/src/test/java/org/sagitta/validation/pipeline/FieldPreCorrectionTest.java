package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.scenario.FieldChoice;
import org.sagitta.data.scenario.FieldRatioChoice;
import org.sagitta.data.scenario.FieldRatioChoice.SeenBy;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.validation.study.ExactTracks;

class FieldPreCorrectionTest {
    private static final String MAP = "polyfit3d_3.81143026675623";
    private static final String TOSCA = "oae_3_8T";
    private static final int MUONS = 400;

    /** Mean over many muons of what interpolation between the nodes leaves; the fields differ by 12e-4. */
    private static final double MEAN_LEFT = 2e-6;

    /**
     * Quadratic mean of the same, measured 3.5e-5: which sensors a muon meets, and so what its fit sees, changes from muon to muon in the
     * forward direction.
     */
    private static final double SPREAD_LEFT = 5e-5;

    private static final Scenario SCENARIO = Scenarios.bundled("w-like-2011");
    private static final Worlds WORLDS = new Worlds(CmsTracker.load(), 1);

    private static FieldRatio ratio(String map, SeenBy seenBy) {
        return FieldPreCorrection.ratio(new FieldRatioChoice(map, TOSCA, seenBy), SCENARIO, WORLDS);
    }

    /** Muons of 3.5 to 90 GeV that lie at no node of the ratio. */
    private static GeneratedMuon muon(long number) {
        double golden = number * 0.6180339887498949 % 1;
        double silver = number * 0.41421356237309515 % 1;
        double eta = -2.35 + 4.7 * golden;
        double phi = 2 * Math.PI * silver;
        double pt = 3.5 * Math.exp(Math.log(90 / 3.5) * number / MUONS);
        Vec3 direction = new Vec3(Math.cos(phi), Math.sin(phi), Math.sinh(eta));
        return new GeneratedMuon(number % 2 == 0 ? 1 : -1, direction.times(pt), Vec3.ZERO);
    }

    private static ExactTracks fitted(String field) {
        Scenario ideal = SCENARIO.idealPartner();
        TruthChoice truth = new TruthChoice(
                ideal.truth().world().withField(new FieldChoice(field, 1)), Noiseless.effects(ideal.reconstruction()));
        MuonRun run = new MuonRun(
                ideal.withTruth("test", truth), FieldPreCorrectionTest::muon, "test", WORLDS, new KernelWarmup());
        return run.muons(new ExactTracks(), 0, MUONS);
    }

    @Test
    void curvaturesFittedInOneFieldBecomeThoseOfTheOther() {
        FieldRatio ratio = ratio(MAP, SeenBy.TRACK_FIT);
        ExactTracks inMap = fitted(MAP);
        ExactTracks inTosca = fitted(TOSCA);
        int compared = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MUONS; i++) {
            OptionalDouble measured = inMap.fittedK(i);
            OptionalDouble expected = inTosca.fittedK(i);
            if (measured.isPresent() && expected.isPresent()) {
                GeneratedMuon muon = muon(i);
                double k = measured.getAsDouble();
                double left = k / ratio.at(k, muon.eta(), muon.phi()) / expected.getAsDouble() - 1;
                sum += left;
                squares += left * left;
                compared++;
            }
        }
        assertTrue(compared > 0.9 * MUONS, compared + " muons have a clean track");
        assertEquals(0, sum / compared, MEAN_LEFT);
        assertEquals(0, Math.sqrt(squares / compared), SPREAD_LEFT);
    }

    @Test
    void aFieldAgainstItselfIsOneToTheLastBit() {
        FieldRatio ratio = ratio(TOSCA, SeenBy.TRACK_FIT);
        for (double[][] table : ratio.tables()) {
            for (double[] row : table) {
                for (double r : row) {
                    assertEquals(1.0, r);
                }
            }
        }
    }

    @Test
    void theSagittaOfAStraightTrackIsNearWhatTheFitSees() {
        FieldRatio straight = ratio(MAP, SeenBy.STRAIGHT_TRACK);
        FieldRatio fitted = ratio(MAP, SeenBy.TRACK_FIT);
        assertTrue(fitted.dependsOnMomentum() && !straight.dependsOnMomentum());
        // The field-mapper fit bends by 1.1e-3 to 1.9e-3 more in the forward direction, 1e-4 to 4e-4 more in the
        // barrel.
        for (double eta : new double[] {-2, -1, 0, 1, 2}) {
            double near = Math.abs(eta) < 1.5 ? 1e-4 : 3e-4;
            for (double pt : new double[] {5, 45}) {
                assertEquals(straight.at(1 / pt, eta, 0.3), fitted.at(1 / pt, eta, 0.3), near, "at eta " + eta);
            }
        }
    }

    @Test
    void aFieldThatBendsTheOtherWayIsNoBetterOne() {
        BadInputException e = assertThrows(BadInputException.class, () -> ratio("uniform_-3.8", SeenBy.TRACK_FIT));
        assertTrue(
                String.valueOf(e.getMessage()).contains("no muon of 3 GeV at eta -2.5 has a clean track"),
                e.getMessage());
    }
}
