package org.sagitta.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.geometry.input.BadInputException;

class CorrectionJsonTest {

    static Correction random(long seed) {
        Random random = new Random(seed);
        AemModel model = AemModel.standard();
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
