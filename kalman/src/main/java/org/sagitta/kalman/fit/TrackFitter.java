package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.propagation.Lost;
import org.sagitta.kalman.propagation.Propagation;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.TrackState;

/**
 * The track fit: seed, trace a reference trajectory, filter the deviations from it inwards, correct the reference and
 * repeat until the correction is small, then go to the beam line. One instance per thread; it sees hits and the
 * conditions of the reconstruction, nothing else.
 */
public final class TrackFitter {
    private final Tracker tracker;
    private final FitSettings settings;
    private final Propagator propagator;
    private final HitSeeder seeder;
    private final ReferenceTracer tracer;
    private final KalmanFilter filter;

    /** Fits muons with the material effects of the CMS fit. */
    public TrackFitter(Conditions reconstruction, FitSettings settings) {
        this(reconstruction, settings, CmsMaterialEffects.muon(), new KalmanFilter());
    }

    /** Fits with other material effects or another filter. */
    public TrackFitter(Conditions reconstruction, FitSettings settings, MaterialEffects material, KalmanFilter filter) {
        this.tracker = reconstruction.tracker();
        this.settings = settings;
        this.propagator = new Propagator(reconstruction.field());
        this.seeder = new HitSeeder(tracker, reconstruction.field().cursor());
        this.tracer = new ReferenceTracer(propagator, material);
        this.filter = filter;
    }

    /**
     * Fits the hits of one track.
     *
     * @param hits ordered from the beam outwards; sensors without a hit are not seen
     */
    public FitResult fit(List<Hit> hits) {
        int measurements = 0;
        List<Sensor> sensors = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            measurements += HitProjection.dimension(hit);
            sensors.add(tracker.sensor(hit.sensor()));
        }
        if (measurements < Param.SIZE) {
            return new FitFailure(
                    Reason.TOO_FEW_MEASUREMENTS, -1, measurements + " measured coordinates for five parameters");
        }
        Seeding seeding = seeder.seed(hits);
        if (seeding instanceof FitFailure failure) {
            return failure;
        }
        Propagation toFirst = toFirstPlane((Seed) seeding, sensors);
        if (toFirst instanceof Lost lost) {
            return new FitFailure(Reason.LOST, 0, lost.reason() + " at " + lost.place() + " mm, before the first hit");
        }
        return iterate(((Transported) toFirst).parameters(), hits, sensors, measurements);
    }

    private Propagation toFirstPlane(Seed seed, List<Sensor> sensors) {
        Plane from = sensors.get(seed.hitIndex()).plane();
        return propagator.toPlane(seed.state(), from, sensors.get(0).plane());
    }

    private FitResult iterate(LocalVector start, List<Hit> hits, List<Sensor> sensors, int measurements) {
        LocalVector parameters = start;
        LocalVector change = LocalVector.ZERO;
        for (int iteration = 1; iteration <= settings.maxIterations(); iteration++) {
            Linearisation linearisation = tracer.trace(parameters, sensors);
            if (linearisation instanceof FitFailure failure) {
                return failure;
            }
            ReferenceTrajectory reference = (ReferenceTrajectory) linearisation;
            List<Filtered> filtered = filter.filter(reference, hits);
            change = filtered.get(0).deviation();
            parameters = parameters.plus(change);
            if (!isTrack(parameters)) {
                break;
            }
            if (settings.isSettled(change, parameters)) {
                return atBeamLine(filtered, reference, measurements - Param.SIZE, iteration);
            }
        }
        return new FitFailure(Reason.NO_CONVERGENCE, -1, "last change " + change + " to " + parameters);
    }

    /** False for parameters that are not numbers or point behind the beam. */
    private static boolean isTrack(LocalVector p) {
        return Double.isFinite(p.u() + p.v() + p.phi() + p.qOverP()) && p.theta() > 0 && p.theta() < Math.PI;
    }

    private FitResult atBeamLine(List<Filtered> filtered, ReferenceTrajectory reference, int ndof, int iterations) {
        TrackState innermost = filtered.get(0).state();
        Propagation flight = propagator.toBeamLine(innermost.free(), innermost.surface());
        if (flight instanceof Lost lost) {
            return new FitFailure(
                    Reason.LOST, -1, lost.reason() + " at " + lost.place() + " mm, on the way to the beam");
        }
        TrackState perigee = ((Transported) flight).withCovariance(innermost.covariance());
        double chi2 = 0;
        for (Filtered estimate : filtered) {
            chi2 += estimate.chi2Increment();
        }
        return new FittedTrack(
                new PerigeeState(perigee.parameters(), perigee.covariance()),
                chi2,
                ndof,
                iterations,
                reference,
                filtered);
    }
}
