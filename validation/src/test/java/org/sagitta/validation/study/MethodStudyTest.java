package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.validation.report.MethodJson;
import org.sagitta.validation.report.MethodTable;

class MethodStudyTest {
    /** Back-to-back muons of 40 to 50 GeV; every third event is lost. */
    private static PairSample toy(int pairs, long seed, double scale, double odd) {
        Random truth = new Random(7);
        Random noise = new Random(seed);
        PairSample.Builder sample = PairSample.builder(pairs);
        for (int event = 0; !sample.isFull(); event++) {
            double kPlus = 1 / (40 + 10 * truth.nextDouble());
            double kMinus = 1 / (40 + 10 * truth.nextDouble());
            double eta = 4.6 * truth.nextDouble() - 2.3;
            double phi = 2 * Math.PI * truth.nextDouble() - Math.PI;
            double error = 0.01 * truth.nextGaussian();
            if (noise.nextInt(3) > 0) {
                sample.add(
                        pair(kPlus * (1 + scale + error) + odd, kMinus * (1 + scale - error) - odd, eta, phi),
                        new TruthPair(
                                event,
                                kPlus,
                                kMinus,
                                pair(kPlus, kMinus, eta, phi).mass()));
            }
        }
        return sample.build();
    }

    private static Dimuon pair(double kPlus, double kMinus, double eta, double phi) {
        return new Dimuon(
                new Muon(kPlus, eta, phi, Charge.POSITIVE), new Muon(kMinus, -eta, phi - 3, Charge.NEGATIVE), 1);
    }

    @Test
    void figuresAreThoseOfTheClosure() {
        SamplePair samples =
                new SamplePair(toy(3000, 1, 1e-3, 2e-5), toy(3000, 2, 0, 0), SamplePair.Partner.SAME_EVENTS);
        AemModel model = AemModel.builder()
                .field(FieldTerm.CONSTANT)
                .misalignment(EtaBinning.uniform(1, -2.4, 2.4), List.of(Harmonic.CONSTANT))
                .build();
        Correction correction =
                Correction.of(new AemCorrection(model, new double[] {-1e-3, -1e-5}, Covariance.zero(2)));
        MethodStudy study = new MethodStudy(correction);
        assertEquals(new MassStudy(samples, correction).closure(), study.masses(samples));
        List<BiasBin> odd = study.oddAt45Gev(samples);
        assertEquals(LegStudy.at45Gev(samples, correction).closure().odd(), odd);
        // 2e-5 were put in and 1e-5 taken out; twelve bins within four standard deviations, false alarm 8e-4
        odd.forEach(bin -> assertEquals(45 * 1e-5, bin.after(), 4 * bin.stat(), bin.toString()));
        List<BiasBin> made = List.of(new BiasBin(0, 1, 0, 3e-4, 0), new BiasBin(1, 2, 0, -4e-4, 0));
        assertEquals(Math.sqrt(0.5) * 5e-4, MethodResult.rms(made), 1e-16);
        assertEquals(-4e-4, MethodResult.worst(made));
    }

    @Test
    void sliceBeginsAtAnEvent() {
        PairSample whole = toy(100, 3, 0, 0);
        for (int i = 0; i < 100; i++) {
            long event = whole.truth(i).event();
            assertEquals(100 - i, PairSlice.fromEvent(whole, event).size());
            long next = i < 99 ? whole.truth(i + 1).event() : event + 1;
            assertEquals(99 - i, PairSlice.fromEvent(whole, event + 1).size(), "between " + event + " and " + next);
        }
        PairSlice slice = new PairSlice(whole, 10, 20);
        assertEquals(whole.truth(13), slice.block(3, 5).truth(0));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.block(3, 11));
        assertThrows(IndexOutOfBoundsException.class, () -> new PairSlice(whole, 90, 101));
    }

    /** Scale and offset of each part are drawn with known errors; with 400 parts the spread is known to 3.5 %. */
    @Test
    void spreadOfPartsIsTheErrorOfTheWhole() {
        double sigmaScale = 2e-3;
        double sigmaOdd = 3e-5;
        int parts = 400;
        Random random = new Random(5);
        List<CurvatureCorrection> corrections = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            double scale = sigmaScale * random.nextGaussian();
            double odd = sigmaOdd * random.nextGaussian();
            corrections.add((k, eta, phi, charge) -> k * (1 + scale) + charge.sign() * odd);
        }
        Repeatability found = Repeatability.of(corrections, toy(500, 4, 0, 0).measured());
        double fourSigma = 4 / Math.sqrt(2.0 * parts);
        assertEquals(1, found.massScale() / (sigmaScale / Math.sqrt(parts)), fourSigma);
        assertEquals(1, found.odd() / (45 * sigmaOdd / Math.sqrt(parts)), fourSigma);
        assertEquals(4, new Repeatability(2e-4, 0).timesTheSample(1e-4), 1e-12);
    }

    @Test
    void pairsNeededGrowWithTheSquareOfTheError() {
        MethodResult result = new MethodResult(
                "m", "", Map.of("Z", 1000), Map.of(), List.of(), new Repeatability(3e-4, 0), 1, Optional.empty());
        assertEquals(Map.of("Z", 9000.0), rounded(result.pairsNeeded(1e-4)));
        assertEquals(0, MethodResult.worst(List.of()));
        assertTrue(Double.isNaN(MethodResult.rms(List.of())));
    }

    @Test
    void aMethodThatDoesNotSettleIsALineBesideTheOthers() {
        MethodResult lost = MethodResult.withoutFigures("m", "what it does", Map.of("Z", 1000), 1, "it moves");
        assertTrue(MethodTable.of(List.of(lost)).contains("m             not converged: it moves"));
        JsonNode node = MethodJson.tree("s", 1, List.of(lost)).at("/methods/0");
        assertFalse(node.get("converged").asBoolean(true));
        assertEquals("it moves", node.get("unsettled").asText());
        assertTrue(node.get("sigma_z_mass_scale").isNull());
        assertEquals(0, node.get("mass_bias").size());
    }

    private static Map<String, Double> rounded(Map<String, Double> values) {
        values.replaceAll((key, value) -> (double) Math.round(value));
        return values;
    }
}
