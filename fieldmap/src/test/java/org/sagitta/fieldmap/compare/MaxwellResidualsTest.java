package org.sagitta.fieldmap.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.fieldmap.parametrised.FieldModels;

/** Against the Maxwell table beside the reference values; its points are other random points in the same cylinder. */
class MaxwellResidualsTest {
    private static final int POINTS = 3000;
    /** T/m; rounding of the differences, the table has 3e-12. */
    private static final double HARMONIC = 1e-11;
    /** Relative: two digits are printed and the points differ. */
    private static final double TABLE = 0.03;

    @ParameterizedTest
    @ValueSource(strings = {"polyfit3d_3.81143026675623", "polyfit3d_spline_3.0", "polyfit2d_3.81143026675623"})
    void mapperFitsHaveNeitherDivergenceNorCurl(String name) {
        MaxwellResiduals residuals = MaxwellResiduals.of(FieldModels.byName(name), POINTS);
        assertTrue(residuals.divMax() < HARMONIC, residuals.toString());
        assertTrue(residuals.curlMax() < HARMONIC, residuals.toString());
    }

    @Test
    void oaeHasTheKnownResiduals() {
        MaxwellResiduals residuals = MaxwellResiduals.of(FieldModels.byName("oae_3_8T"), POINTS);
        assertEquals(3.1e-3, residuals.divMax(), TABLE * 3.1e-3);
        assertEquals(9.1e-4, residuals.divRms(), TABLE * 9.1e-4);
        assertEquals(3.8e-3, residuals.curlMax(), 2 * TABLE * 3.8e-3, "the largest of a sample depends on the points");
        assertEquals(1.1e-3, residuals.curlRms(), TABLE * 1.1e-3);
        assertEquals(8.4e-2, residuals.gradientRms(), TABLE * 8.4e-2);
    }

    @Test
    void parabolicIsNoMagneticField() {
        MaxwellResiduals residuals = MaxwellResiduals.of(FieldModels.byName("parabolic_3_8T"), POINTS);
        assertEquals(0.22, residuals.divMax(), TABLE * 0.22);
        assertEquals(0.13, residuals.divRms(), 2 * TABLE * 0.13, "printed with two digits");
        assertEquals(2e-6, residuals.curlMax(), TABLE * 2e-6);
        assertThrows(IllegalArgumentException.class, () -> MaxwellResiduals.of(FieldModels.byName("uniform_3.8"), 0));
    }
}
