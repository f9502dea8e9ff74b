package org.sagitta.kalman;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.FirstOrderIntegrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.material.MaterialKick;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;
import org.sagitta.kalman.state.FreeState;

/**
 * The way of a muon without scattering, straggling and measurement errors, with the mean energy loss of the fit, integrated
 * by a library to 1e-12 (Dormand and Prince 8(5,3)); for tests of what the fit's own numerics do.
 */
public final class ExactTrack {
    /** Error per step: of the position [mm] and of the direction. */
    private static final double POSITION = 1e-10;

    private static final double DIRECTION = 1e-13;

    /** Distance [mm] from a plane that counts as on it. */
    private static final double ON_PLANE = 1e-10;

    private final FieldCursor field;
    private final MaterialEffects material;

    public ExactTrack(FieldCursor field, MaterialEffects material) {
        this.field = field;
        this.material = material;
    }

    /** Exact hits on the given sensors, which the track crosses in this order. */
    public List<Hit> hits(FreeState start, List<Sensor> sensors) {
        List<Hit> hits = new ArrayList<>(sensors.size());
        FreeState state = start;
        for (Sensor sensor : sensors) {
            state = toPlane(state, sensor.plane());
            hits.add(hit(sensor, sensor.plane().toLocal(state.position())));
            state = behind(state, sensor);
        }
        return hits;
    }

    private static Hit hit(Sensor sensor, Vec3 local) {
        return sensor.topology() instanceof StripTopology strips
                ? new StripHit(sensor.index(), strips.coordinate(local.x(), local.y()))
                : new PixelHit(sensor.index(), local.x(), local.y());
    }

    private FreeState behind(FreeState state, Sensor sensor) {
        double cosine = state.direction().dot(sensor.plane().w());
        MaterialKick kick = material.crossing(state.p(), cosine, sensor.material());
        double p = material.particle().momentumAfterLoss(state.p(), kick.energyLoss());
        return new FreeState(state.position(), state.direction(), Math.copySign(1 / p, state.qOverP()));
    }

    /** Newton steps in the path length; each step is integrated. */
    private FreeState toPlane(FreeState from, Plane plane) {
        FreeState state = from;
        for (double rest = path(state, plane); Math.abs(rest) > ON_PLANE; rest = path(state, plane)) {
            state = integrated(state, rest);
        }
        return state;
    }

    private static double path(FreeState state, Plane plane) {
        return -plane.distance(state.position()) / plane.w().dot(state.direction());
    }

    private FreeState integrated(FreeState from, double length) {
        if (Math.abs(length) < 1e-6) {
            // Shorter than the library's first step; the turn is below 1e-9 of the direction.
            return new FreeState(from.position().plus(length, from.direction()), from.direction(), from.qOverP());
        }
        double[] scale = {POSITION, POSITION, POSITION, DIRECTION, DIRECTION, DIRECTION};
        FirstOrderIntegrator integrator = new DormandPrince853Integrator(1e-9, 500, scale, new double[6]);
        Vec3 x = from.position();
        Vec3 t = from.direction();
        double[] y = {x.x(), x.y(), x.z(), t.x(), t.y(), t.z()};
        integrator.integrate(motion(from.qOverP()), 0, y, length, y);
        return new FreeState(new Vec3(y[0], y[1], y[2]), new Vec3(y[3], y[4], y[5]).unit(), from.qOverP());
    }

    private FirstOrderDifferentialEquations motion(double qOverP) {
        return new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 6;
            }

            @Override
            public void computeDerivatives(double s, double[] y, double[] dy) {
                Vec3 t = new Vec3(y[3], y[4], y[5]);
                Vec3 k = t.cross(field.at(new Vec3(y[0], y[1], y[2]))).times(Units.KAPPA * qOverP);
                dy[0] = t.x();
                dy[1] = t.y();
                dy[2] = t.z();
                dy[3] = k.x();
                dy[4] = k.y();
                dy[5] = k.z();
            }
        };
    }
}
