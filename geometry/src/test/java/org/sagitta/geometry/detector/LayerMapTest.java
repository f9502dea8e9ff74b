package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Helix;

@Execution(ExecutionMode.CONCURRENT)
class LayerMapTest {
    /** Longer than any way inside the tracker [mm]. */
    private static final double ACROSS = 4000;

    /** 13 layers of the barrel; on either side 2 disks of FPIX, 3 of TID and 9 of TEC. */
    private static final int LAYERS = 41;

    private static final Tracker CMS = CmsTracker.load();
    private static final LayerMap MAP = LayerMap.of(CMS);

    /** A sensor of a layer of the TOB, in the middle of the detector. */
    private static int inTob(int layer) {
        return CMS.sensors().stream()
                .filter(sensor -> sensor.address().subdetector() == Subdetector.TOB
                        && sensor.address().layer() == layer)
                .min(Comparator.comparingDouble(
                        sensor -> Math.abs(sensor.plane().origin().z())))
                .orElseThrow()
                .index();
    }

    @Test
    void cmsHasItsLayersAndDisks() {
        assertEquals(
                LAYERS,
                IntStream.range(0, CMS.size()).map(MAP::layer).distinct().count());
        assertEquals(
                LAYERS - 1, IntStream.range(0, CMS.size()).map(MAP::layer).max().orElseThrow());
    }

    @Test
    void bothSidesOfAModuleKnowEachOther() {
        for (Sensor sensor : CMS.sensors()) {
            int inner = MAP.innerSide(sensor.index());
            int outer = MAP.outerSide(sensor.index());
            assertEquals(sensor.address().pairId() == 0, inner == LayerMap.NONE && outer == LayerMap.NONE);
            assertTrue(inner == LayerMap.NONE || outer == LayerMap.NONE, sensor.name());
            if (outer != LayerMap.NONE) {
                assertEquals(sensor.index(), MAP.innerSide(outer));
                assertEquals(
                        sensor.address().pairId(), CMS.sensor(outer).address().pairId());
                assertNotEquals(
                        sensor.address().kind(), CMS.sensor(outer).address().kind());
            }
        }
    }

    /** A straight line from the beam line is one in r and z; so the map must know of all that it meets. */
    @Test
    void noThirdLayerIsMissedOnAStraightLine() {
        SensorIndex index = SensorIndex.of(CMS);
        Random random = new Random(3);
        int thirds = 0;
        for (int i = 0; i < 300; i++) {
            Vec3 start = new Vec3(0, 0, 50 * random.nextGaussian());
            double theta = 2 * Math.atan(Math.exp(5 * random.nextDouble() - 2.5));
            Helix line = Helix.straight(start, Vec3.direction(2 * Math.PI * random.nextDouble(), theta));
            List<Crossing> met = index.crossings(line, ACROSS);
            for (int a = 0; a < met.size(); a++) {
                for (int b = a + 2; b < met.size(); b++) {
                    if (hasThirdLayer(met.subList(a, b + 1))) {
                        thirds++;
                        assertKnown(line, met.get(a), met.get(b));
                    }
                }
            }
        }
        assertTrue(thirds > 10_000, "compared: " + thirds);
    }

    private static boolean hasThirdLayer(List<Crossing> way) {
        int first = MAP.layer(way.get(0).sensor().index());
        int last = MAP.layer(way.get(way.size() - 1).sensor().index());
        return first != last
                && way.stream()
                        .mapToInt(c -> MAP.layer(c.sensor().index()))
                        .anyMatch(layer -> layer != first && layer != last);
    }

    private static void assertKnown(Helix line, Crossing a, Crossing b) {
        int from = a.sensor().index();
        int to = b.sensor().index();
        Vec3 start = line.pointAt(a.pathLength());
        Vec3 end = line.pointAt(b.pathLength());
        String way = a.sensor().name() + " to " + b.sensor().name();
        assertTrue(MAP.mayMeetLayer(from, to), way);
        assertTrue(MAP.meetsLayer(from, to, start.perp(), start.z(), end.perp(), end.z(), 0), way);
    }

    @Test
    void nothingIsBetweenNeighbours() {
        int first = inTob(3);
        int second = inTob(4);
        int third = inTob(5);
        assertFalse(MAP.mayMeetLayer(first, first));
        assertFalse(MAP.mayMeetLayer(first, second));
        assertFalse(MAP.mayMeetLayer(second, first));
        assertTrue(MAP.mayMeetLayer(first, third));
        assertTrue(MAP.mayMeetLayer(third, first));
    }
}
