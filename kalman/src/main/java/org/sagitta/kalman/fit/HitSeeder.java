package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.state.FreeState;

/**
 * A first estimate of a track from its hits alone.
 *
 * <p>The first and the last pixel point give the polar angle, or else, and roughly, the places of all strips
 * ({@link Slope}). A strip is a line; the polar angle says at which point of it the track passed, which for r-phi strips
 * leaves its azimuth almost unchanged. Three points, the middle one half way, then give the circle in the transverse
 * plane. Its curvature (positive: counter-clockwise seen from +z) is
 *
 * <pre>
 *   d(phi)/ds_T = -(q/pT) kappa (Bz - Br cot(theta)),
 * </pre>
 *
 * with the field at the middle point, where a sagitta weighs it most. Straight lines first, then twice with the arcs.
 * Points that are too close together for a circle make a straight line. Nothing is assumed about where the track comes
 * from, nor that it flies away from the beam; the hits must be in its order, within its first half turn.
 */
final class HitSeeder {
    /** Transverse distance of two points below which they give no direction [mm]. */
    static final double SHORTEST_LEVER = 5;

    private static final int PASSES = 3;

    private final Tracker tracker;
    private final FieldCursor field;

    HitSeeder(Tracker tracker, FieldCursor field) {
        this.tracker = tracker;
        this.field = field;
    }

    /** The estimate at the first pixel hit if there are two, else at the first hit. */
    Seeding seed(List<Hit> hits) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i) instanceof PixelHit) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0) {
            Slope.OfTwoPoints slope = new Slope.OfTwoPoints(
                    locus(hits.get(first)).base(), locus(hits.get(last)).base());
            if (Transverse.chord(slope.first(), slope.second()) >= SHORTEST_LEVER) {
                return fromCircle(slope, lociForCircle(hits), first, Seed.Basis.POINTS);
            }
        }
        List<Locus> all = hits.stream().map(this::locus).toList();
        return fromCircle(new Slope.OfCentres(all), lociForCircle(hits), 0, Seed.Basis.STRIPS);
    }

    /** A stereo strip gives its azimuth only together with a good z; two thirds of the strips are better. */
    private List<Locus> lociForCircle(List<Hit> hits) {
        List<Locus> loci = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            if (tracker.sensor(hit.sensor()).address().kind() != SensorKind.STEREO) {
                loci.add(locus(hit));
            }
        }
        return loci.size() < 3 ? hits.stream().map(this::locus).toList() : loci;
    }

    private Locus locus(Hit hit) {
        return Locus.of(hit, tracker.sensor(hit.sensor()));
    }

    private Seeding fromCircle(Slope slope, List<Locus> loci, int hitIndex, Seed.Basis basis) {
        Vec3 start = slope.start(0);
        Locus outer = loci.get(loci.size() - 1);
        Locus between = nearestToMiddle(loci, start, outer.base());
        double curvature = 0;
        double cot = 0;
        Vec3 middle = start;
        Vec3 end = start;
        for (int pass = 0; pass < PASSES; pass++) {
            cot = slope.cot(curvature);
            start = slope.start(curvature);
            middle = between.pointOnTrack(start, cot, curvature);
            end = outer.pointOnTrack(start, cot, curvature);
            curvature =
                    shortestSide(start, middle, end) < SHORTEST_LEVER ? 0 : Transverse.curvature(start, middle, end);
        }
        double chord = Transverse.chord(start, end);
        if (!(chord >= SHORTEST_LEVER) || !Double.isFinite(curvature + cot)) {
            return new FitFailure(
                    Reason.NO_SEED,
                    -1,
                    "the first and the last hit are " + chord + " mm apart, needed are " + SHORTEST_LEVER + " mm");
        }
        double phi = end.minus(start).phi() - Transverse.halfTurn(chord, curvature);
        double theta = Math.atan2(1, cot);
        double perPt = -curvature / (Units.KAPPA * bendingField(middle, cot));
        return new Seed(new FreeState(start, Vec3.direction(phi, theta), perPt * Math.sin(theta)), hitIndex, basis);
    }

    private static double shortestSide(Vec3 a, Vec3 b, Vec3 c) {
        return Math.min(Transverse.chord(a, b), Math.min(Transverse.chord(b, c), Transverse.chord(a, c)));
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
