package org.sagitta.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;

class ParameterUpdateTest {
    private static final EtaBinning BINS = EtaBinning.of(-2.4, 0, 2.4);
    private static final AemModel ALL = AemModel.builder()
            .field(FieldTerm.CONSTANT)
            .misalignment(BINS, Harmonic.upTo(0))
            .build();
    private static final AemModel ODD =
            AemModel.builder().misalignment(BINS, Harmonic.upTo(0)).build();

    /** Relative, of a handful of operations in double precision. */
    private static final double ROUNDING = 1e-12;

    private static final double[][] COVARIANCE = {{4e-10, 1e-11, 0}, {1e-11, 1e-12, 2e-13}, {0, 2e-13, 1e-12}};

    private static final AemCorrection CALIBRATION =
            new AemCorrection(ALL, new double[] {1e-3, 2e-5, 3e-5}, Covariance.of(COVARIANCE));

    /** Against the information form, (C^-1 + H^T V^-1 H) (p' - p) = H^T V^-1 r, written out. */
    @Test
    void isTheLeastSquaresOfBoth() {
        double[] residuals = {1e-6, -4e-6};
        double[] variances = {2e-12, 5e-13};
        Covariance v = Covariance.of(new double[][] {{variances[0], 0}, {0, variances[1]}});

        AemCorrection updated = ParameterUpdate.of(CALIBRATION, new AemCorrection(ODD, residuals, v));

        double[] step = new double[3];
        for (int i = 0; i < 3; i++) {
            step[i] = updated.value(i) - CALIBRATION.value(i);
        }
        // C^-1 step = H^T V^-1 (r - H step), multiplied by C
        for (int i = 0; i < 3; i++) {
            double pull = 0;
            for (int j = 0; j < 2; j++) {
                pull += COVARIANCE[i][j + 1] * (residuals[j] - step[j + 1]) / variances[j];
            }
            assertEquals(pull, step[i], ROUNDING * 1e-3, "parameter " + i);
            for (int k = 0; k < 3; k++) {
                // C' = C - C H^T V^-1 H C'
                double reduced = COVARIANCE[i][k];
                for (int j = 0; j < 2; j++) {
                    reduced -= COVARIANCE[i][j + 1] * updated.covariance().at(j + 1, k) / variances[j];
                }
                assertEquals(reduced, updated.covariance().at(i, k), ROUNDING * 4e-10, i + ", " + k);
            }
        }
    }

    @Test
    void whatIsNotInTheModelCannotBeUpdated() {
        AemCorrection field = AemCorrection.fieldScale(1e-4, 1e-5);
        AemCorrection odd = new AemCorrection(ODD, new double[2], Covariance.ofSigmas(1e-6, 1e-6));

        assertThrows(IllegalArgumentException.class, () -> ParameterUpdate.of(field, odd));
    }
}
