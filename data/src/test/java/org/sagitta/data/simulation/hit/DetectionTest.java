package org.sagitta.data.simulation.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;

/** Efficiencies and dead modules. */
class DetectionTest {
    private static final Tracker CMS = CmsTracker.load();

    /** Of a binomial count; a right drawing with another seed fails once in 16 000. */
    private static final double SIGMAS = 4;

    @Test
    void efficienciesMultiply() {
        Detection detection = new Detection(0.9, Map.of(Subdetector.BPIX, 0.5, Subdetector.TEC, 0.0), 0, 1);
        double[] probabilities = detection.probabilities(CMS);
        for (Sensor sensor : CMS.sensors()) {
            double expected = switch (sensor.address().subdetector()) {
                case BPIX -> 0.45;
                case TEC -> 0;
                default -> 0.9;
            };
            assertEquals(expected, probabilities[sensor.index()], 0);
        }
    }

    @Test
    void deadModulesAreTheStatedShareAndDieAsAWhole() {
        double fraction = 0.1;
        double[] probabilities = new Detection(1, Map.of(), fraction, 5).probabilities(CMS);
        Map<Integer, Double> pairs = new HashMap<>();
        int modules = 0;
        int dead = 0;
        for (Sensor sensor : CMS.sensors()) {
            double own = probabilities[sensor.index()];
            int pair = sensor.address().pairId();
            Double partner = pair == 0 ? null : pairs.put(pair, own);
            if (partner == null) {
                modules++;
                dead += own == 0 ? 1 : 0;
            } else {
                assertEquals(partner, own, "both sides of " + sensor.name());
            }
        }
        double sigma = Math.sqrt(modules * fraction * (1 - fraction));
        assertEquals(modules * fraction, dead, SIGMAS * sigma);
    }

    @Test
    void deadModulesStayDead() {
        double[] few = new Detection(1, Map.of(), 0.05, 5).probabilities(CMS);
        double[] more = new Detection(1, Map.of(), 0.1, 5).probabilities(CMS);
        assertTrue(Arrays.equals(few, new Detection(1, Map.of(), 0.05, 5).probabilities(CMS)));
        int changed = 0;
        double[] otherSeed = new Detection(1, Map.of(), 0.05, 6).probabilities(CMS);
        for (int i = 0; i < few.length; i++) {
            assertTrue(few[i] >= more[i], "sensor " + i);
            changed += few[i] != otherSeed[i] ? 1 : 0;
        }
        assertTrue(changed > 0, "another seed, other modules");
    }

    @Test
    void valuesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new Detection(1.1, Map.of(), 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Detection(1, Map.of(Subdetector.TIB, -0.1), 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Detection(1, Map.of(), Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new WrongHits(-0.1, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new WrongHits(0, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new WrongHits(0, 3, 2));
    }
}
