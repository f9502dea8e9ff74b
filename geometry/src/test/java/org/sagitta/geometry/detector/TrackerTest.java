package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.material.MaterialSlab;

class TrackerTest {
    private static final Tracker TRACKER = CmsTracker.load();

    @Test
    void scalesMaterialBySubdetector() {
        Tracker scaled = TRACKER.scaleMaterial(SensorFactors.bySubdetector(Map.of(Subdetector.TOB, 1.1)));
        for (Sensor sensor : TRACKER.sensors()) {
            double factor = sensor.address().subdetector() == Subdetector.TOB ? 1.1 : 1;
            assertEquals(
                    sensor.material().scaled(factor),
                    scaled.sensor(sensor.index()).material());
        }
    }

    @Test
    void scalesMaterialInStepsOfEta() {
        Tracker scaled =
                TRACKER.scaleMaterial(SensorFactors.byAbsEta(new TreeMap<>(Map.of(0.8, 1.2, 1.6, 0.9, 2.0, 1.0))));
        for (Sensor sensor : TRACKER.sensors()) {
            double eta = Math.abs(sensor.plane().origin().eta());
            double factor = eta < 0.8 ? 1 : eta < 1.6 ? 1.2 : eta < 2.0 ? 0.9 : 1;
            MaterialSlab expected = sensor.material().scaled(factor);
            assertEquals(expected, scaled.sensor(sensor.index()).material(), sensor.name());
        }
    }

    @Test
    void scalesResolutionAndNothingElse() {
        Sensor before = TRACKER.sensor(9000);
        Sensor after = TRACKER.scaleResolution(s -> 1.5).sensor(9000);
        assertEquals(before.withResolution(before.resolution().scaled(1.5)), after);
        assertThrows(IllegalArgumentException.class, () -> TRACKER.scaleResolution(s -> 0));
        assertThrows(IllegalArgumentException.class, () -> TRACKER.scaleMaterial(s -> -1));
    }

    @Test
    void demandsIndicesInOrderAndNamesOfTheirOwn() {
        Sensor first = TRACKER.sensor(0);
        Sensor second = TRACKER.sensor(1);
        assertThrows(IllegalArgumentException.class, () -> new Tracker(List.of(second, first)));
        Sensor twin = new Sensor(
                1,
                first.name(),
                first.address(),
                first.plane(),
                first.outline(),
                first.thickness(),
                first.topology(),
                first.resolution(),
                first.material(),
                first.materialGroup());
        assertThrows(IllegalArgumentException.class, () -> new Tracker(List.of(first, twin)));
        assertSame(second, TRACKER.find(second.name()).orElseThrow());
    }

    /** Along a strip of a wedge, which runs to the point of convergence, the measured coordinate stays the same. */
    @Test
    void aFanOutStripHasOneCoordinate() {
        StripTopology strips = new StripTopology(512, 0.15, -900);
        double m = 12.3;
        for (double v : new double[] {-100, 0, 42}) {
            double u = m * (1 - v / strips.convergenceV());
            assertEquals(m, strips.coordinate(u, v), 1e-12);
        }
        double h = 1e-4;
        double du = (strips.coordinate(12 + h, 30) - strips.coordinate(12 - h, 30)) / (2 * h);
        double dv = (strips.coordinate(12, 30 + h) - strips.coordinate(12, 30 - h)) / (2 * h);
        // Central differences: rounding 1e-15 * 12 / h, far above the error of second order.
        assertEquals(du, strips.slopeU(30), 1e-9);
        assertEquals(dv, strips.slopeV(12, 30), 1e-9);
        StripTopology parallel = new StripTopology(512, 0.15, Double.POSITIVE_INFINITY);
        assertEquals(12, parallel.coordinate(12, 30));
        assertEquals(0, parallel.slopeV(12, 30));
    }

    @Test
    void theOutlineNarrowsLinearly() {
        Outline o = new Outline(10, 20, 50, 5, 1);
        assertEquals(15, o.halfWidthAt(0));
        assertTrue(o.contains(19.9, 50) && !o.contains(20.1, 50) && !o.contains(0, 50.1));
        assertTrue(o.contains(0, 5) && !o.isActive(0, 5) && o.isActive(0, 6.5));
        assertEquals(Math.hypot(20, 50), o.circumscribedRadius());
    }
}
