package org.sagitta.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.grid.FieldGrid;
import org.sagitta.fieldmap.grid.GridAxes;
import org.sagitta.fieldmap.grid.Interpolation;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.passive.CmsPassiveMaterial;
import org.sagitta.geometry.passive.PassiveMaterial;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.measurement.Hit;

/** The muons and tools that the benchmarks share: J/psi pairs in the acceptance of the bundled scenario. */
final class Sample {
    /** What the launcher gives the JVM for vector kernels. */
    static final String VECTORS = "--add-modules=jdk.incubator.vector";

    /** Name of a field map, beside those of the models. */
    static final String GRID = "grid";

    static final String QUIET = "-XX:CompileCommand=quiet";
    static final String ALIGNED = "-XX:ObjectAlignmentInBytes=32";
    static final String KERNELS_APART = "-XX:CompileCommand=dontinline,org.sagitta.kalman.batch.simd.Vector*::*";

    /** Enough tracks that branch predictors and caches do not learn them by heart. */
    static final int SIZE = 2000;

    private static final long SEED = 1;

    private final Tracker tracker = CmsTracker.load();
    private final SensorIndex index = SensorIndex.of(tracker);
    private final PairGenerator generator =
            Scenarios.bundled(Scenarios.W_LIKE_2011).generator(Resonance.JPSI);

    /** A true event; the number decides it. */
    GeneratedPair pair(long event) {
        return generator.generate(random(RandomPurpose.GENERATION, event));
    }

    /** The sensors of the ideal tracker. */
    SensorIndex index() {
        return index;
    }

    /** The positive muons of the first events. */
    List<GeneratedMuon> muons() {
        return LongStream.range(0, SIZE).mapToObj(i -> pair(i).plus()).toList();
    }

    static EventRandom random(RandomPurpose purpose, long event) {
        return EventRandom.of(SEED, RandomStream.of("bench", purpose), event);
    }

    /** A simulator with every random effect and all matter where it is in the detector. */
    TrackSimulator detailedSimulator(String fieldModel) {
        Tracker bare = PassiveMaterial.bareSensors(tracker);
        return new TrackSimulator(
                new Conditions(bare, conditions(fieldModel).field()),
                CmsPassiveMaterial.load(tracker),
                SensorIndex.of(bare),
                CmsMaterialEffects.muon(),
                SimulationEffects.FULL);
    }

    /** A simulator with every random effect and all matter on the sensors. */
    TrackSimulator simulator(String fieldModel) {
        return new TrackSimulator(conditions(fieldModel), index, CmsMaterialEffects.muon(), SimulationEffects.FULL);
    }

    /** The hits of the positive muons of the first events, without the few that have no ordinary track. */
    List<List<Hit>> hits(String fieldModel, int tracks) {
        LaneBatchTrackFitter lanes = new LaneBatchTrackFitter(
                conditions(fieldModel), FitSettings.standard(), CmsMaterialEffects.muon(), new ScalarKernels());
        TrackSimulator simulator = simulator(fieldModel);
        FitBlock fits = new FitBlock();
        List<List<Hit>> hits = new ArrayList<>();
        for (int i = 0; hits.size() < tracks; i++) {
            List<Hit> track = simulator
                    .simulate(pair(i).plus(), random(RandomPurpose.SIMULATION_PLUS, i))
                    .hits();
            lanes.fit(HitBlock.of(List.of(track)), fits);
            if (lanes.leftToScalarFit() == 0) {
                hits.add(track);
            }
        }
        return hits;
    }

    /** The fit as closure runs use it. */
    BatchTrackFitter batchFitter(String fieldModel) {
        return BatchTrackFitters.create(conditions(fieldModel), FitSettings.standard(), CmsMaterialEffects.muon());
    }

    TrackFitter fitter(String fieldModel) {
        return new TrackFitter(conditions(fieldModel), FitSettings.standard());
    }

    Conditions conditions(String fieldModel) {
        return new Conditions(tracker, fieldModel.equals(GRID) ? grid() : FieldModels.byName(fieldModel));
    }

    /** The TOSCA parametrisation on the nodes of a map of 5 cm. */
    private static MagneticField grid() {
        GridAxes axes = GridAxes.cylinder(1.15 * Units.M, 2.8 * Units.M, 24, 1, 113);
        return FieldGrid.sample(FieldModels.byName(FieldModels.TOSCA), axes, Interpolation.CUBIC);
    }
}
