package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.simulation.SimulationEffects.EnergyLoss;
import org.sagitta.data.simulation.SimulationEffects.HitSmearing;
import org.sagitta.data.simulation.SimulationEffects.Radiation;
import org.sagitta.data.simulation.SimulationEffects.Scattering;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialKick;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/**
 * Moments of the random effects. Each check is at four standard deviations of the sample moment, with a fixed seed: a
 * right simulation with another seed would fail one check in 16 000.
 */
class SimulationEffectsTest {
    private static final int MUONS = 20_000;
    private static final double SIGMAS = 4;

    private static final MaterialSlab SLAB = new MaterialSlab(0.02, 5e-5);
    private static final UniformField NO_FIELD = UniformField.alongZ(0);

    /** Along x, 30 degrees off the normal in z. */
    private static final Vec3 MOMENTUM = new Vec3(2 * Math.cos(Math.PI / 6), 0, 2 * Math.sin(Math.PI / 6));

    private static final MaterialKick KICK = CmsMaterialEffects.muon().crossing(2, Math.cos(Math.PI / 6), SLAB);

    @Test
    void energyLossHasTheMeanAndVarianceOfTheMaterial() {
        TrackSimulator simulator =
                Worlds.of(NO_FIELD, SimulationEffects.FULL, Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        SummaryStatistics loss = over(simulator, track -> energy(MOMENTUM) - energy(track.endMomentum()));
        assertMoments(loss, KICK.energyLoss(), Math.sqrt(KICK.energyLossVariance()));

        TrackSimulator mean = Worlds.of(
                NO_FIELD, SimulationEffects.FULL.with(EnergyLoss.MEAN), Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        SummaryStatistics fixed = over(mean, track -> energy(MOMENTUM) - energy(track.endMomentum()));
        assertEquals(KICK.energyLoss(), fixed.getMean(), 1e-12);
        assertEquals(0, fixed.getStandardDeviation(), 1e-12);
    }

    @Test
    void lossAboutThePeakHasTheMostProbableLossAndTheVariance() {
        TrackSimulator simulator = Worlds.of(
                NO_FIELD,
                SimulationEffects.FULL.with(EnergyLoss.PEAK_STRAGGLING),
                Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        MaterialKick peak = new CmsMaterialEffects(
                        ParticleHypothesis.MUON, org.sagitta.kalman.material.EnergyLoss.MOST_PROBABLE)
                .crossing(2, Math.cos(Math.PI / 6), SLAB);
        SummaryStatistics loss = over(simulator, track -> energy(MOMENTUM) - energy(track.endMomentum()));
        assertMoments(loss, peak.energyLoss(), Math.sqrt(KICK.energyLossVariance()));
    }

    /** One more draw at the first plane would show in the errors of the hit on the second. */
    @Test
    void noEffectChangesTheErrorsOfTheNextHit() {
        TrackSimulator plain = twoPlanes(SimulationEffects.FULL);
        for (SimulationEffects other : List.of(
                SimulationEffects.FULL.with(EnergyLoss.LANDAU),
                SimulationEffects.FULL.with(EnergyLoss.PEAK_STRAGGLING),
                SimulationEffects.FULL.with(Scattering.TAIL),
                SimulationEffects.FULL.with(Radiation.STOCHASTIC))) {
            TrackSimulator changed = twoPlanes(other);
            for (int i = 0; i < 50; i++) {
                SimulatedTrack a = plain.simulate(1, Vec3.ZERO, MOMENTUM, Worlds.random(i));
                SimulatedTrack b = changed.simulate(1, Vec3.ZERO, MOMENTUM, Worlds.random(i));
                assertEquals(2, a.hits().size());
                for (int plane = 0; plane < 2; plane++) {
                    assertEquals(errorU(a, plane), errorU(b, plane), 1e-12, "plane " + plane + ", " + other);
                }
            }
        }
    }

    private static TrackSimulator twoPlanes(SimulationEffects effects) {
        return Worlds.of(
                NO_FIELD,
                effects,
                Worlds.facingX(0, 50, Worlds.PIXELS, SLAB),
                Worlds.facingX(1, 60, Worlds.PIXELS, SLAB));
    }

    private static double errorU(SimulatedTrack track, int plane) {
        return ((PixelHit) track.hits().get(plane)).u()
                - track.crossings().get(plane).u();
    }

    /** The same chances: what a muon loses by Landau is what it loses by Gauss, stretched, and hits and angles stay. */
    @Test
    void landauLossGrowsWithTheGaussianOne() {
        SimulationEffects gauss = SimulationEffects.FULL;
        TrackSimulator one = Worlds.of(NO_FIELD, gauss, Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        TrackSimulator other =
                Worlds.of(NO_FIELD, gauss.with(EnergyLoss.LANDAU), Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        TreeMap<Double, Double> losses = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            SimulatedTrack a = one.simulate(1, Vec3.ZERO, MOMENTUM, Worlds.random(i));
            SimulatedTrack b = other.simulate(1, Vec3.ZERO, MOMENTUM, Worlds.random(i));
            losses.put(-energy(a.endMomentum()), -energy(b.endMomentum()));
            assertEquals(a.hits(), b.hits());
            assertEquals(0, a.endMomentum().unit().minus(b.endMomentum().unit()).norm(), 1e-15);
        }
        double before = Double.NEGATIVE_INFINITY;
        for (double loss : losses.values()) {
            assertTrue(loss >= before);
            before = loss;
        }
        assertTrue(losses.lastEntry().getValue() > losses.lastKey() + KICK.energyLoss(), "a long tail");
    }

    /** The tail stretches both angles alike and leaves loss and hits; radiation has chances of its own and leaves the angles. */
    @Test
    void tailAndRadiationChangeNothingElse() {
        TrackSimulator plain = Worlds.of(NO_FIELD, SimulationEffects.FULL, Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        TrackSimulator tail = Worlds.of(
                NO_FIELD, SimulationEffects.FULL.with(Scattering.TAIL), Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        TrackSimulator radiating = Worlds.of(
                NO_FIELD,
                SimulationEffects.FULL.with(Radiation.STOCHASTIC),
                Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        Vec3 t = MOMENTUM.unit();
        Vec3 e1 = new Vec3(0, 1, 0);
        Vec3 e2 = t.cross(e1);
        for (int i = 0; i < 200; i++) {
            SimulatedTrack a = plain.simulate(1, Vec3.ZERO, MOMENTUM, Worlds.random(i));
            SimulatedTrack b = tail.simulate(1, Vec3.ZERO, MOMENTUM, Worlds.random(i));
            SimulatedTrack c = radiating.simulate(1, Vec3.ZERO, MOMENTUM, Worlds.random(i));
            assertEquals(a.hits(), b.hits());
            assertEquals(a.hits(), c.hits());
            assertEquals(energy(a.endMomentum()), energy(b.endMomentum()), 1e-12);
            assertEquals(projected(a, t, e1) / projected(a, t, e2), projected(b, t, e1) / projected(b, t, e2), 1e-6);
            assertEquals(projected(a, t, e1), projected(c, t, e1), 1e-12);
            assertTrue(energy(c.endMomentum()) < energy(a.endMomentum()));
        }
    }

    @Test
    void bothProjectedAnglesHaveTheWidthTheta0() {
        TrackSimulator simulator =
                Worlds.of(NO_FIELD, SimulationEffects.FULL, Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        Vec3 t = MOMENTUM.unit();
        Vec3 e1 = new Vec3(0, 1, 0);
        Vec3 e2 = t.cross(e1);
        assertMoments(over(simulator, track -> projected(track, t, e1)), 0, KICK.theta0());
        assertMoments(over(simulator, track -> projected(track, t, e2)), 0, KICK.theta0());
        SummaryStatistics product = over(simulator, track -> projected(track, t, e1) * projected(track, t, e2));
        double squared = KICK.theta0() * KICK.theta0();
        assertEquals(0, product.getMean(), SIGMAS * squared / Math.sqrt(MUONS), "the two angles are independent");

        TrackSimulator straight = Worlds.of(
                NO_FIELD, SimulationEffects.FULL.with(Scattering.NONE), Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        assertEquals(0, over(straight, track -> projected(track, t, e1)).getMax(), 0);
    }

    @Test
    void pixelAndStripHitsScatterWithTheResolution() {
        Vec3 momentum = new Vec3(100, 3, 5);
        TrackSimulator pixel =
                Worlds.of(NO_FIELD, SimulationEffects.FULL, Worlds.facingX(0, 50, Worlds.PIXELS, MaterialSlab.VACUUM));
        assertMoments(over(pixel, momentum, track -> ((PixelHit) track.hits().get(0)).u()), 1.5, 0.02);
        assertMoments(over(pixel, momentum, track -> ((PixelHit) track.hits().get(0)).v()), 2.5, 0.03);

        TrackSimulator strip = Worlds.of(
                NO_FIELD, SimulationEffects.FULL, Worlds.facingX(0, 50, Worlds.PARALLEL_STRIPS, MaterialSlab.VACUUM));
        assertMoments(over(strip, momentum, track -> ((StripHit) track.hits().get(0)).coordinate()), 1.5, 0.02);

        TrackSimulator exact = Worlds.of(
                NO_FIELD,
                SimulationEffects.FULL.with(HitSmearing.NONE),
                Worlds.facingX(0, 50, Worlds.PIXELS, MaterialSlab.VACUUM));
        assertEquals(
                1.5,
                over(exact, momentum, track -> ((PixelHit) track.hits().get(0)).u())
                        .getMin(),
                1e-9);
    }

    @Test
    void efficiencyIsTheFractionOfActiveCrossingsWithAHit() {
        double efficiency = 0.93;
        TrackSimulator simulator = Worlds.of(
                NO_FIELD,
                SimulationEffects.FULL.withEfficiency(efficiency),
                Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        double fraction = over(simulator, track -> track.hits().size()).getMean();
        double sigma = Math.sqrt(efficiency * (1 - efficiency) / MUONS);
        assertEquals(efficiency, fraction, SIGMAS * sigma);

        TrackSimulator blind = Worlds.of(
                NO_FIELD, SimulationEffects.FULL.withEfficiency(0), Worlds.facingX(0, 50, Worlds.PIXELS, SLAB));
        assertEquals(0, over(blind, track -> track.hits().size()).getMax(), 0);
    }

    /** The gap between two wafers has matter but no hit. */
    @Test
    void theDeadGapSeesNothing() {
        TrackSimulator simulator = Worlds.of(
                NO_FIELD,
                SimulationEffects.FULL.with(EnergyLoss.MEAN),
                Worlds.facingX(0, 50, Worlds.PARALLEL_STRIPS, SLAB, new Outline(50, 50, 50, 3, 1)));
        SimulatedTrack track = simulator.simulate(1, Vec3.ZERO, new Vec3(2, 0, 0.12), Worlds.random(1));
        assertEquals(1, track.crossings().size());
        assertEquals(0, track.hits().size());
        assertEquals(true, track.endMomentum().norm() < new Vec3(2, 0, 0.12).norm());
    }

    @Test
    void sameSeedSameTrackAndNothingIsRemembered() {
        TrackSimulator one = Worlds.cms(FieldModels.byName(FieldModels.TOSCA), SimulationEffects.FULL);
        TrackSimulator other = Worlds.cms(FieldModels.byName(FieldModels.TOSCA), SimulationEffects.FULL);
        Vec3 momentum = Worlds.momentum(4, 0.8, 2);
        one.simulate(-1, Vec3.ZERO, Worlds.momentum(1, -2, 0), Worlds.random(3));
        SimulatedTrack a = one.simulate(1, Vec3.ZERO, momentum, Worlds.random(7));
        SimulatedTrack b = other.simulate(new GeneratedMuon(1, momentum, Vec3.ZERO), Worlds.random(7));
        assertEquals(a, b);
        assertNotEquals(a, one.simulate(1, Vec3.ZERO, momentum, Worlds.random(8)));
    }

    /** Random numbers line up: switching the smearing off leaves the path as it was, to the bit. */
    @Test
    void effectsDoNotDisturbEachOthersDeviates() {
        SimulationEffects exact = SimulationEffects.FULL.with(HitSmearing.NONE).withEfficiency(0.5);
        Vec3 momentum = Worlds.momentum(4, 0.8, 2);
        for (int i = 0; i < 50; i++) {
            SimulatedTrack a = Worlds.cms(NO_FIELD, exact).simulate(1, Vec3.ZERO, momentum, Worlds.random(i));
            SimulatedTrack b =
                    Worlds.cms(NO_FIELD, SimulationEffects.FULL).simulate(1, Vec3.ZERO, momentum, Worlds.random(i));
            assertEquals(a.crossings(), b.crossings());
        }
    }

    private static SummaryStatistics over(TrackSimulator simulator, ToDoubleFunction<SimulatedTrack> value) {
        return over(simulator, MOMENTUM, value);
    }

    private static SummaryStatistics over(
            TrackSimulator simulator, Vec3 momentum, ToDoubleFunction<SimulatedTrack> value) {
        SummaryStatistics statistics = new SummaryStatistics();
        for (int i = 0; i < MUONS; i++) {
            statistics.addValue(value.applyAsDouble(simulator.simulate(1, Vec3.ZERO, momentum, Worlds.random(i))));
        }
        return statistics;
    }

    private static void assertMoments(SummaryStatistics sample, double mean, double sigma) {
        assertEquals(mean, sample.getMean(), SIGMAS * sigma / Math.sqrt(MUONS), "mean");
        assertEquals(sigma, sample.getStandardDeviation(), SIGMAS * sigma / Math.sqrt(2.0 * MUONS), "width");
    }

    private static double projected(SimulatedTrack track, Vec3 along, Vec3 across) {
        return Math.atan2(track.endMomentum().dot(across), track.endMomentum().dot(along));
    }

    private static double energy(Vec3 momentum) {
        return CmsMaterialEffects.muon().particle().energy(momentum.norm());
    }
}
