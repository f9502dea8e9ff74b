package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;
import org.sagitta.kalman.state.FreeState;

/**
 * A first estimate of a track from its hits alone.
 *
 * <p>The first and last pixel point give the polar angle. A strip is a line; the polar angle says at which point of it
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

    private static final int NEWTON_STEPS = 2;

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
            Sensor sensor = tracker.sensor(hits.get(i).sensor());
            if (hits.get(i) instanceof PixelHit) {
                first = first < 0 ? i : first;
                last = i;
            }
            // A stereo strip gives its azimuth only together with a good z; two thirds of the strips are better.
            if (sensor.address().kind() != SensorKind.STEREO) {
                loci.add(Locus.of(hits.get(i), sensor));
            }
        }
        if (first < 0) {
            return noSeed("no pixel hit");
        }
        Vec3 start = point(hits, first);
        Vec3 second = point(hits, last);
        if (chord(start, second) < SHORTEST_LEVER) {
            return noSeed("the pixel points are not " + SHORTEST_LEVER + " mm apart");
        }
        return fromCircle(start, second, loci, first);
    }

    private Vec3 point(List<Hit> hits, int i) {
        return Locus.of(hits.get(i), tracker.sensor(hits.get(i).sensor())).base();
    }

    private Seeding fromCircle(Vec3 start, Vec3 second, List<Locus> loci, int hitIndex) {
        Locus outer = loci.get(loci.size() - 1);
        Locus between = nearestToMiddle(loci, start, outer.base());
        double curvature = 0;
        double cot = 0;
        double halfTurn = 0;
        Vec3 middle = second;
        Vec3 end = second;
        for (int pass = 0; pass < PASSES; pass++) {
            cot = (second.z() - start.z()) / arc(chord(start, second), curvature);
            end = outer.pointOnTrack(start, cot, curvature);
            middle = between.pointOnTrack(start, cot, curvature);
            double volume = chord(start, middle) * chord(middle, end) * chord(start, end);
            if (!(volume > SHORTEST_LEVER * SHORTEST_LEVER * SHORTEST_LEVER)) {
                return noSeed("the points are too close together for a circle");
            }
            curvature = 2 * crossZ(middle.minus(start), end.minus(start)) / volume;
            halfTurn = Math.asin(0.5 * curvature * chord(start, end));
        }
        if (!Double.isFinite(halfTurn) || !Double.isFinite(cot)) {
            return noSeed("the points do not lie on an arc");
        }
        double phi = end.minus(start).phi() - halfTurn;
        double theta = Math.atan2(1, cot);
        double perPt = -curvature / (Units.KAPPA * bendingField(middle, cot));
        return new Seed(new FreeState(start, Vec3.direction(phi, theta), perPt * Math.sin(theta)), hitIndex);
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
        double half = 0.5 * chord(start, end);
        Locus best = loci.get(0);
        for (Locus locus : loci) {
            if (Math.abs(chord(start, locus.base()) - half) < Math.abs(chord(start, best.base()) - half)) {
                best = locus;
            }
        }
        return best;
    }

    /** Distance in the transverse plane. */
    private static double chord(Vec3 a, Vec3 b) {
        return b.minus(a).perp();
    }

    /** Length of the arc over a chord. */
    private static double arc(double chord, double curvature) {
        double half = 0.5 * curvature * chord;
        return half == 0 ? chord : chord * Math.asin(half) / half;
    }

    private static double crossZ(Vec3 a, Vec3 b) {
        return a.x() * b.y() - a.y() * b.x();
    }

    /**
     * Where the track met a sensor as far as the hit tells: a point (pixel), or the line base + v along (strip).
     *
     * @param base the point, or the place of the strip at v = 0
     * @param along change of the place with v, the local coordinate along the strip; zero for a point
     * @param halfLength largest |v| on the sensor [mm]
     */
    private record Locus(Vec3 base, Vec3 along, double halfLength) {
        static Locus of(Hit hit, Sensor sensor) {
            Plane plane = sensor.plane();
            if (hit instanceof PixelHit pixel) {
                return new Locus(plane.toGlobal(pixel.u(), pixel.v()), Vec3.ZERO, 0);
            }
            StripTopology strips = HitProjection.strips(sensor);
            double m = ((StripHit) hit).coordinate();
            return new Locus(
                    plane.toGlobal(m, 0),
                    plane.v().plus(-m / strips.convergenceV(), plane.u()),
                    sensor.outline().halfLength());
        }

        /** The point p of the strip with p.z - start.z = cot(theta) arc(start, p), by Newton steps along the strip. */
        Vec3 pointOnTrack(Vec3 start, double cot, double curvature) {
            if (halfLength == 0) {
                return base;
            }
            double v = 0;
            Vec3 p = base;
            for (int i = 0; i < NEWTON_STEPS; i++) {
                double chord = chord(start, p);
                double excess = p.z() - start.z() - cot * arc(chord, curvature);
                double chordSlope = ((p.x() - start.x()) * along.x() + (p.y() - start.y()) * along.y()) / chord;
                v -= excess / (along.z() - cot * chordSlope);
                v = Math.max(-halfLength, Math.min(halfLength, v));
                p = base.plus(v, along);
            }
            return p;
        }
    }
}
