package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagitta.data.scenario.MaterialChoice;
import org.sagitta.data.scenario.MaterialModel;
import org.sagitta.data.scenario.MaterialRegion;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.material.Silicon;
import org.sagitta.geometry.passive.CmsPassiveMaterial;
import org.sagitta.geometry.passive.PassiveMaterial;

class WorldsTest {
    /** Relative; factors multiply in another order. */
    private static final double ROUNDING = 1e-14;

    private final Tracker tracker = CmsTracker.load();
    private final Worlds worlds = new Worlds(tracker, 1);

    private static TruthChoice ideal(MaterialChoice material) {
        TruthChoice truth = Scenarios.bundled("ideal").truth();
        return truth.withWorld(truth.world().withMaterial(material));
    }

    @Test
    void planesCarryEverything() {
        SimulatedWorld world = worlds.simulated(ideal(MaterialChoice.NOMINAL));
        assertSame(PassiveMaterial.NONE, world.passive());
        assertEquals(
                tracker.sensor(5).material(),
                world.conditions().tracker().sensor(5).material());
    }

    @Test
    void factorsActOnSiliconAndOnTheRest() {
        MaterialChoice choice = new MaterialChoice(
                MaterialModel.DETAILED, 1.5, List.of(new MaterialRegion(0.5, 1.5, 1.2)), Map.of(Subdetector.TOB, 0.8));
        SimulatedWorld world = worlds.simulated(ideal(choice));

        for (Sensor sensor : world.conditions().tracker().sensors()) {
            double absEta = Math.abs(sensor.plane().origin().eta());
            double factor = choice.factorAt(sensor.address().subdetector(), absEta);
            double expected = factor * sensor.thickness() / Silicon.X0;
            assertEquals(expected, sensor.material().xOverX0(), ROUNDING * expected, sensor.name());
        }
        PassiveMaterial nominal = CmsPassiveMaterial.load(tracker);
        for (int i = 0; i < nominal.surfaces().size(); i++) {
            for (double absEta : new double[] {0.2, 0.49, 0.51, 1.1, 1.49, 1.51, 2.2}) {
                double before = nominal.surfaces().get(i).alongRay(absEta).xiGev();
                double factor = choice.factorAt(nominal.surfaces().get(i).part(), absEta);
                double after =
                        world.passive().surfaces().get(i).alongRay(absEta).xiGev();
                assertEquals(
                        factor * before,
                        after,
                        ROUNDING,
                        nominal.surfaces().get(i).name() + " at " + absEta);
            }
        }
        assertSame(world.passive(), worlds.simulated(ideal(choice)).passive());
    }
}
