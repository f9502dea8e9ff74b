package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RayTracerTest {
    /** Half a unit in the last printed digit of the table (and as much again for a tie). */
    private static final double HITS = 0.0051;

    /** What is asked of layers and hits against eta. */
    private static final double LAYERS_RELATIVE = 0.02;

    private static final double X_OVER_X0 = 0.51e-4;
    private static final double XI_RELATIVE = 6e-4;

    /** The table was made with 120 azimuths at each end, found by trying: all its 26 rows agree to the last digit. */
    private static final int TABLE_STEPS = 120;

    private static RayTracer rays;

    @BeforeAll
    static void load() {
        rays = new RayTracer(SensorIndex.of(CmsTracker.load()));
    }

    /**
     * Columns abs_eta, pixel_hits_mean, strip_hits_mean, x_over_X0_sum_all_sensors, xi_GeV_sum_all_sensors of
     * validation-raytrace.csv, an independent computation that came with the sensor table.
     */
    @ParameterizedTest
    @CsvSource({
        "0.02, 2.05, 14.57, 0.3562, 0.0007728",
        "0.10, 3.10, 14.59, 0.3838, 0.0008308",
        "0.60, 2.60, 15.26, 0.6368, 0.001326",
        "0.90, 3.10, 14.82, 0.8874, 0.001807",
        "1.10, 3.05, 13.98, 1.4275, 0.002792",
        "1.60, 3.40, 21.17, 1.8465, 0.003931",
        "2.00, 4.02, 20.50, 1.3993, 0.003089",
        "2.50, 2.48, 6.00, 0.4442, 0.0009449"
    })
    void agreesWithTheReferenceTable(double eta, double pixel, double strip, double xOverX0, double xi) {
        RaySummary mean = rays.meanOfBothEnds(eta, TABLE_STEPS);
        assertEquals(pixel, mean.pixelSensors(), HITS);
        assertEquals(strip, mean.stripSensors(), HITS);
        assertEquals(xOverX0, mean.xOverX0(), X_OVER_X0);
        assertEquals(xi, mean.xiGev(), XI_RELATIVE * xi);
    }

    /** Columns abs_eta, pixel_layers_mean, strip_layers_mean of the same table, made with fewer azimuths. */
    @ParameterizedTest
    @CsvSource({
        "0.02, 2.00, 10.00",
        "0.80, 2.50, 10.00",
        "1.00, 3.00, 8.53",
        "1.40, 2.50, 9.17",
        "1.70, 3.55, 12.13",
        "2.10, 3.00, 10.40",
        "2.40, 2.87, 6.67"
    })
    void layersAgreeWithTheReferenceTable(double eta, double pixel, double strip) {
        RaySummary mean = rays.meanOfBothEnds(eta, TABLE_STEPS);
        assertEquals(pixel, mean.pixelLayers(), LAYERS_RELATIVE * pixel);
        assertEquals(strip, mean.stripLayers(), LAYERS_RELATIVE * strip);
    }

    @Test
    void aSingleRayCrossesWholeSensors() {
        RaySummary ray = rays.mean(0.3, 1);
        ray.sensors().forEach((s, n) -> assertEquals(Math.rint(n), n, 0, s.name()));
        assertEquals(Subdetector.values().length, ray.sensors().size());
        assertTrue(ray.sensors(Subdetector.TOB) >= 6);
        assertEquals(0, ray.sensors(Subdetector.TEC));
    }

    @Test
    void refusesNoRays() {
        assertThrows(IllegalArgumentException.class, () -> rays.mean(0, 0));
        assertThrows(IllegalArgumentException.class, () -> rays.mean(Double.NaN, 1));
    }
}
