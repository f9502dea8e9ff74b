package org.sagitta.calibration.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBasis;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.model.Models;

class CorrectionlibJsonTest {
    /** Relative difference of pT: some hundred roundings. */
    private static final double TOLERANCE = 1e-12;

    private static final double[] PT = {1.7, 3.5, 12.3, 45, 200};
    private static final double[] PHI = {-7, -Math.PI, -3.1, -1, 0, 0.7, 2.5, Math.PI, 3.1415927410125732, 11};

    static Stream<String> models() {
        return Models.all().keySet().stream();
    }

    /** Values as large as those of a real calibration, and a covariance that correlates all of them. */
    static AemCorrection filled(AemModel model, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = model.size();
        double[] scale = model.parameters().stream()
                .mapToDouble(CorrectionlibJsonTest::scale)
                .toArray();
        double[] values = new double[n];
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i] = scale[i] * random.nextDouble(-1, 1);
            for (int j = 0; j < n; j++) {
                root[i][j] = 0.1 * scale[i] * random.nextDouble(-1, 1);
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < n; k++) {
                    covariance[i][j] += root[i][k] * root[j][k];
                }
                covariance[j][i] = covariance[i][j];
            }
        }
        return new AemCorrection(model, values, Covariance.of(covariance));
    }

    private static double scale(AemParameter parameter) {
        return switch (parameter.kind()) {
            case A -> 1e-3;
            case E -> 5e-3;
            case M -> 2e-5;
        };
    }

    private static FieldRatio ratio() {
        double[] nodes = {-2.5, -1.1, 0, 0.4, 2.5};
        return FieldRatio.tabulate(nodes, 7, (eta, phi) -> 1 + 2e-3 * Math.sin(phi + eta) - 1e-3 * eta);
    }

    private static double[] etas(Correction correction) {
        TreeSet<Double> all = new TreeSet<>(List.of(-6.0, -2.5, -2.45, -0.05, 0.0, 1.234, 2.399, 2.5, 3.0));
        AemModel model = correction.aem().model();
        for (EtaBasis basis : List.of(model.field().basis(), model.lossBins(), model.misalignmentBasis())) {
            for (double edge : basis.breaks()) {
                all.addAll(List.of(edge, Math.nextDown(edge)));
            }
        }
        correction
                .fieldRatio()
                .ifPresent(ratio -> Arrays.stream(ratio.etaNodes()).forEach(all::add));
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static StrictCorrectionlib file(Correction correction) throws JsonProcessingException {
        JsonNode root = new ObjectMapper().readTree(CorrectionlibJson.write(correction, "a test"));
        return new StrictCorrectionlib(root, CorrectionlibJson.NAME);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelEvaluatesToItself(String name) throws JsonProcessingException {
        AemModel model = Models.all().getOrDefault(name, AemModel.standard());
        assertSame(Correction.of(filled(model, 1)));
    }

    @Test
    void theFieldRatioComesFirst() throws JsonProcessingException {
        assertSame(Correction.of(ratio(), filled(AemModel.standard(), 2)));
        assertSame(Correction.of(ratio(), filled(AemModel.fieldScale(), 3)));
        FieldRatio one = new FieldRatio(new double[] {0.5}, new double[][] {{1.002}});
        assertSame(Correction.of(one, filled(AemModel.fieldScale(), 4)));
    }

    @Test
    void theFieldRatioMayDependOnMomentum() throws JsonProcessingException {
        double[] nodes = {-2.5, -1.1, 0.4, 2.5};
        double[] pts = {3, 12.5, 45, 100};
        double[][][] tables = new double[pts.length][][];
        for (int i = 0; i < pts.length; i++) {
            double pt = pts[i];
            tables[i] = FieldRatio.tabulate(nodes, 5, (eta, phi) -> 1 + 1e-3 * Math.sin(phi + eta + pt))
                    .tables()[0];
        }
        assertSame(Correction.of(new FieldRatio(pts, nodes, tables), filled(AemModel.standard(), 7)));
    }

    private static void assertSame(Correction correction) throws JsonProcessingException {
        StrictCorrectionlib file = file(correction);
        double[] etas = etas(correction);
        assertSame(file, "nom", correction, etas);
        for (int i = 0; i < correction.variations(); i++) {
            // all places for some of them, some places for all of them
            double[] places = i % 16 == 0 ? etas : new double[] {etas[i % etas.length]};
            assertSame(file, "eig" + i + "_up", correction.variation(i, 1), places);
            assertSame(file, "eig" + i + "_down", correction.variation(i, -1), places);
        }
        for (double eta : etas) {
            for (double phi : PHI) {
                for (double pt : PT) {
                    for (Charge charge : Charge.values()) {
                        double k = correction.correct(1 / pt, eta, phi, charge);
                        double sigma = correction.sigma(1 / pt, eta, phi, charge);
                        double q = charge.sign();
                        assertRelative(1 / (k - sigma), file.evaluate("stat_up", pt, eta, phi, q), eta, phi, pt);
                        assertRelative(1 / (k + sigma), file.evaluate("stat_down", pt, eta, phi, q), eta, phi, pt);
                    }
                }
            }
        }
    }

    private static void assertSame(StrictCorrectionlib file, String key, Correction correction, double[] etas) {
        for (double eta : etas) {
            for (double phi : PHI) {
                for (double pt : PT) {
                    for (Charge charge : Charge.values()) {
                        double expected = 1 / correction.correct(1 / pt, eta, phi, charge);
                        double q = charge.sign();
                        assertRelative(expected, file.evaluate(key, pt, eta, phi, q), eta, phi, pt);
                    }
                }
            }
        }
    }

    private static void assertRelative(double expected, double actual, double eta, double phi, double pt) {
        assertTrue(
                Math.abs(actual / expected - 1) < TOLERANCE,
                () -> actual + " instead of " + expected + " at eta " + eta + ", phi " + phi + ", pt " + pt);
    }

    @Test
    void theFileHoldsAllVariationsAndNothingElse() throws JsonProcessingException {
        Correction correction = Correction.of(filled(AemModel.standard(), 5));
        StrictCorrectionlib file = file(correction);
        List<String> keys = CorrectionlibJson.keys(correction.variations());
        assertEquals(3 + 2 * 32, keys.size());
        keys.forEach(key -> assertTrue(file.evaluate(key, 10.0, 0.0, 0.0, 1.0) > 9, key));
        for (String key : List.of("", "nominal", "eig32_up", "eig0")) {
            assertThrows(IllegalArgumentException.class, () -> file.evaluate(key, 10.0, 0.0, 0.0, 1.0), key);
        }
        assertThrows(IllegalArgumentException.class, () -> file.evaluate("nom", 10.0, 0.0, 0.0, 1));
    }

    /** The evaluator of the tests would tell if edges were whole numbers or keys were there that nobody knows. */
    @Test
    void theStrictEvaluatorIsStrict() throws JsonProcessingException {
        String text = CorrectionlibJson.write(Correction.of(filled(AemModel.standard(), 6)), "a test");
        ObjectNode integers = (ObjectNode) new ObjectMapper().readTree(text);
        ((ArrayNode) integers.at("/corrections/0/data/content/0/value/edges")).set(5, 0);
        ObjectNode unknown = (ObjectNode) new ObjectMapper().readTree(text);
        ((ObjectNode) unknown.at("/corrections/0/data")).put("comment", "x");
        ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(text);
        ((ObjectNode) whole.at("/corrections/0/inputs/4")).put("type", "int");
        for (ObjectNode broken : List.of(integers, unknown, whole)) {
            assertThrows(IllegalArgumentException.class, () -> new StrictCorrectionlib(broken, CorrectionlibJson.NAME));
        }
    }
}
