package org.sagitta.geometry.passive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;

class MaterialStepsTest {
    private static final MaterialSlab THIN = new MaterialSlab(0.01, 2e-5);
    private static final MaterialSlab THICK = new MaterialSlab(0.04, 8e-5);

    /** Half a unit of least precision in products of two numbers. */
    private static final double ROUNDING = 1e-15;

    private final MaterialSteps steps = new MaterialSteps(List.of(10.0, 20.0, 50.0), List.of(THIN, THICK));

    @Test
    void lowerEdgesBelongToTheStep() {
        assertEquals(MaterialSlab.VACUUM, steps.at(Math.nextDown(10.0)));
        assertEquals(THIN, steps.at(10));
        assertEquals(THIN, steps.at(Math.nextDown(20.0)));
        assertEquals(THICK, steps.at(20));
        assertEquals(THICK, steps.at(Math.nextDown(50.0)));
        assertEquals(MaterialSlab.VACUUM, steps.at(50));
        assertEquals(MaterialSlab.VACUUM, steps.at(Double.NaN));
        assertEquals(MaterialSlab.VACUUM, steps.at(Double.POSITIVE_INFINITY));
    }

    @Test
    void cutsKeepTheMatter() {
        MaterialSteps cut = steps.cutAt(List.of(5.0, 15.0, 20.0, 70.0)).cutInto(11);
        assertEquals(5, cut.size());
        for (double at = 5; at < 55; at += 0.25) {
            assertEquals(steps.at(at), cut.at(at), "at " + at);
        }
        assertEquals(30, cut.edge(3), ROUNDING);
    }

    @Test
    void badStepsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MaterialSteps(List.of(1.0, 2.0), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new MaterialSteps(List.of(1.0), List.of(THIN)));
        assertThrows(IllegalArgumentException.class, () -> new MaterialSteps(List.of(1.0, 1.0), List.of(THIN)));
        assertThrows(IllegalArgumentException.class, () -> new MaterialSteps(List.of(-1.0, 1.0), List.of(THIN)));
        assertThrows(IllegalArgumentException.class, () -> new MaterialSteps(List.of(0.0, Double.NaN), List.of(THIN)));
    }

    @Test
    void raysMeetCylindersAndDisksAtTheirAngle() {
        PassiveCylinder cylinder = new PassiveCylinder("tube", Subdetector.TOB, 30, steps);
        // z = 40 on r = 30: sin theta = 0.6, |cos| to the normal 0.6
        double absEta = new Vec3(30, 0, 40).eta();
        assertEquals(0.04 / 0.6, cylinder.alongRay(absEta).xOverX0(), ROUNDING);
        assertEquals(MaterialSlab.VACUUM, cylinder.alongRay(0));
        assertEquals(0.6, cylinder.cosine(new Vec3(0, -30, 40), new Vec3(0.64, 0.6, 0.48)), ROUNDING);

        PassiveDisk disk = new PassiveDisk("end", Subdetector.TEC, 40, steps);
        assertEquals(0.04 / 0.8, disk.alongRay(absEta).xOverX0(), ROUNDING);
        assertEquals(MaterialSlab.VACUUM, disk.alongRay(0));
        assertEquals(absEta, disk.absEtaAt(30), ROUNDING);
        assertEquals(30, disk.coordinateAt(absEta), 1e-13);
        assertEquals(0.8, disk.cosine(Vec3.ZERO, new Vec3(0.6, 0, -0.8)), ROUNDING);
    }

    @Test
    void surfacesNeedAPlace() {
        assertThrows(IllegalArgumentException.class, () -> new PassiveCylinder("tube", Subdetector.TOB, 0, steps));
        assertThrows(IllegalArgumentException.class, () -> new PassiveDisk("end", Subdetector.TEC, -1, steps));
    }
}
