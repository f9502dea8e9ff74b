package org.sagitta.calibration.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.export.UhiJson.Approximation;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.model.MisalignmentShape;
import org.sagitta.geometry.input.BadInputException;

class UhiJsonTest {
    /** Relative: some roundings. */
    private static final double ROUNDING = 1e-12;

    /** Relative: variances are larger by one part in a million, on purpose. */
    private static final double RIDGE = 2e-6;

    /** A form that the contract holds: 8 bins of A, 12 of e and 6 of M, all edges being among those of 24 bins. */
    private static AemModel contract() {
        return AemModel.of(
                new FieldShape(EtaBinning.uniform(8, -2.4, 2.4), 0),
                LossShape.perPt(EtaBinning.uniform(12, -2.4, 2.4)),
                new MisalignmentShape(EtaBinning.uniform(6, -2.4, 2.4), List.of(Harmonic.CONSTANT)));
    }

    private static JsonNode file(Correction correction, int bins, Approximation approximation)
            throws JsonProcessingException {
        return new ObjectMapper().readTree(new UhiJson("0.1", "a test").write(correction, bins, approximation));
    }

    private static double value(JsonNode file, String name, String what, int bin) {
        return file.get(name).get("storage").get(what).get(bin).doubleValue();
    }

    @Test
    void theHistogramsAreTheCorrection() throws JsonProcessingException {
        Correction correction = Correction.of(CorrectionlibJsonTest.filled(contract(), 1));
        for (int bins : new int[] {24, 48}) {
            JsonNode file = file(correction, bins, Approximation.REFUSED);
            for (int bin = 0; bin < bins; bin++) {
                double eta = -2.4 + 4.8 * (bin + 0.3) / bins;
                double k = 0.1;
                double even = 1 + value(file, "A", "values", bin) - value(file, "e", "values", bin) * k;
                double odd = value(file, "M", "values", bin);
                for (Charge charge : Charge.values()) {
                    double expected = correction.correct(k, eta, 1.2, charge);
                    assertEquals(expected, k * even + charge.sign() * odd, ROUNDING * expected, "eta " + eta);
                }
            }
        }
    }

    @Test
    void theCovarianceIsOrderedByEtaAndItsDiagonalIsThatOfTheHistograms() throws JsonProcessingException {
        Correction correction = Correction.of(CorrectionlibJsonTest.filled(contract(), 2));
        JsonNode file = file(correction, 24, Approximation.REFUSED);
        JsonNode covariance = file.at("/covariance_matrix/storage/values");
        assertEquals(72, covariance.size());
        List<String> order = List.of("A", "e", "M");
        for (int i = 0; i < 72; i++) {
            double diagonal = covariance.get(i).get(i).doubleValue();
            assertEquals(value(file, order.get(i % 3), "variances", i / 3), diagonal, 0.0);
            for (int j = 0; j < i; j++) {
                assertEquals(
                        covariance.get(i).get(j).doubleValue(),
                        covariance.get(j).get(i).doubleValue(),
                        0.0);
            }
        }
        AemModel model = contract();
        Covariance own = correction.covariance();
        // bin 5 of 24 is in bin 2 of 8 and bin 3 of 12; bin 20 in bin 6 of 6
        double expected = own.at(model.indexOf("A02"), model.indexOf("M0_6"));
        assertEquals(expected, covariance.get(3 * 5).get(3 * 20 + 2).doubleValue(), ROUNDING * Math.abs(expected));
        double variance = own.at(model.indexOf("e03"), model.indexOf("e03"));
        assertEquals(variance, value(file, "e", "variances", 5), RIDGE * variance);
    }

    /** WRemnants takes square roots of the eigenvalues; there are more bins than parameters. */
    @Test
    void theCovarianceIsPositiveDefiniteInDoublePrecision() throws JsonProcessingException {
        Correction correction = Correction.of(CorrectionlibJsonTest.filled(contract(), 3));
        JsonNode rows = file(correction, 48, Approximation.REFUSED).at("/covariance_matrix/storage/values");
        DMatrixRMaj matrix = new DMatrixRMaj(rows.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                matrix.set(i, j, rows.get(i).get(j).doubleValue());
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(rows.size(), false, true);
        assertTrue(eigen.decompose(matrix));
        for (int i = 0; i < rows.size(); i++) {
            assertTrue(eigen.getEigenvalue(i).getReal() > 0, "eigenvalue " + i + ": " + eigen.getEigenvalue(i));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndNamed() {
        FieldRatio ratio = FieldRatio.tabulate(new double[] {0}, 4, (eta, phi) -> 1.001);
        Correction standard = Correction.of(ratio, CorrectionlibJsonTest.filled(AemModel.standard(), 4));
        BadInputException error =
                assertThrows(BadInputException.class, () -> file(standard, 24, Approximation.REFUSED));
        assertEquals(
                "the correction does not fit into A, e and M of 24 eta bins: a field ratio, A is not constant in the eta"
                        + " bins, M depends on phi; --average writes means",
                error.getMessage());
        Correction finer = Correction.of(CorrectionlibJsonTest.filled(contract(), 5));
        assertTrue(String.valueOf(assertThrows(BadInputException.class, () -> file(finer, 10, Approximation.REFUSED))
                        .getMessage())
                .contains("e is not constant in the eta bins"));
    }

    @Test
    void meansAreThoseOverTheBin() throws JsonProcessingException {
        AemModel model = AemModel.standard();
        AemCorrection aem = CorrectionlibJsonTest.filled(model, 6);
        FieldRatio ratio =
                FieldRatio.tabulate(new double[] {-3, 3}, 12, (eta, phi) -> 1.002 + 1e-3 * Math.sin(phi) + 1e-4 * eta);
        JsonNode file = file(Correction.of(ratio, aem), 24, Approximation.AVERAGED);
        int bin = 21;
        double low = -2.4 + 0.2 * bin;
        double r = 1.002 + 1e-4 * (low + 0.1);
        double square = (Math.pow(low + 0.2, 3) - Math.pow(low, 3)) / 0.6;
        double a = aem.value(model.indexOf("A1")) + aem.value(model.indexOf("A2")) * square;
        // the mean of eta^2 is taken over 20 points, wrong by 0.2^2 / (12 * 400)
        assertEquals((1 + a) / r - 1, value(file, "A", "values", bin), 1e-7);
        assertEquals(aem.value(model.indexOf("e11")) / (r * r), value(file, "e", "values", bin), 1e-8);
        assertEquals(aem.value(model.indexOf("M0_6")), value(file, "M", "values", bin), 1e-15);
        assertTrue(file.at("/A/metadata/means_taken_since").asText().contains("a field ratio"));
    }
}
