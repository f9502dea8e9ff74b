package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;
import org.sagitta.kalman.state.FreeState;

/**
 * A first estimate of a track from its hits alone.
 *
 * <p>The first pixel point and a second point in space give the polar angle: the last pixel point or, if that is too
 * near, the outermost pair of an r-phi and a stereo strip. A strip is a line; the polar angle says at which point of it
 * the track passed, which for r-phi strips leaves its azimuth almost unchanged. Three points far apart then give the
 * circle in the transverse plane. Its curvature (positive: counter-clockwise seen from +z) is
 *
 * <pre>
 *   d(phi)/ds_T = -(q/pT) kappa (Bz - Br cot(theta)),
 * </pre>
 *
 * with the field at the middle point, where a sagitta weighs it most. Straight lines first, then twice with the arcs.
 */
final class HitSeeder {
    /** Transverse distance of two points below which they give no direction [mm]. */
    private static final double SHORTEST_LEVER = 5;

    private static final int PASSES = 3;

    private final Tracker tracker;
    private final FieldCursor field;

    HitSeeder(Tracker tracker, FieldCursor field) {
        this.tracker = tracker;
        this.field = field;
    }

    /** The estimate at the first pixel hit. */
    Seeding seed(List<Hit> hits) {
        int first = -1;
        int last = -1;
        List<Locus> loci = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (hit instanceof PixelHit) {
                first = first < 0 ? i : first;
                last = i;
            }
            // A stereo strip gives its azimuth only together with a good z; two thirds of the strips are better.
            if (kind(hit) != SensorKind.STEREO) {
                loci.add(locus(hit));
            }
        }
        if (first < 0) {
            return noSeed("no pixel hit");
        }
        Vec3 start = locus(hits.get(first)).base();
        Vec3 second = locus(hits.get(last)).base();
        if (Transverse.chord(start, second) < SHORTEST_LEVER) {
            Optional<Vec3> pair = outermostPair(hits, start);
            if (pair.isEmpty()) {
                return noSeed("neither two pixel points " + SHORTEST_LEVER + " mm apart nor a pair of strips");
            }
            second = pair.get();
        }
        return fromCircle(start, second, loci, first);
    }

    private SensorKind kind(Hit hit) {
        return tracker.sensor(hit.sensor()).address().kind();
    }

    private Locus locus(Hit hit) {
        return Locus.of(hit, tracker.sensor(hit.sensor()));
    }

    /** The point in space from the two sides of the outermost double-sided module that was hit on both. */
    private Optional<Vec3> outermostPair(List<Hit> hits, Vec3 start) {
        for (int i = hits.size() - 1; i > 0; i--) {
            Sensor a = tracker.sensor(hits.get(i).sensor());
            Sensor b = tracker.sensor(hits.get(i - 1).sensor());
            boolean samePair = a.address().pairId() != 0
                    && a.address().pairId() == b.address().pairId();
            if (samePair && a.index() != b.index() && hits.get(i - 1) instanceof StripHit other) {
                return Optional.of(locus(hits.get(i)).pointInLineWith(start, other, b));
            }
        }
        return Optional.empty();
    }

    private Seeding fromCircle(Vec3 start, Vec3 second, List<Locus> loci, int hitIndex) {
        Locus outer = loci.get(loci.size() - 1);
        Locus between = nearestToMiddle(loci, start, outer.base());
        double curvature = 0;
        double cot = 0;
        Vec3 middle = second;
        Vec3 end = second;
        for (int pass = 0; pass < PASSES; pass++) {
            cot = (second.z() - start.z()) / Transverse.arc(Transverse.chord(start, second), curvature);
            end = outer.pointOnTrack(start, cot, curvature);
            middle = between.pointOnTrack(start, cot, curvature);
            if (shortestSide(start, middle, end) < SHORTEST_LEVER) {
                return noSeed("the points are too close together for a circle");
            }
            curvature = Transverse.curvature(start, middle, end);
        }
        double halfTurn = Math.asin(0.5 * curvature * Transverse.chord(start, end));
        if (!Double.isFinite(halfTurn) || !Double.isFinite(cot)) {
            return noSeed("the points do not lie on an arc");
        }
        double phi = end.minus(start).phi() - halfTurn;
        double theta = Math.atan2(1, cot);
        double perPt = -curvature / (Units.KAPPA * bendingField(middle, cot));
        return new Seed(new FreeState(start, Vec3.direction(phi, theta), perPt * Math.sin(theta)), hitIndex);
    }

    private static double shortestSide(Vec3 a, Vec3 b, Vec3 c) {
        return Math.min(Transverse.chord(a, b), Math.min(Transverse.chord(b, c), Transverse.chord(a, c)));
    }

    private static FitFailure noSeed(String detail) {
        return new FitFailure(Reason.NO_SEED, -1, detail);
    }

    /** Bz - Br cot(theta) [T]. */
    private double bendingField(Vec3 place, double cot) {
        Vec3 b = field.at(place);
        double br = (b.x() * place.x() + b.y() * place.y()) / place.perp();
        return b.z() - br * cot;
    }

    private static Locus nearestToMiddle(List<Locus> loci, Vec3 start, Vec3 end) {
        double half = 0.5 * Transverse.chord(start, end);
        Locus best = loci.get(0);
        for (Locus locus : loci) {
            double off = Math.abs(Transverse.chord(start, locus.base()) - half);
            if (off < Math.abs(Transverse.chord(start, best.base()) - half)) {
                best = locus;
            }
        }
        return best;
    }
}
