package org.sagitta.fieldmap.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.linear.Vec3;

class FieldGridTest {
    /** T: rounding of 3.8 T through a few hundred sums. */
    private static final double NUMERICAL = 2e-14;

    private static final MagneticField MAP = FieldModels.byName(FieldModels.FIELD_MAPPER);
    private static final GridAxes COARSE = GridAxes.cylinder(1150, 2800, 8, 12, 15);

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void nodesAreReproduced(Interpolation interpolation) {
        FieldGrid grid = FieldGrid.sample(MAP, COARSE, interpolation);
        for (int i = 0; i < COARSE.r().size(); i++) {
            for (int j = 0; j < COARSE.phiSize(); j++) {
                for (int k = 0; k < COARSE.z().size(); k++) {
                    Vec3 p = CylindricalField.point(
                            COARSE.r().node(i), COARSE.phi(j), COARSE.z().node(k));
                    assertEquals(0, grid.at(p).minus(MAP.at(p)).norm(), NUMERICAL, "node " + i + " " + j + " " + k);
                }
            }
        }
    }

    /** The figures of the class Javadoc. */
    @ParameterizedTest
    @CsvSource({"LINEAR, 3.7e-5, 7.6e-5", "CUBIC, 1.2e-7, 2.6e-6"})
    void accuracyAgainstTheFieldMapper(Interpolation interpolation, double rms, double max) {
        FieldGrid grid = FieldGrid.sample(MAP, GridAxes.cylinder(1150, 2800, 24, 48, 57), interpolation);
        FieldCursor cursor = grid.cursor();
        SplittableRandom random = new SplittableRandom(3);
        int points = 40_000;
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < points; i++) {
            Vec3 p = randomPoint(random);
            double distance = cursor.at(p).minus(MAP.at(p)).norm();
            squares += distance * distance;
            largest = Math.max(largest, distance);
        }
        assertTrue(Math.sqrt(squares / points) < rms, "rms " + Math.sqrt(squares / points));
        assertTrue(largest < max, "largest " + largest);
    }

    private static Vec3 randomPoint(SplittableRandom random) {
        return CylindricalField.point(
                1150 * random.nextDouble(), 2 * Math.PI * random.nextDouble(), 2800 * (2 * random.nextDouble() - 1));
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void aUniformFieldInAnyDirectionIsExact(Interpolation interpolation) {
        MagneticField uniform = new UniformField(new Vec3(0.3, -0.2, 3.8));
        FieldGrid grid = FieldGrid.sample(uniform, COARSE, interpolation);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 1000; i++) {
            Vec3 p = randomPoint(random);
            assertEquals(0, grid.at(p).minus(uniform.at(p)).norm(), NUMERICAL);
        }
    }

    /** Cubic harmonic z^3 - 3/2 z r^2, Br = -3/2 z^2 r + 3/8 r^3 (lengths in m): no finer than the polynomials. */
    @Test
    void cubicIsExactForACubicFieldOnAnAxisymmetricMap() {
        MagneticField cubic = new Cubic();
        FieldGrid grid = FieldGrid.sample(cubic, GridAxes.cylinder(1150, 2800, 8, 1, 15), Interpolation.CUBIC);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 1000; i++) {
            Vec3 p = randomPoint(random);
            assertEquals(0, grid.at(p).minus(cubic.at(p)).norm(), 1e-12, "rounding of 20 T");
        }
    }

    private record Cubic() implements MagneticField {
        @Override
        public Vec3 at(Vec3 p) {
            double x = p.x() / 1000;
            double y = p.y() / 1000;
            double z = p.z() / 1000;
            double r2 = x * x + y * y;
            double radial = -1.5 * z * z + 0.375 * r2;
            return new Vec3(radial * x, radial * y, z * z * z - 1.5 * z * r2);
        }

        @Override
        public FieldDomain domain() {
            return UniformField.alongZ(0).domain();
        }
    }

    /** Seen from any side the field on the axis is the same, and the field is the same on both sides of every wall. */
    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void theFieldIsContinuous(Interpolation interpolation) {
        FieldGrid grid = FieldGrid.sample(MAP, COARSE, interpolation);
        double nearby = 1e-6; // mm
        double steepest = 5e-10; // T: 2e-6 mm times 0.25 T/m
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 300; i++) {
            double z = 2800 * (2 * random.nextDouble() - 1);
            double phi = 2 * Math.PI * random.nextDouble();
            double r = 10 + 1100 * random.nextDouble();
            Vec3 onAxis = grid.at(new Vec3(0, 0, z));
            assertClose(onAxis, grid.at(CylindricalField.point(nearby, phi, z)), steepest);

            int node = 1 + random.nextInt(6);
            double wall = COARSE.r().node(node);
            assertClose(
                    grid.at(CylindricalField.point(wall - nearby, phi, z)),
                    grid.at(CylindricalField.point(wall + nearby, phi, z)),
                    steepest);
            double seam = COARSE.phi(random.nextInt(12));
            double turn = nearby / r;
            assertClose(
                    grid.at(CylindricalField.point(r, seam - turn, z)),
                    grid.at(CylindricalField.point(r, seam + turn, z)),
                    steepest);
            double plane = COARSE.z().node(1 + random.nextInt(13));
            assertClose(
                    grid.at(CylindricalField.point(r, phi, plane - nearby)),
                    grid.at(CylindricalField.point(r, phi, plane + nearby)),
                    steepest);
        }
    }

    private static void assertClose(Vec3 a, Vec3 b, double tolerance) {
        assertEquals(0, a.minus(b).norm(), tolerance);
    }

    @Test
    void aCursorGivesTheNumbersOfTheField() {
        FieldGrid grid = FieldGrid.sample(MAP, COARSE, Interpolation.CUBIC);
        FieldCursor cursor = grid.cursor();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            Vec3 p = randomPoint(random);
            assertEquals(grid.at(p), cursor.at(p));
        }
    }

    @Test
    void theDomainIsTheClosedCylinderOfTheNodes() {
        FieldGrid grid = FieldGrid.sample(MAP, COARSE, Interpolation.CUBIC);
        for (double phi = -3; phi < 3; phi += 0.1) {
            Vec3 corner = CylindricalField.point(1150, phi, -2800);
            assertTrue(grid.domain().contains(corner));
            assertEquals(0, grid.at(corner).minus(MAP.at(corner)).norm(), 2e-3, "coarse in phi");
        }
        assertThrows(OutOfFieldException.class, () -> grid.at(new Vec3(1150.1, 0, 0)));
        assertThrows(OutOfFieldException.class, () -> grid.at(new Vec3(0, 0, 2800.1)));
    }

    @Test
    void whatIsNoMapIsRefused() {
        GridAxes small = GridAxes.cylinder(100, 100, 2, 2, 4);
        List<CylindricalField> values = new ArrayList<>(Collections.nCopies(16, new CylindricalField(0, 0, 1)));
        assertEquals(
                1,
                FieldGrid.of(small, values, Interpolation.LINEAR).at(Vec3.ZERO).z(),
                NUMERICAL);
        assertThrows(IllegalArgumentException.class, () -> FieldGrid.of(small, values, Interpolation.CUBIC));
        values.set(5, new CylindricalField(0, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> FieldGrid.of(small, values, Interpolation.LINEAR));
        values.remove(5);
        assertThrows(IllegalArgumentException.class, () -> FieldGrid.of(small, values, Interpolation.LINEAR));
        assertThrows(IllegalArgumentException.class, () -> GridAxes.cylinder(100, 100, 2, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> new GridAxis(0, -1, 3));
        GridAxis away = new GridAxis(1, 1, 3);
        assertThrows(IllegalArgumentException.class, () -> new GridAxes(away, 0, 2, away));
        GridAxes wide = GridAxes.cylinder(2000, 100, 3, 2, 4);
        assertThrows(OutOfFieldException.class, () -> FieldGrid.sample(MAP, wide, Interpolation.CUBIC));
    }
}
