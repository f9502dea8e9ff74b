package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RingIndexAzimuthTest {
    @Test
    void isKnownAsWellAsItSaysAllTheWayRound() {
        for (int i = -3600; i <= 3600; i++) {
            double phi = i * Math.PI / 3600;
            double azimuth = RingIndex.Swath.azimuth(3 * Math.cos(phi), 3 * Math.sin(phi));
            assertTrue(azimuth >= 0 && azimuth < 2 * Math.PI, () -> "azimuth " + azimuth);
            assertEquals(0, Math.IEEEremainder(azimuth - phi, 2 * Math.PI), RingIndex.AZIMUTH_ERROR, "phi " + phi);
        }
        assertEquals(0, RingIndex.Swath.azimuth(0, 0), 0);
        assertEquals(0, RingIndex.Swath.azimuth(1, -1e-30), 0);
    }
}
