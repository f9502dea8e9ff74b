package org.sagitta.kalman.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.kalman.TestConditions;

class HitProjectionTest {
    /** Steps of 1e-3 mm on slopes of order one over fans of some 100 mm. */
    private static final double NUMERICAL = 1e-8;

    private static Sensor first(Subdetector subdetector) {
        return TestConditions.UNIFORM.tracker().sensors().stream()
                .filter(s -> s.address().subdetector() == subdetector)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void stripOfAWedgeSensorIsLinearisedWhereTheTrackCrosses() {
        Sensor sensor = first(Subdetector.TEC);
        StripTopology strips = HitProjection.strips(sensor);
        double u = 17;
        double v = -23;
        StripHit hit = new StripHit(sensor.index(), strips.coordinate(u, v) + 0.05);
        ScalarMeasurement m = HitProjection.project(hit, sensor, u, v).get(0);
        double h = 1e-3;
        assertEquals(0.05, m.residual(), 1e-12);
        assertEquals((strips.coordinate(u + h, v) - strips.coordinate(u - h, v)) / (2 * h), m.slopeU(), NUMERICAL);
        assertEquals((strips.coordinate(u, v + h) - strips.coordinate(u, v - h)) / (2 * h), m.slopeV(), NUMERICAL);
        assertEquals(Math.pow(sensor.resolution().sigmaU(), 2), m.variance());
        assertEquals(1, HitProjection.dimension(hit));
    }

    @Test
    void pixelMeasuresTwoIndependentCoordinates() {
        Sensor sensor = first(Subdetector.BPIX);
        PixelHit hit = new PixelHit(sensor.index(), 1.25, -3.5);
        List<ScalarMeasurement> m = HitProjection.project(hit, sensor, 1, -3);
        assertEquals(
                List.of(
                        new ScalarMeasurement(
                                0.25, 1, 0, Math.pow(sensor.resolution().sigmaU(), 2)),
                        new ScalarMeasurement(
                                -0.5, 0, 1, Math.pow(sensor.resolution().sigmaV(), 2))),
                m);
        assertEquals(2, HitProjection.dimension(hit));
    }

    @Test
    void aHoleMeasuresNothing() {
        Sensor sensor = first(Subdetector.TIB);
        assertEquals(List.of(), HitProjection.project(new Hole(sensor.index()), sensor, 1, 2));
        assertEquals(0, HitProjection.dimension(new Hole(sensor.index())));
    }

    @Test
    void aStripHitOnAPixelSensorIsMisuse() {
        Sensor sensor = first(Subdetector.FPIX);
        StripHit hit = new StripHit(sensor.index(), 0);
        assertThrows(IllegalArgumentException.class, () -> HitProjection.project(hit, sensor, 0, 0));
    }
}
