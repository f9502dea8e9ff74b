package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.simulation.SimulationEffects.HitSmearing;
import org.sagitta.data.simulation.hit.Cluster;
import org.sagitta.data.simulation.hit.ClusterModel;
import org.sagitta.data.simulation.hit.Detection;
import org.sagitta.data.simulation.hit.PixelErrors;
import org.sagitta.data.simulation.hit.StripErrors;
import org.sagitta.data.simulation.hit.WrongHits;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/**
 * Errors of hits, wrong hits and lost hits. Each statistical check is at four standard deviations with a fixed seed: a
 * right simulation with another seed would fail one check in 16 000.
 */
class HitMakerTest {
    private static final double SIGMAS = 4;
    private static final int MUONS = 20_000;
    private static final UniformField NO_FIELD = UniformField.alongZ(0);
    private static final UniformField FIELD = UniformField.alongZ(3.8);
    private static final SimulationEffects EXACT = SimulationEffects.NONE;
    private static final SimulationEffects GAUSSIAN = EXACT.with(HitSmearing.GAUSSIAN);
    private static final SimulationEffects CLUSTERS = EXACT.with(HitSmearing.CLUSTERS);

    /** A pixel sensor outside the barrel: errors of the disks, whatever the direction for u, by one or more pixels for v. */
    @ParameterizedTest
    @CsvSource({"0, 0.021", "1.2, 0.0075", "-2.5, 0.0075"})
    void pixels(double slopeV, double sigmaV) {
        Sensor sensor = Worlds.facingX(0, 50, Worlds.PIXELS, MaterialSlab.VACUUM);
        SummaryStatistics u = new SummaryStatistics();
        SummaryStatistics v = new SummaryStatistics();
        TrackSimulator simulator = Worlds.of(NO_FIELD, CLUSTERS, sensor);
        for (int i = 0; i < MUONS; i++) {
            // Half a pixel beside the edge of one: a short stretch stays inside.
            SimulatedTrack track = simulator.simulate(
                    1, new Vec3(40, 0.05, 0.075 - 10 * slopeV), direction(0, slopeV), Worlds.random(i));
            PixelHit hit = (PixelHit) track.hits().get(0);
            u.addValue(hit.u() - track.crossings().get(0).u());
            v.addValue(hit.v() - track.crossings().get(0).v());
        }
        assertMoments(u, PixelErrors.FORWARD.sigmaU(1));
        assertMoments(v, sigmaV);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.1", "0.35", "-1.5"})
    void strips(double slopeU) {
        Sensor sensor = Worlds.facingX(0, 50, Worlds.PARALLEL_STRIPS, MaterialSlab.VACUUM);
        double pitch = Worlds.PARALLEL_STRIPS.pitch();
        SummaryStatistics error = new SummaryStatistics();
        TrackSimulator simulator = Worlds.of(NO_FIELD, CLUSTERS, sensor);
        for (int i = 0; i < MUONS; i++) {
            SimulatedTrack track =
                    simulator.simulate(1, new Vec3(40, -10 * slopeU, 0), direction(slopeU, 0.2), Worlds.random(i));
            error.addValue(((StripHit) track.hits().get(0)).coordinate()
                    - track.crossings().get(0).u());
        }
        assertMoments(error, pitch * StripErrors.inPitches(sensor.thickness() * Math.abs(slopeU) / pitch));
    }

    /** All hits of muons of all directions in the tracker, in units of what the model says; by part of the tracker. */
    @Test
    void pullsOfHitsInTheTracker() {
        TrackSimulator simulator = Worlds.cms(FIELD, CLUSTERS);
        ClusterModel model = new ClusterModel(Worlds.CMS, FIELD);
        Map<Subdetector, SummaryStatistics> pulls = new EnumMap<>(Subdetector.class);
        for (int i = 0; i < 3000; i++) {
            SimulatedTrack track = simulate(simulator, i);
            Map<Integer, Hit> bySensor = new HashMap<>();
            track.hits().forEach(hit -> bySensor.put(hit.sensor(), hit));
            for (SimulatedCrossing at : track.crossings()) {
                Hit hit = bySensor.get(at.sensor());
                if (hit != null) {
                    Sensor sensor = Worlds.CMS.sensor(at.sensor());
                    double sigma = cluster(model, sensor, at).sigmaU();
                    pulls.computeIfAbsent(sensor.address().subdetector(), any -> new SummaryStatistics())
                            .addValue(error(hit, sensor, at) / sigma);
                }
            }
        }
        assertEquals(Subdetector.values().length, pulls.size());
        pulls.values().forEach(pull -> assertMoments(pull, 1));
    }

    @Test
    void wrongHitsAreTheStatedShare() {
        double tail = 0.05;
        double outliers = 0.02;
        SimulationEffects wrong = GAUSSIAN.with(new WrongHits(tail, 4, outliers));
        List<Double> errors = new ArrayList<>();
        int far = 0;
        SummaryStatistics place = new SummaryStatistics();
        int same = 0;
        int stretched = 0;
        TrackSimulator right = Worlds.cms(NO_FIELD, GAUSSIAN);
        TrackSimulator faulty = Worlds.cms(NO_FIELD, wrong);
        TrackSimulator exact = Worlds.cms(NO_FIELD, EXACT);
        for (int i = 0; i < 3000; i++) {
            List<Hit> expected = simulate(right, i).hits();
            List<Hit> found = simulate(faulty, i).hits();
            List<Hit> truth = simulate(exact, i).hits();
            assertEquals(expected.size(), found.size(), "wrong hits are there instead of right ones");
            for (int j = 0; j < found.size(); j++) {
                double error = first(expected.get(j)) - first(truth.get(j));
                double wrongError = first(found.get(j)) - first(truth.get(j));
                errors.add(wrongError);
                if (Math.abs(wrongError - error) < 1e-12) {
                    same++;
                } else if (Math.abs(wrongError - 4 * error) < 1e-12) {
                    stretched++;
                } else {
                    far++;
                    place.addValue(first(found.get(j))
                            / Worlds.CMS.sensor(found.get(j).sensor()).outline().halfWidthAt(0));
                }
            }
        }
        int all = errors.size();
        assertFraction(outliers, far, all);
        assertFraction(tail * (1 - outliers), stretched, all);
        assertFraction((1 - tail) * (1 - outliers), same, all);
        // Uniform in [-1, 1]: variance 1/3, of which the sample variance has the variance (1/5 - 1/9)/n.
        assertEquals(0, place.getMean(), SIGMAS * Math.sqrt(1.0 / 3 / far));
        assertEquals(1.0 / 3, place.getVariance(), SIGMAS * Math.sqrt((1.0 / 5 - 1.0 / 9) / far));
        assertTrue(place.getMin() >= -1 && place.getMax() <= 1);
    }

    @Test
    void partsOfTheTrackerSeeLessOrNothing() {
        SimulationEffects effects = EXACT.with(
                new Detection(0.9, Map.of(Subdetector.BPIX, 0.5, Subdetector.TOB, 0.0, Subdetector.TIB, 1.0), 0, 1));
        TrackSimulator full = Worlds.cms(NO_FIELD, EXACT);
        TrackSimulator less = Worlds.cms(NO_FIELD, effects);
        Map<Subdetector, Integer> active = new EnumMap<>(Subdetector.class);
        Map<Subdetector, Integer> seen = new EnumMap<>(Subdetector.class);
        for (int i = 0; i < 2000; i++) {
            simulate(full, i).hits().forEach(hit -> count(hit, active));
            simulate(less, i).hits().forEach(hit -> count(hit, seen));
        }
        assertFraction(0.45, seen.getOrDefault(Subdetector.BPIX, 0), active.getOrDefault(Subdetector.BPIX, 0));
        assertFraction(0.9, seen.getOrDefault(Subdetector.TIB, 0), active.getOrDefault(Subdetector.TIB, 0));
        assertFraction(0.9, seen.getOrDefault(Subdetector.TEC, 0), active.getOrDefault(Subdetector.TEC, 0));
        assertTrue(active.getOrDefault(Subdetector.TOB, 0) > 0);
        assertEquals(0, seen.getOrDefault(Subdetector.TOB, 0));
    }

    /** A double-sided module gives two hits, on its two sensors, each measured by itself. */
    @Test
    void doubleSidedModulesMeasureTwice() {
        TrackSimulator simulator = Worlds.cms(NO_FIELD, GAUSSIAN);
        int both = 0;
        int one = 0;
        SummaryStatistics product = new SummaryStatistics();
        for (int i = 0; i < 3000; i++) {
            SimulatedTrack track = simulate(simulator, i);
            Map<Integer, SimulatedCrossing> crossed = new HashMap<>();
            track.crossings().forEach(at -> crossed.put(at.sensor(), at));
            Map<Integer, Double> pulls = new HashMap<>();
            for (Hit hit : track.hits()) {
                Sensor sensor = Worlds.CMS.sensor(hit.sensor());
                SimulatedCrossing at = crossed.get(hit.sensor());
                int pair = sensor.address().pairId();
                if (pair > 0 && at != null) {
                    double pull = error(hit, sensor, at) / sensor.resolution().sigmaU();
                    Double partner = pulls.put(pair, pull);
                    if (partner != null) {
                        both++;
                        product.addValue(partner * pull);
                    }
                    one++;
                }
            }
        }
        // Of a width of 60 mm the stereo angle turns 0.1 x 29 mm out of the other side, in the mean over a strip of 117
        // mm.
        assertTrue(2 * both > 0.92 * one, both + " pairs of " + one + " hits");
        assertEquals(0, product.getMean(), SIGMAS / Math.sqrt(both), "the two errors are independent");
    }

    /** Other errors, same muon: the path does not change, and a hit errs to the same side. */
    @Test
    void chancesAreShared() {
        SimulationEffects wrong = SimulationEffects.FULL
                .with(HitSmearing.CLUSTERS)
                .with(new WrongHits(0.1, 3, 0.1))
                .with(new Detection(0.9, Map.of(), 0.1, 3));
        TrackSimulator one = Worlds.cms(NO_FIELD, SimulationEffects.FULL);
        TrackSimulator other = Worlds.cms(NO_FIELD, wrong);
        for (int i = 0; i < 50; i++) {
            assertEquals(simulate(one, i).crossings(), simulate(other, i).crossings());
        }
    }

    private static SimulatedTrack simulate(TrackSimulator simulator, int event) {
        EventRandom random = Worlds.random(event);
        Vec3 momentum =
                Worlds.momentum(random.uniform(3, 50), random.uniform(-2.4, 2.4), random.uniform(-Math.PI, Math.PI));
        return simulator.simulate(event % 2 == 0 ? 1 : -1, new Vec3(0, 0, random.uniform(-80, 80)), momentum, random);
    }

    private static Cluster cluster(ClusterModel model, Sensor sensor, SimulatedCrossing at) {
        Cluster cluster = new Cluster();
        double perDepth = 1 / at.momentum().dot(sensor.plane().w());
        model.look(
                sensor.index(),
                at.u(),
                at.v(),
                perDepth * at.momentum().dot(sensor.plane().u()),
                perDepth * at.momentum().dot(sensor.plane().v()),
                cluster);
        return cluster;
    }

    private static double error(Hit hit, Sensor sensor, SimulatedCrossing at) {
        return sensor.topology() instanceof StripTopology strips
                ? first(hit) - strips.coordinate(at.u(), at.v())
                : first(hit) - at.u();
    }

    private static double first(Hit hit) {
        return hit instanceof PixelHit pixel ? pixel.u() : ((StripHit) hit).coordinate();
    }

    private static void count(Hit hit, Map<Subdetector, Integer> into) {
        into.merge(Worlds.CMS.sensor(hit.sensor()).address().subdetector(), 1, Integer::sum);
    }

    /** A momentum of these slopes on a sensor that faces the x axis: u along y, v along z. */
    private static Vec3 direction(double slopeU, double slopeV) {
        return new Vec3(50, 50 * slopeU, 50 * slopeV);
    }

    private static void assertMoments(SummaryStatistics sample, double sigma) {
        assertEquals(0, sample.getMean(), SIGMAS * sigma / Math.sqrt(1.0 * sample.getN()), "mean");
        assertEquals(sigma, sample.getStandardDeviation(), SIGMAS * sigma / Math.sqrt(2.0 * sample.getN()), "width");
    }

    private static void assertFraction(double expected, int part, int all) {
        assertEquals(expected, (double) part / all, SIGMAS * Math.sqrt(expected * (1 - expected) / all));
    }
}
