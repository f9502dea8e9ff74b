package org.sagitta.kalman;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sagitta.geometry.detector.Crossing;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Helix;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialKick;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;
import org.sagitta.kalman.propagation.Propagation;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.RungeKuttaNystromStepper;
import org.sagitta.kalman.propagation.StepRule;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.FreeState;

/**
 * Muons with Gaussian noise on the model of the fit, for tests only. The sensors on the way are those that a helix in a
 * uniform field crosses; among them the muon itself decides. Sensors that the helix misses do not exist for the toy,
 * neither as hits nor as matter, and so they do not for the fit.
 */
public final class ToySimulation {
    private static final double HELIX_FIELD = 3.8;
    private static final double HELIX_LENGTH = 4000;

    /** Finer than the fit's: 20 mm, 0.02 rad. */
    private static final StepRule FINE = new StepRule(20, 0.02, 10_000);

    private static final CmsMaterialEffects MATERIAL = CmsMaterialEffects.muon();

    private final SensorIndex index;
    private final Propagator propagator;
    private final Random random;

    public ToySimulation(Conditions truth, long seed) {
        this.index = TestConditions.indexOf(truth.tracker());
        this.propagator = new Propagator(truth.field(), new RungeKuttaNystromStepper(), FINE);
        this.random = new Random(seed);
    }

    /** A prompt muon, pT log-uniform in [ptMin, ptMax] GeV, eta uniform in [-etaMax, etaMax]. */
    public ToyTruth muon(double ptMin, double ptMax, double etaMax) {
        double pt = ptMin * Math.pow(ptMax / ptMin, random.nextDouble());
        double eta = etaMax * (2 * random.nextDouble() - 1);
        double theta = 2 * Math.atan(Math.exp(-eta));
        double phi = Math.PI * (2 * random.nextDouble() - 1);
        double charge = random.nextBoolean() ? 1 : -1;
        Vec3 vertex =
                new Vec3(0.5 * random.nextGaussian(), 0.5 * random.nextGaussian(), 40 * clipped(random.nextGaussian()));
        return new ToyTruth(vertex, phi, theta, charge * Math.sin(theta) / pt);
    }

    /**
     * A muon from a vertex up to {@code distance} mm from the beam line, uniform over that disc, which flies away from the
     * beam; otherwise like {@link #muon}.
     */
    public ToyTruth displaced(double ptMin, double ptMax, double etaMax, double distance) {
        ToyTruth prompt = muon(ptMin, ptMax, etaMax);
        double r = distance * Math.sqrt(random.nextDouble());
        double azimuth = prompt.phi() + Math.PI * (random.nextDouble() - 0.5);
        Vec3 vertex = new Vec3(
                r * Math.cos(azimuth), r * Math.sin(azimuth), prompt.vertex().z());
        return new ToyTruth(vertex, prompt.phi(), prompt.theta(), prompt.qOverP());
    }

    /** The track without hits that were missed with the given probability each. */
    public ToyTrack inefficient(ToyTrack track, double probability) {
        List<Hit> seen = new ArrayList<>(track.hits());
        seen.removeIf(hit -> random.nextDouble() < probability);
        return new ToyTrack(track.truth(), seen);
    }

    private static double clipped(double x) {
        return Math.max(-3, Math.min(3, x));
    }

    /** The hits of a muon, from the beam outwards, all matter and measurement errors drawn. */
    public ToyTrack simulate(ToyTruth truth) {
        FreeState state = truth.state();
        Plane here = Plane.spannedBy(truth.vertex(), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        List<Hit> hits = new ArrayList<>();
        Helix helix = Helix.inField(truth.vertex(), state.direction(), truth.qOverP(), HELIX_FIELD);
        double halfTurn = Math.PI / Math.max(1e-9, Math.abs(helix.turningRate()));
        for (Crossing crossing : index.crossings(helix, Math.min(HELIX_LENGTH, halfTurn))) {
            Sensor sensor = crossing.sensor();
            Propagation flight = propagator.toPlane(state, here, sensor.plane());
            if (!(flight instanceof Transported there)) {
                break;
            }
            state = there.state();
            here = sensor.plane();
            Vec3 local = here.toLocal(state.position());
            if (sensor.outline().contains(local.x(), local.y())) {
                if (sensor.outline().isActive(local.x(), local.y())) {
                    hits.add(measured(sensor, local));
                }
                state = throughMatter(state, sensor);
            }
        }
        return new ToyTrack(truth, hits);
    }

    private Hit measured(Sensor sensor, Vec3 local) {
        double u = sensor.resolution().sigmaU() * random.nextGaussian();
        if (sensor.topology() instanceof StripTopology strips) {
            return new StripHit(sensor.index(), strips.coordinate(local.x(), local.y()) + u);
        }
        double v = sensor.resolution().sigmaV() * random.nextGaussian();
        return new PixelHit(sensor.index(), local.x() + u, local.y() + v);
    }

    private FreeState throughMatter(FreeState state, Sensor sensor) {
        Vec3 t = state.direction();
        MaterialKick kick = MATERIAL.crossing(state.p(), t.dot(sensor.plane().w()), sensor.material());
        double loss = kick.energyLoss() + Math.sqrt(kick.energyLossVariance()) * random.nextGaussian();
        double p = ParticleHypothesis.MUON.momentumAfterLoss(state.p(), loss);
        Vec3 across = new Vec3(-t.y(), t.x(), 0).unit();
        Vec3 along = across.cross(t);
        Vec3 direction = t.plus(kick.theta0() * random.nextGaussian(), across)
                .plus(kick.theta0() * random.nextGaussian(), along)
                .unit();
        return new FreeState(state.position(), direction, Math.copySign(1 / p, state.qOverP()));
    }
}
