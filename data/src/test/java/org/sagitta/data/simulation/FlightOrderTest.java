package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

class FlightOrderTest {
    private static final int MUONS = 4096;

    /**
     * Largest mean angle between neighbours over that of muons in any order: with 16 slices of azimuth they are a third of a slice apart
     * in azimuth on the average, 0.13 rad of pi/2.
     */
    private static final double CLOSER = 0.15;

    private static List<GeneratedMuon> muons() {
        EventRandom random = Worlds.random(1);
        return IntStream.range(0, MUONS)
                .mapToObj(i -> new GeneratedMuon(
                        1, Worlds.momentum(4, random.uniform(-2.4, 2.4), random.uniform(-Math.PI, Math.PI)), Vec3.ZERO))
                .toList();
    }

    private static double meanAngle(List<GeneratedMuon> muons, int[] order) {
        double sum = 0;
        for (int i = 1; i < order.length; i++) {
            Vec3 a = muons.get(order[i - 1]).momentum().unit();
            Vec3 b = muons.get(order[i]).momentum().unit();
            sum += Math.atan2(a.cross(b).norm(), a.dot(b));
        }
        return sum / (order.length - 1);
    }

    @Test
    void neighboursGoTheSameWay() {
        List<GeneratedMuon> muons = muons();
        int[] order = FlightOrder.of(muons);
        int[] asTheyCome = IntStream.range(0, MUONS).toArray();
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        assertArrayEquals(asTheyCome, sorted, "each once");
        double ratio = meanAngle(muons, order) / meanAngle(muons, asTheyCome);
        assertTrue(ratio < CLOSER, "ratio " + ratio);
    }

    @Test
    void noMuonsHaveNoOrder() {
        assertEquals(0, FlightOrder.of(List.of()).length);
    }
}
