package org.sagitta.kalman.batch.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sagitta.geometry.detector.LayerMap;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.batch.simd.VectorKernels;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.Hole;
import org.sagitta.kalman.measurement.PixelHit;

@Execution(ExecutionMode.CONCURRENT)
class HoleFinderTest {
    private static final Tracker TRACKER = TestConditions.TOSCA.tracker();
    private static final LayerMap LAYERS = LayerMap.of(TRACKER);
    private static final SensorTable SENSORS = new SensorTable(TRACKER);
    private static final SensorIndex INDEX = SensorIndex.of(TRACKER);

    private static HoleFinder finder(KernelSet kernels) {
        return new HoleFinder(TestConditions.TOSCA, SENSORS, LAYERS, INDEX, kernels);
    }

    private static List<List<Hit>> withHoles(HoleFinder finder, List<List<Hit>> tracks) {
        HitBlock into = new HitBlock();
        finder.addHoles(HitBlock.of(tracks), into);
        List<List<Hit>> found = new ArrayList<>();
        for (int i = 0; i < into.size(); i++) {
            found.add(into.track(i));
        }
        return found;
    }

    /** Muons that leave a hit wherever they cross a sensor, but for the glue between two wafers. */
    private static List<List<Hit>> muons(int n, double ptMin, double ptMax, long seed) {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, seed);
        List<List<Hit>> tracks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            tracks.add(toy.simulate(toy.muon(ptMin, ptMax, 2.4)).hits());
        }
        return tracks;
    }

    private static boolean isHole(Hit hit) {
        return hit instanceof Hole;
    }

    @Test
    void hitsStayAsTheyAreAndInTheirOrder() {
        List<List<Hit>> tracks = muons(300, 0.7, 100, 1);
        tracks.add(7, List.of());
        List<List<Hit>> found = withHoles(finder(new ScalarKernels()), tracks);
        assertEquals(tracks.size(), found.size());
        for (int i = 0; i < tracks.size(); i++) {
            List<Hit> hits = new ArrayList<>(found.get(i));
            hits.removeIf(HoleFinderTest::isHole);
            assertEquals(tracks.get(i), hits, "track " + i);
            if (!hits.isEmpty()) {
                assertEquals(tracks.get(i).get(0), found.get(i).get(0), "no hole before the first hit");
            }
        }
    }

    /**
     * A hit is taken away, and its sensor is found again in its place, unless it is one of several of its layer. Measured: all
     * but 0.1 % of them; those cross a sensor near its edge.
     */
    @Test
    void aMissingHitIsFoundInItsPlace() {
        HoleFinder finder = finder(new ScalarKernels());
        List<List<Hit>> complete = new ArrayList<>();
        List<List<Hit>> incomplete = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        List<List<Hit>> tracks = muons(200, 5, 100, 2);
        List<List<Hit>> found = withHoles(finder, tracks);
        for (int i = 0; i < tracks.size(); i++) {
            List<Hit> hits = tracks.get(i);
            for (int k = 1; k + 1 < hits.size(); k++) {
                List<Hit> rest = new ArrayList<>(hits);
                int sensor = rest.remove(k).sensor();
                if (hasPoints(rest) && isLookedFor(sensor, rest)) {
                    complete.add(found.get(i));
                    incomplete.add(rest);
                    missing.add(sensor);
                }
            }
        }
        List<List<Hit>> again = withHoles(finder, incomplete);
        int right = 0;
        for (int i = 0; i < again.size(); i++) {
            List<Integer> expected = complete.get(i).stream().map(Hit::sensor).toList();
            List<Integer> actual = again.get(i).stream().map(Hit::sensor).toList();
            boolean isThere = again.get(i).contains(new Hole(missing.get(i)));
            right += isThere && actual.equals(expected) ? 1 : 0;
        }
        assertTrue(again.size() > 2000, "tracks: " + again.size());
        assertTrue(right > 0.99 * again.size(), right + " of " + again.size());
    }

    /** The polar angle needs two of them some way apart; those of a layer may overlap. */
    private static boolean hasPoints(List<Hit> hits) {
        return hits.get(0) instanceof PixelHit
                && hits.stream()
                                .filter(PixelHit.class::isInstance)
                                .mapToInt(hit -> LAYERS.layer(hit.sensor()))
                                .distinct()
                                .count()
                        > 1;
    }

    /** Whether no other hit is in its layer, but perhaps one on the other side of the module. */
    private static boolean isLookedFor(int sensor, List<Hit> hits) {
        int inner = LAYERS.innerSide(sensor);
        int outer = LAYERS.outerSide(sensor);
        return hits.stream()
                .mapToInt(Hit::sensor)
                .filter(other -> other != inner && other != outer)
                .noneMatch(other -> LAYERS.layer(other) == LAYERS.layer(sensor));
    }

    /** A hole where there is neither glue nor a hit taken away is wrong; measured are 0.01 a track, at the edges of sensors. */
    @Test
    void completeTracksHaveHolesAtTheGlueOnly() {
        List<List<Hit>> tracks = muons(1000, 5, 100, 3);
        long wrong = withHoles(finder(new ScalarKernels()), tracks).stream()
                .flatMap(List::stream)
                .filter(HoleFinderTest::isHole)
                .filter(hole -> TRACKER.sensor(hole.sensor()).outline().gapHalfLength() == 0)
                .count();
        assertTrue(wrong < 0.02 * tracks.size(), "wrong: " + wrong);
    }

    /** The polar angle is then not known well enough. */
    @Test
    void aTrackOfOnePixelHitIsLeftAsItIs() {
        List<List<Hit>> tracks = muons(200, 1, 50, 4);
        tracks.forEach(hits -> hits.subList(1, hits.size()).removeIf(PixelHit.class::isInstance));
        assertEquals(tracks, withHoles(finder(new ScalarKernels()), tracks));
    }

    @Test
    void vectorsFindWhatScalarsFind() {
        assumeTrue(BatchTrackFitters.hasVectors(), "this JVM runs without the module jdk.incubator.vector");
        List<List<Hit>> tracks = muons(500, 0.7, 100, 5);
        assertEquals(withHoles(finder(new ScalarKernels()), tracks), withHoles(finder(new VectorKernels()), tracks));
    }

    @Test
    void theIndexIsThatOfTheReconstruction() {
        SensorIndex other = SensorIndex.of(new Tracker(TRACKER.sensors().subList(0, 10)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new HoleFinder(TestConditions.TOSCA, SENSORS, LAYERS, other, new ScalarKernels()));
    }
}
