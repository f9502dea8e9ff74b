package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sagitta.data.recorded.RecordedHit;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.fit.FitFailure;
import org.sagitta.kalman.fit.FitResult;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.KalmanFilter;
import org.sagitta.kalman.fit.ReferencePlane;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.propagation.Propagation;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.TrackState;
import org.sagitta.validation.study.RefitFailure;
import org.sagitta.validation.study.RefitOutcome;
import org.sagitta.validation.study.RefittedTrack;

/**
 * Fits the real hits of one track. Every hit is a sensor of its own in a tracker made for this track, so that hits of one
 * module may have different errors.
 *
 * <p>The first fit takes the hits in the order of the file and with the nominal errors. It tells the direction on each
 * module, on which the errors depend, and the order along the track; then the hits are fitted again.
 */
final class RecordedTrackFitter {
    /** The plane at the listed point stands across the track there; after two trips its direction does not change. */
    private static final int TRIPS_TO_LISTED_POINT = 2;

    private static final Vec3 BEAM_DIRECTION = new Vec3(0, 0, 1);

    private record OnPath(double path, RecordedHit hit) {}

    private final RefitSettings settings;

    RecordedTrackFitter(RefitSettings settings) {
        this.settings = settings;
    }

    /**
     * Fits.
     *
     * @param hits about in the order of the track
     * @param listed the point at whose closest approach the parameters are wanted [mm]; the fit does not see it
     */
    RefitOutcome fit(List<RecordedHit> hits, Vec3 listed) {
        FitResult first = fitOnce(hits);
        if (!(first instanceof FittedTrack known)) {
            return failure(first);
        }
        FitResult second = fitOnce(better(hits, known));
        if (!(second instanceof FittedTrack track)) {
            return failure(second);
        }
        return atListedPoint(track, listed, tooWide(hits, known));
    }

    private FitResult fitOnce(List<RecordedHit> recorded) {
        List<Sensor> sensors = new ArrayList<>();
        List<Hit> hits = new ArrayList<>();
        for (RecordedHit hit : recorded) {
            int index = sensors.size();
            sensors.add(hit.asSensor(index));
            hits.add(hit.on(index));
        }
        Conditions conditions = new Conditions(new Tracker(sensors), settings.field());
        return new TrackFitter(conditions, FitSettings.standard(), settings.material(), new KalmanFilter()).fit(hits);
    }

    private static RefitFailure failure(FitResult result) {
        FitFailure failure = (FitFailure) result;
        return new RefitFailure(failure.reason().name(), failure.detail());
    }

    /**
     * The hits that the fit used, in the order of the path and with the errors for its direction; then those it did not
     * use, as they were.
     */
    private static List<RecordedHit> better(List<RecordedHit> hits, FittedTrack track) {
        List<OnPath> used = new ArrayList<>();
        List<RecordedHit> unused = new ArrayList<>(hits);
        FreeState before = track.reference().planes().get(0).arriving();
        double path = 0;
        for (ReferencePlane plane : track.reference().planes()) {
            Vec3 step = plane.arriving().position().minus(before.position());
            path += Math.copySign(step.norm(), step.dot(before.direction()));
            RecordedHit hit = hits.get(plane.sensor().index());
            unused.remove(hit);
            used.add(new OnPath(path, hit.withErrorFor(plane.arriving().direction())));
            before = plane.arriving();
        }
        Stream<RecordedHit> ordered =
                used.stream().sorted(Comparator.comparingDouble(OnPath::path)).map(OnPath::hit);
        return Stream.concat(ordered, unused.stream()).toList();
    }

    private static int tooWide(List<RecordedHit> hits, FittedTrack track) {
        return (int) track.reference().planes().stream()
                .filter(plane -> hits.get(plane.sensor().index())
                        .isTooWideFor(plane.arriving().direction()))
                .count();
    }

    private RefitOutcome atListedPoint(FittedTrack track, Vec3 listed, int tooWide) {
        Propagator propagator = new Propagator(settings.field());
        TrackState innermost = track.filtered().get(0).state();
        double phi = track.perigee().phi();
        for (int trip = 1; ; trip++) {
            Vec3 left = new Vec3(-Math.sin(phi), Math.cos(phi), 0);
            Propagation flight = propagator.toPlane(innermost, Plane.spannedBy(listed, left, BEAM_DIRECTION));
            if (!(flight instanceof Transported transported)) {
                return new RefitFailure(
                        FitFailure.Reason.LOST.name(),
                        flight + ", on the way to the listed point at " + listed + " mm");
            }
            if (trip == TRIPS_TO_LISTED_POINT) {
                TrackState there = transported.withCovariance(innermost.covariance());
                return new RefittedTrack(
                        new PerigeeState(there.parameters(), there.covariance()), track.chi2(), track.ndof(), tooWide);
            }
            phi = transported.parameters().phi();
        }
    }
}
