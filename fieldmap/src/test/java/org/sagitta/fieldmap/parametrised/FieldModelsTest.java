package org.sagitta.fieldmap.parametrised;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

class FieldModelsTest {
    private static final double EXACT = 0;
    /** T: rounding of 3.8 T. */
    private static final double NUMERICAL = 1e-14;

    /** Values at r = z = 0 from the README beside the reference values [T]. */
    @ParameterizedTest
    @CsvSource({
        "oae_3_8T, 3.8112023, 5e-8",
        "polyfit3d_3.81143026675623, 3.8114253, 5e-8",
        "polyfit2d_3.81143026675623, 3.8114241, 5e-8",
        "parabolic_3_8T, 3.8114, 0",
        "uniform_3.8, 3.8, 0"
    })
    void centralField(String name, double bz, double tolerance) {
        assertEquals(bz, FieldModels.byName(name).at(Vec3.ZERO).z(), tolerance);
    }

    @Test
    void everyKnownNameWithANumberGivesAField() {
        for (String name : FieldModels.known().keySet()) {
            assertNotNull(FieldModels.byName(name.replaceAll("_B$", "_3.8")).at(Vec3.ZERO), name);
        }
        assertNotNull(FieldModels.byName(FieldModels.TOSCA));
        assertNotNull(FieldModels.byName(FieldModels.FIELD_MAPPER));
    }

    @ParameterizedTest
    @CsvSource({
        "oae_3_8, 'did you mean \"oae_3_8T\"?'",
        "polyfit_3.8, 'did you mean \"polyfit3d_B\"?'",
        "polyfit3d_3.8x, 'did you mean \"polyfit3d_B\"?'",
        "polyfit3d_3.8d, 'did you mean \"polyfit3d_B\"?'",
        "unifrm_2, 'did you mean \"uniform_B\"?'",
        "parabolic, 'did you mean \"parabolic_3_8T\"?'",
        "oae_3_8T_float32, use oae_3_8T"
    })
    void unknownNamesAreUsageErrorsWithASuggestion(String name, String suggestion) {
        BadInputException e = assertThrows(BadInputException.class, () -> FieldModels.byName(name));
        assertEquals(BadInputException.Kind.USAGE, e.kind());
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(name), message);
        assertTrue(message.contains(suggestion), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void infiniteNominalFieldIsRefused() {
        assertThrows(BadInputException.class, () -> FieldModels.byName("polyfit3d_1e999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polyfit3d_", "polyfit3d_spline_", "polyfit2d_", "polyfit2d_piecewise_", "uniform_"})
    void aNegativeNominalFieldFlipsTheSign(String family) {
        Vec3 p = new Vec3(300, -500, 1700);
        for (String b : new String[] {"1.5", "3.0", "3.7", "4.1"}) {
            Vec3 plus = FieldModels.byName(family + b).at(p);
            Vec3 minus = FieldModels.byName(family + "-" + b).at(p);
            assertEquals(EXACT, plus.plus(minus).norm(), family + b);
        }
    }

    /** The spline passes its nodes, where the linear option is the same field. */
    @ParameterizedTest
    @ValueSource(strings = {"2.02156567013928", "3.51622117206486", "3.81143026675623", "4.01242188708911"})
    void splineAndLinesMeetAtTheNodes(String node) {
        Vec3 p = new Vec3(300, -500, 1700);
        Vec3 lines = FieldModels.byName("polyfit3d_" + node).at(p);
        Vec3 spline = FieldModels.byName("polyfit3d_spline_" + node).at(p);
        assertEquals(0, lines.minus(spline).norm(), NUMERICAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oae_2_0T", "oae_3_8T", "oae_4_0T", "polyfit2d_3.8"})
    void axisymmetricModelsHaveNoAzimuthalFieldAndDoNotTurn(String name) {
        MagneticField field = FieldModels.byName(name);
        for (double phi = -3; phi <= 3; phi += 0.5) {
            CylindricalField b = CylindricalField.at(field::at, 900, phi, -1500);
            CylindricalField atZero = CylindricalField.at(field::at, 900, 0, -1500);
            assertEquals(0, b.bphi(), NUMERICAL);
            assertEquals(atZero.br(), b.br(), NUMERICAL);
            assertEquals(atZero.bz(), b.bz(), NUMERICAL);
        }
    }

    /** Mirrored at z0, Bz of oae is even and Br is odd. */
    @Test
    void oaeIsSymmetricAroundItsCentre() {
        MagneticField field = FieldModels.byName("oae_3_8T");
        double z0 = 17.8712;
        Vec3 right = field.at(new Vec3(600, 200, z0 + 1300));
        Vec3 left = field.at(new Vec3(600, 200, z0 - 1300));
        assertEquals(right.z(), left.z(), NUMERICAL);
        assertEquals(right.x(), -left.x(), NUMERICAL);
        assertEquals(right.y(), -left.y(), NUMERICAL);
    }

    @ParameterizedTest
    @CsvSource({
        "oae_3_8T, 1150, 2800, true",
        "oae_3_8T, 1150.001, 0, false",
        "oae_3_8T, 0, -2800.001, false",
        "parabolic_3_8T, 1150, -2800, true",
        "parabolic_3_8T, 0, 2800.001, false",
        "polyfit3d_3.8, 1280, 3500, true",
        "polyfit3d_3.8, 1900, 1950, true",
        "polyfit3d_3.8, 1900, 1950.001, false",
        "polyfit3d_3.8, 1900.001, 0, false",
        "polyfit3d_3.8, 0, 3500.001, false",
        "polyfit2d_3.8, 1280, 3500, true",
        "polyfit2d_3.8, 0, -3500.001, false",
        "uniform_3.8, 1e6, 1e6, true"
    })
    void theDomainIsClosedAndOutsideItTheFieldThrows(String name, double r, double z, boolean inside) {
        MagneticField field = FieldModels.byName(name);
        for (double phi = -3; phi <= 3; phi += 0.1) {
            Vec3 p = CylindricalField.point(r, phi, z);
            assertEquals(inside, field.domain().contains(p), field.domain().description());
            if (inside) {
                assertNotNull(field.at(p));
            } else {
                String message = String.valueOf(assertThrows(OutOfFieldException.class, () -> field.at(p))
                        .getMessage());
                assertTrue(message.contains(field.domain().description()), message);
            }
        }
    }

    @Test
    void aScaledFieldIsTheFieldTimesTheScale() {
        MagneticField field = FieldModels.byName("polyfit3d_3.8");
        ScaledField scaled = new ScaledField(field, 1.000766);
        Vec3 p = new Vec3(-200, 700, 900);
        assertEquals(field.at(p).times(1.000766), scaled.at(p));
        FieldCursor cursor = scaled.cursor();
        assertEquals(scaled.at(p), cursor.at(p));
        assertEquals(field.domain(), scaled.domain());
        assertThrows(IllegalArgumentException.class, () -> new ScaledField(field, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> UniformField.alongZ(Double.POSITIVE_INFINITY));
    }

    @Test
    void cylindricalAndCartesianComponentsAreOneVector() {
        Vec3 b = new Vec3(0.1, -0.2, 3.8);
        for (double phi = -3; phi <= 3; phi += 0.5) {
            assertEquals(0, CylindricalField.of(b, phi).cartesian(phi).minus(b).norm(), NUMERICAL);
        }
        assertEquals(new CylindricalField(0.1, -0.2, 3.8), CylindricalField.of(b, 0));
    }
}
