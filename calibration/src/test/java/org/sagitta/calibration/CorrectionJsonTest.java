package org.sagitta.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Models;
import org.sagitta.geometry.input.BadInputException;

class CorrectionJsonTest {

    static Correction random(long seed) {
        return random(AemModel.standard(), seed);
    }

    private static Correction random(AemModel model, long seed) {
        Random random = new Random(seed);
        int n = model.size();
        double[] values = random.doubles(n, -1e-3, 1e-3).toArray();
        double[][] root = new double[n][];
        for (int i = 0; i < n; i++) {
            root[i] = random.doubles(n, -1e-4, 1e-4).toArray();
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int l = 0; l < n; l++) {
                    sum += root[i][l] * root[j][l];
                }
                covariance[i][j] = sum;
                covariance[j][i] = sum;
            }
        }
        FieldRatio ratio =
                FieldRatio.tabulate(new double[] {-2.5, 0.1, 2.5}, 7, (eta, phi) -> 1 + 1e-3 * random.nextDouble());
        return Correction.of(ratio, new AemCorrection(model, values, Covariance.of(covariance)));
    }

    @Test
    void readsBackToTheSameBits() {
        Correction correction = random(11);
        String text = CorrectionJson.write(correction);
        assertEquals(correction, CorrectionJson.read(text));
        assertEquals(text, CorrectionJson.write(CorrectionJson.read(text)));
    }

    @Test
    void aRatioThatDependsOnMomentumReadsBackToTheSameBits() {
        double[][][] tables = {{{1.001, 1.002}}, {{1.003, 1.0 + 1e-3 / 3}}};
        FieldRatio ratio = new FieldRatio(new double[] {3, 45.5}, new double[] {0.5}, tables);
        Correction correction = Correction.of(ratio, AemCorrection.fieldScale(-1.25e-3, 1.1e-4));
        String text = CorrectionJson.write(correction);
        assertEquals(correction, CorrectionJson.read(text));
        assertTrue(text.contains("pt_gev"), text);
        String bad = text.replace("45.5", "2.5");
        BadInputException e = assertThrows(BadInputException.class, () -> CorrectionJson.read(bad));
        assertTrue(String.valueOf(e.getMessage()).contains("pT node 1 is 2.5 GeV"), e.getMessage());
    }

    @Test
    void everyModelReadsBackToTheSameBits() {
        Models.all().forEach((name, model) -> {
            Correction correction = random(model, 12);
            String text = CorrectionJson.write(correction);
            assertEquals(correction, CorrectionJson.read(text), name);
            assertEquals(text, CorrectionJson.write(CorrectionJson.read(text)), name);
            assertEquals(
                    correction.correct(0.1, 1.1, 2.2, Charge.NEGATIVE),
                    CorrectionJson.read(text).correct(0.1, 1.1, 2.2, Charge.NEGATIVE));
        });
    }

    /** What the first versions of the program wrote. */
    @Test
    void oldFilesStillRead() {
        String old = """
                {"schema": "sagitta-correction/1",
                 "formula": "k1 = k / field_ratio; k' = k1 (1 + A - e k1) + q M; k = 1/pT [1/GeV]",
                 "model": {"field_terms": ["A1", "A2"], "loss_eta_edges": [-2.4, 2.4],
                           "misalignment_terms": ["Mc", "Ms"], "misalignment_eta_edges": [-1, 1]},
                 "parameters": [{"name": "A1", "unit": "1", "value": 0.001, "sigma": 1},
                                {"name": "A2", "unit": "1", "value": 0.002, "sigma": 1},
                                {"name": "e01", "unit": "GeV", "value": 0.003, "sigma": 1},
                                {"name": "Mc_1", "unit": "1/GeV", "value": 0.004, "sigma": 1},
                                {"name": "Ms_1", "unit": "1/GeV", "value": 0.005, "sigma": 1}],
                 "covariance": [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]]}
                """;
        double expected = 0.2 * (1 + 0.001 + 0.002 * 0.25 - 0.003 * 0.2) - (0.004 * Math.cos(1) + 0.005 * Math.sin(1));
        assertEquals(expected, CorrectionJson.read(old).correct(0.2, 0.5, 1, Charge.NEGATIVE), 1e-16);
    }

    /** Keys that only other models have stay away from files of the standard model. */
    @Test
    void theStandardModelIsWrittenAsEver() {
        String text = CorrectionJson.write(Correction.of(AemCorrection.identity(AemModel.standard())));
        for (String key : new String[] {"field_harmonics", "loss_momentum", "loss_rise", "knots", "field_eta"}) {
            assertFalse(text.contains(key), key);
        }
        assertTrue(text.contains("k' = k1 (1 + A - e k1) + q M;"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"field_terms\" : [ ] | \"field_terms\" : [ \"A1\" ] | more than one",
                "\"field_harmonics\" : 2 | \"field_harmonics\" : 2.5 | whole",
                "\"field_harmonics\" : 2 | \"field_harmonics\" : 99 | harmonics",
                "\"total\" | \"absolute\" | absolute",
                "loss_reference_gev | loss_reference_tev | loss_reference_tev",
                "-2.4, -0.5 | -2.4, -3.5 | knot"
            })
    void malformedModelsAreOneLineOfKindData(String from, String to, String mentioned) {
        AemModel model = Objects.requireNonNull(Models.all().get("spline with harmonics"));
        String good = CorrectionJson.write(Correction.of(AemCorrection.identity(model)));
        String bad = good.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertNotEquals(good, bad, "the test changes nothing");
        BadInputException e = assertThrows(BadInputException.class, () -> CorrectionJson.read(bad));
        assertTrue(String.valueOf(e.getMessage()).contains(mentioned), e.getMessage());
    }

    @Test
    void singleScaleWithoutFieldRatio() {
        Correction correction = Correction.of(AemCorrection.fieldScale(-1.25e-3, 1.1e-4));
        Correction back = CorrectionJson.read(CorrectionJson.write(correction));
        assertEquals(correction, back);
        assertTrue(back.fieldRatio().isEmpty());
        assertEquals(1.1e-4, back.covariance().sigma(0), 1e-19);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"schema\": 1}", "{\"schema\": \"sagitta-correction/1\"} {}"})
    void textThatIsNoCorrectionIsRefused(String text) {
        BadInputException e = assertThrows(BadInputException.class, () -> CorrectionJson.read(text));
        assertEquals(BadInputException.Kind.DATA, e.kind());
        assertEquals(1, String.valueOf(e.getMessage()).lines().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sagitta-correction/1\" | \"sagitta-correction/2\" | schema",
                "\"value\" | \"valeu\" | valeu",
                "\"covariance\" | \"covariances\" | covariances",
                "-0.00125 | \"much\" | parameters[0].value",
                "-0.00125 | 1e999 | A1",
                "\"GeV\" | \"TeV\" | unit",
                "\"A1\", \"A2\" | \"A1\", \"A3\" | A3",
                "{ | [ | line 2",
                "\"formula\" | \"schema\" | schema",
                "[ -1.0 | [ 2.0 | edges"
            })
    void malformedTextIsOneLineOfKindData(String from, String to, String mentioned) {
        AemModel model = AemModel.builder()
                .field(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED)
                .loss(EtaBinning.of(-1, 0, 1))
                .build();
        AemCorrection aem = new AemCorrection(model, new double[] {-0.00125, 0, 0, 0}, Covariance.ofSigmas(1, 1, 1, 1));
        String good = CorrectionJson.write(Correction.of(aem));
        String bad = good.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
        assertNotEquals(good, bad, "the test changes nothing");
        BadInputException e = assertThrows(BadInputException.class, () -> CorrectionJson.read(bad));
        assertEquals(BadInputException.Kind.DATA, e.kind());
        String message = String.valueOf(e.getMessage());
        assertEquals(1, message.lines().count());
        assertTrue(message.contains(mentioned), message);
    }
}
