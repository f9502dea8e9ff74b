package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.linear.Vec3;

class CosmicMuonsTest {
    private static final RandomStream STREAM = RandomStream.of("cosmics", RandomPurpose.TEST);
    private static final int MUONS = 10_000;

    /** sqrt(n) D of Kolmogorov, false alarm 1e-4; the seed is fixed. */
    private static final double KOLMOGOROV = 2.23;

    private static GeneratedMuon muon(CosmicMuons source, int event) {
        return source.generate(EventRandom.of(1, STREAM, event));
    }

    private static void assertFollows(double[] values, DoubleUnaryOperator cumulative) {
        Arrays.sort(values);
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(cumulative.applyAsDouble(values[i]) - (i + 0.5) / values.length));
        }
        assertTrue(largest * Math.sqrt(values.length) < KOLMOGOROV);
    }

    @Test
    void momentumFallsAsAPower() {
        CosmicMuons source = new CosmicMuons(1000, 2000, 5, 500);
        double[] momenta = new double[MUONS];
        int positive = 0;
        for (int i = 0; i < MUONS; i++) {
            momenta[i] = muon(source, i).momentum().norm();
            positive += muon(source, i).charge() > 0 ? 1 : 0;
        }
        double low = Math.pow(5, -1.7);
        double high = Math.pow(500, -1.7);
        assertFollows(momenta, p -> (low - Math.pow(p, -1.7)) / (low - high));
        double expected = 1.2766 / 2.2766;
        assertEquals(expected, (double) positive / MUONS, 4 * Math.sqrt(0.25 / MUONS));
    }

    /**
     * With z as the axis, the solid angle is d(cos) d(angle around z), and what the cylinder offers to a direction depends
     * on its cosine with z only; so the angle around z, from straight down, follows the intensity alone: its cos^2.
     */
    @Test
    void zenithAngleIsCosineSquared() {
        CosmicMuons source = new CosmicMuons(1000, 2000, 5, 500);
        double[] angles = new double[MUONS];
        for (int i = 0; i < MUONS; i++) {
            Vec3 direction = muon(source, i).momentum().unit();
            assertTrue(direction.y() < 0);
            angles[i] = Math.atan2(direction.x(), -direction.y());
        }
        assertFollows(angles, a -> 0.5 + (a + 0.5 * Math.sin(2 * a)) / Math.PI);
    }

    @Test
    void muonsEnterTheCylinderFromOutside() {
        CosmicMuons source = new CosmicMuons(1000, 2000, 5, 500);
        double[] impact = new double[MUONS];
        int n = 0;
        for (int i = 0; i < 2 * MUONS; i++) {
            GeneratedMuon muon = muon(source, i);
            Vec3 at = muon.vertex();
            boolean side = Math.abs(at.perp() - 1000) < 1e-6 && Math.abs(at.z()) <= 2000 + 1e-6;
            boolean end = Math.abs(Math.abs(at.z()) - 2000) < 1e-6 && at.perp() <= 1000 + 1e-6;
            assertTrue(side || end);
            Vec3 inside = at.plus(1e-3, muon.momentum().unit());
            assertTrue(inside.perp() < 1000 && Math.abs(inside.z()) < 2000);
            Vec3 d = muon.momentum();
            if (side && n < MUONS) {
                impact[n++] = (at.x() * d.y() - at.y() * d.x()) / d.perp();
            }
        }
        // Through the side, at any impact parameter alike: the accepted z range does not depend on it.
        assertFollows(Arrays.copyOf(impact, n), b -> 0.5 + b / 2000);
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CosmicMuons(0, 1, 1, 2));
        assertThrows(IllegalArgumentException.class, () -> new CosmicMuons(1, 1, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new CosmicMuons(1, 1, 2, Double.NaN));
    }
}
