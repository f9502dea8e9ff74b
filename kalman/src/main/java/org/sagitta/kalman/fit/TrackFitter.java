package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.fit.HitUse.StripLength;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.measurement.Hit;
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
 *
 * <p>A reference that turns back before the last hits is filtered with those it reaches. If that does not change when it
 * gets better, the others are left out; scattering or straggling took the particle there.
 */
public final class TrackFitter {
    /**
     * A curling track may seem to turn back before its last hits because its first references are poor. Later it stays
     * without the hits it once did not reach, since otherwise it could go to and fro between two sets of hits for ever.
     */
    private static final int ITERATIONS_TO_REACH_HITS = 2;

    /** Smallest part of the hits that makes a track; one that turns back earlier comes from wrong hits or a poor seed. */
    private static final double SMALLEST_PART = 0.3;

    /** Half a circle, and what scattering may add [rad]. Only tracks through wrong hits turn further. */
    private static final double LARGEST_TURN = 3.5;

    private final Tracker tracker;
    private final FitSettings settings;
    private final Propagator propagator;
    private final HitSeeder seeder;
    private final ReferenceTracer tracer;
    private final KalmanFilter filter;

    /** Fits muons with the material effects of the CMS fit. */
    public TrackFitter(Conditions reconstruction, FitSettings settings) {
        this(reconstruction, settings, CmsMaterialEffects.muon());
    }

    /** Fits with other material effects. */
    public TrackFitter(Conditions reconstruction, FitSettings settings, MaterialEffects material) {
        this(reconstruction, settings, material, new KalmanFilter());
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
        return fit(hits, HitUse.ALL);
    }

    /** Fits without some of the hits, but with the matter of their planes. */
    FitResult fit(List<Hit> hits, HitUse use) {
        int measurements = use.dimension(hits);
        if (measurements < Param.SIZE) {
            return new FitFailure(
                    Reason.TOO_FEW_MEASUREMENTS, -1, measurements + " measured coordinates for five parameters");
        }
        List<Hit> used = use.hits(hits);
        Seeding seeding = seeder.seed(used);
        if (seeding instanceof FitFailure failure) {
            return failure;
        }
        Seed seed = (Seed) seeding;
        List<Sensor> sensors = sensors(hits);
        Plane from = tracker.sensor(used.get(seed.hitIndex()).sensor()).plane();
        Propagation toFirst =
                propagator.toPlane(seed.state(), from, sensors.get(0).plane());
        if (toFirst instanceof Lost lost) {
            return new FitFailure(Reason.LOST, 0, lost.reason() + " at " + lost.place() + " mm, before the first hit");
        }
        StripLength length = seed.basis() == Seed.Basis.STRIPS ? StripLength.MEASURED : StripLength.IGNORED;
        LocalVector start = ((Transported) toFirst).parameters();
        return iterate(start, tracer.trace(start, sensors), use.with(length), hits, sensors);
    }

    /**
     * Fits again, with other ones of the hits, a track that has been fitted: from where that fit ended, as a hit more or less moves
     * a track but little, or from a new seed if no track comes of it.
     */
    FitResult refit(FittedTrack before, List<Hit> hits, HitUse use) {
        if (before.filtered().size() == hits.size() && use.dimension(hits) >= Param.SIZE) {
            ReferenceTrajectory reference = before.reference();
            LocalVector start = reference.planes().get(0).parameters();
            FitResult result = iterate(start, new Traced(reference, Optional.empty()), use, hits, sensors(hits));
            if (result instanceof FittedTrack) {
                return result;
            }
        }
        return fit(hits, use);
    }

    private List<Sensor> sensors(List<Hit> hits) {
        List<Sensor> sensors = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            sensors.add(tracker.sensor(hit.sensor()));
        }
        return sensors;
    }

    /** @param first the trace from the start */
    private FitResult iterate(LocalVector start, Traced first, HitUse firstUse, List<Hit> hits, List<Sensor> sensors) {
        LocalVector parameters = start;
        LocalVector change = LocalVector.ZERO;
        HitUse use = firstUse;
        int within = hits.size();
        for (int iteration = 1; iteration <= settings.maxIterations(); iteration++) {
            Traced traced = iteration == 1 ? first : tracer.trace(parameters, sensors.subList(0, within));
            List<Hit> reached = hits.subList(0, traced.reference().planes().size());
            boolean turnedBack = hasTurnedBack(traced);
            if (use.dimension(reached) < Param.SIZE) {
                return traced.end().orElseThrow();
            }
            List<Filtered> filtered = filter.filter(traced.reference(), reached, use);
            change = filtered.get(0).deviation();
            parameters = parameters.plus(change);
            if (!isTrack(parameters)) {
                break;
            }
            if (use.length() == StripLength.IGNORED && settings.isSettled(change, parameters)) {
                return isComplete(traced, reached.size(), within, hits.size())
                        ? atBeamLine(filtered, traced.reference(), use.dimension(reached) - Param.SIZE, iteration)
                        : tooShort(traced, reached.size(), hits.size());
            }
            use = use.with(StripLength.IGNORED);
            within = turnedBack && iteration > ITERATIONS_TO_REACH_HITS ? reached.size() : within;
        }
        return new FitFailure(Reason.NO_CONVERGENCE, -1, "last change " + change + " to " + parameters);
    }

    /** True if all hits are reached, or those that a curling track can reach, and they are most of all. */
    private static boolean isComplete(Traced traced, int reached, int within, int all) {
        return (reached == within || hasTurnedBack(traced)) && reached >= SMALLEST_PART * all;
    }

    private static FitFailure tooShort(Traced traced, int reached, int all) {
        String detail = "it reaches " + reached + " of " + all + " hits";
        return traced.end().orElse(new FitFailure(Reason.TURNED_BACK, reached, detail));
    }

    private static boolean hasTurnedBack(Traced traced) {
        return traced.end().filter(end -> end.reason() == Reason.TURNED_BACK).isPresent();
    }

    /** False for parameters that are not numbers or point behind the beam. */
    private static boolean isTrack(LocalVector p) {
        return Double.isFinite(p.u() + p.v() + p.phi() + p.qOverP()) && p.theta() > 0 && p.theta() < Math.PI;
    }

    private FitResult atBeamLine(List<Filtered> filtered, ReferenceTrajectory reference, int ndof, int iterations) {
        double turn = reference.turn();
        if (turn > LARGEST_TURN) {
            return new FitFailure(Reason.TURNED_BACK, -1, "turns by " + turn + " rad through these planes");
        }
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
