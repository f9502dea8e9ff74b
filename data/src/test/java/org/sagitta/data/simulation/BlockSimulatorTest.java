package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.material.CmsMaterialEffects;

class BlockSimulatorTest {
    /**
     * Numerical: a field that is off by 1e-9 T moves a muon of 3 GeV by kappa B s^2 / 2 p = 1e-7 mm in a metre.
     */
    private static final double POSITION = 1e-7;

    /** Not a multiple of the muons that are on their way at a time. */
    private static final int MUONS = 203;

    private static final Tracker TRACKER = CmsTracker.load();
    private static final SensorIndex INDEX = SensorIndex.of(TRACKER);

    private static TrackSimulator single(MagneticField field) {
        return new TrackSimulator(
                new Conditions(TRACKER, field), INDEX, CmsMaterialEffects.muon(), SimulationEffects.FULL);
    }

    private static MagneticField field(String model) {
        return new ScaledField(FieldModels.byName(model), 1.0008);
    }

    private static EventRandom random(RandomPurpose purpose, int event) {
        return EventRandom.of(3, RandomStream.of("block", purpose), event);
    }

    private static List<GeneratedMuon> muons(int count) {
        PairGenerator generator = Scenarios.bundled(Scenarios.IDEAL).generator(Resonance.JPSI);
        return IntStream.range(0, count)
                .mapToObj(i ->
                        generator.generate(random(RandomPurpose.GENERATION, i)).plus())
                .toList();
    }

    private static List<EventRandom> randoms(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random(RandomPurpose.SIMULATION_PLUS, i))
                .toList();
    }

    private static HitBlock oneByOne(MagneticField field) {
        TrackSimulator single = single(field);
        HitBlock hits = new HitBlock();
        List<EventRandom> randoms = randoms(MUONS);
        List<GeneratedMuon> muons = muons(MUONS);
        for (int i = 0; i < MUONS; i++) {
            single.simulate(muons.get(i), randoms.get(i), hits);
        }
        return hits;
    }

    private static void assertSame(HitBlock expected, HitBlock actual, double tolerance) {
        assertEquals(expected.size(), actual.size());
        for (int track = 0; track < expected.size(); track++) {
            assertEquals(expected.begin(track + 1), actual.begin(track + 1), "track " + track);
            assertEquals(expected.measurements(track), actual.measurements(track), "track " + track);
        }
        for (int hit = 0; hit < expected.begin(expected.size()); hit++) {
            assertEquals(expected.sensor(hit), actual.sensor(hit), "hit " + hit);
            assertEquals(expected.first(hit), actual.first(hit), tolerance, "hit " + hit);
            assertEquals(expected.second(hit), actual.second(hit), tolerance, "hit " + hit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FieldModels.FIELD_MAPPER, FieldModels.TOSCA})
    void muonsTogetherLeaveTheHitsOfMuonsAlone(String model) {
        HitBlock together = new HitBlock();
        new BlockSimulator(single(field(model)), new ScalarKernels()).simulate(muons(MUONS), randoms(MUONS), together);
        // Without a kernel of its own a field keeps its bits.
        assertSame(oneByOne(field(model)), together, model.equals(FieldModels.FIELD_MAPPER) ? POSITION : 0);
    }

    @Test
    void theOthersOfABlockDoNotMatter() {
        BlockSimulator simulator = new BlockSimulator(single(field(FieldModels.FIELD_MAPPER)), new ScalarKernels());
        HitBlock together = new HitBlock();
        simulator.simulate(muons(MUONS), randoms(MUONS), together);
        HitBlock inParts = new HitBlock();
        List<GeneratedMuon> muons = muons(MUONS);
        List<EventRandom> randoms = randoms(MUONS);
        for (int first = 0; first < MUONS; first += 5) {
            int end = Math.min(MUONS, first + 5);
            simulator.simulate(muons.subList(first, end), randoms.subList(first, end), inParts);
        }
        assertSame(together, inParts, 0);
        assertThrows(
                IllegalArgumentException.class, () -> simulator.simulate(muons, randoms.subList(0, 3), new HitBlock()));
    }

    /** Of worth where the JVM has vectors; without them both are scalar. */
    @Test
    void scalarAndVectorKernelsGiveTheSameBits() {
        HitBlock scalar = new HitBlock();
        new BlockSimulator(single(field(FieldModels.FIELD_MAPPER)), new ScalarKernels())
                .simulate(muons(MUONS), randoms(MUONS), scalar);
        HitBlock chosen = new HitBlock();
        new BlockSimulator(single(field(FieldModels.FIELD_MAPPER)), BatchTrackFitters.kernels())
                .simulate(muons(MUONS), randoms(MUONS), chosen);
        assertSame(scalar, chosen, 0);
    }
}
