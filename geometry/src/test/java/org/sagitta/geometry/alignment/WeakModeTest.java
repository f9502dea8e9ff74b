package org.sagitta.geometry.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

class WeakModeTest {
    /** Rounding of shifts of a millimetre [mm]. */
    private static final double ROUNDING = 1e-12;

    /** (x, y, z) = (60, 80, 200) cm: r = 100 cm, cos phi = 0.6, sin phi = 0.8. */
    private static final Vec3 POINT = new Vec3(600, 800, 2000);

    /** CMS's formulas evaluated by hand at POINT with the default amplitude and delta = 0 [mm]. */
    @ParameterizedTest
    @CsvSource({
        "radial, 0.3, 0.4, 0",
        "telescope, 0, 0, 0.5",
        // 6.77e-9 (271.846^2 - 200^2) = 2.29504677e-4
        "bowing, 0.137702806, 0.183603741, 0",
        "zExp, 0, 0, 0.404",
        // cos(2 phi) = -0.28
        "elliptical, -0.084, -0.112, 0",
        "skew, 0, 0, 0.33",
        "sagitta, 0, 0.5, 0",
        // 5e-6 /cm (100 cm)^2
        "quadraticSagitta, 0.5, 0, 0"
    })
    void followsTheFormula(String name, double dx, double dy, double dz) {
        Vec3 shift = WeakMode.fromName(name).displacement(POINT, 1, 0);
        assertEquals(0, shift.minus(new Vec3(dx, dy, dz)).norm(), 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"layerRot, 4.0549e-4", "twist, 4.08e-4"})
    void turnsAroundTheBeamExactly(String name, double dphi) {
        // 9.43e-6 (100 - 57) and 2.04e-6 200.
        Vec3 moved = POINT.plus(WeakMode.fromName(name).displacement(POINT, 1, 0));
        assertEquals(POINT.perp(), moved.perp(), ROUNDING);
        assertEquals(dphi, moved.phi() - POINT.phi(), 1e-15);
        assertEquals(POINT.z(), moved.z());
        Vec3 far = POINT.plus(WeakMode.fromName(name).displacement(POINT, 100, 0));
        assertEquals(POINT.perp(), far.perp(), ROUNDING, "also where the turn is large");
        assertEquals(100 * dphi, far.phi() - POINT.phi(), 1e-14);
    }

    @Test
    void thePhaseTurnsThePattern() {
        double delta = 0.3;
        double phi = POINT.phi();
        assertEquals(
                0.55 * Math.cos(phi + delta),
                WeakMode.SKEW.displacement(POINT, 1, delta).z(),
                ROUNDING);
        assertEquals(
                0.3 * Math.cos(2 * phi + delta),
                WeakMode.ELLIPTICAL.displacement(POINT, 1, delta).x(),
                ROUNDING);
        Vec3 sagitta = WeakMode.SAGITTA.displacement(POINT, -2, delta);
        assertEquals(-Math.sin(delta), sagitta.x(), ROUNDING);
        assertEquals(-Math.cos(delta), sagitta.y(), ROUNDING);
        Vec3 quadratic = WeakMode.QUADRATIC_SAGITTA.displacement(POINT, 1, delta);
        assertEquals(0.5 * Math.cos(delta), quadratic.x(), ROUNDING);
        assertEquals(0.5 * Math.sin(delta), quadratic.y(), ROUNDING);
    }

    @Test
    void theQuadraticSagittaGrowsWithTheSquareOfTheRadius() {
        Vec3 near = WeakMode.QUADRATIC_SAGITTA.displacement(POINT, 1, 0);
        Vec3 far = WeakMode.QUADRATIC_SAGITTA.displacement(POINT.times(1.1), 1, 0);
        assertEquals(1.21 * near.x(), far.x(), ROUNDING);
        assertEquals(
                2 * near.x(),
                WeakMode.QUADRATIC_SAGITTA.displacement(POINT, 2, 0).x(),
                ROUNDING);
    }

    /** CMS states that its default amplitudes move the edge of the tracker by about 600 um; ours does, too. */
    @ParameterizedTest
    @EnumSource(WeakMode.class)
    void theDefaultMovesTheEdgeByHalfAMillimetre(WeakMode mode) {
        double largest = 0;
        for (double z : new double[] {0, 2700}) {
            for (double phi = 0; phi < 6.28; phi += 0.1) {
                Vec3 edge = new Vec3(1100 * Math.cos(phi), 1100 * Math.sin(phi), z);
                largest = Math.max(largest, mode.displacement(edge, 1, 0).norm());
            }
        }
        assertTrue(largest > 0.5 && largest < 0.65, mode + ": " + largest + " mm");
    }

    @Test
    void namesAreThoseOfCmsAndOneOfOurs() {
        assertEquals(
                List.of("radial", "telescope", "layerRot", "bowing", "zExp", "twist", "elliptical", "skew", "sagitta"),
                WeakMode.names().subList(0, 9));
        assertEquals(
                List.of("quadraticSagitta"),
                WeakMode.names().subList(9, WeakMode.names().size()));
        assertEquals(5.5e-2, WeakMode.SKEW.defaultAmplitude());
        assertEquals("1/cm2", WeakMode.BOWING.amplitudeUnit());
        BadInputException e = assertThrows(BadInputException.class, () -> WeakMode.fromName("layerrott"));
        assertEquals(BadInputException.Kind.USAGE, e.kind());
        assertTrue(e.toString().contains("did you mean \"layerRot\"?"), e.toString());
    }
}
