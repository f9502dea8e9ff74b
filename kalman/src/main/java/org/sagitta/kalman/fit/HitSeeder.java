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
        List<Vec3> pixels = new ArrayList<>(4);
        List<StripLine> strips = new ArrayList<>(hits.size());
        List<StripLine> stereo = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            Sensor sensor = tracker.sensor(hit.sensor());
            if (hit instanceof PixelHit pixel) {
                first = first < 0 ? i : first;
                pixels.add(sensor.plane().toGlobal(pixel.u(), pixel.v()));
            } else if (hit instanceof StripHit strip) {
                (sensor.address().kind() == SensorKind.STEREO ? stereo : strips).add(StripLine.of(strip, sensor));
            }
        }
        if (pixels.size() < 2 || chord(pixels.get(0), pixels.get(pixels.size() - 1)) < SHORTEST_LEVER) {
            return noSeed(pixels.size() + " pixel points, needed are two that are " + SHORTEST_LEVER + " mm apart");
        }
        return fromCircle(pixels, strips.isEmpty() ? stereo : strips, first);
    }

    private Seeding fromCircle(List<Vec3> pixels, List<StripLine> strips, int hitIndex) {
        Vec3 start = pixels.get(0);
        Vec3 second = pixels.get(pixels.size() - 1);
        double curvature = 0;
        double cot = 0;
        Vec3 middle = second;
        Vec3 end = second;
        for (int pass = 0; pass < PASSES; pass++) {
            cot = (second.z() - start.z()) / arc(chord(start, second), curvature);
            List<Vec3> points = new ArrayList<>(pixels);
            for (StripLine strip : strips) {
                points.add(strip.pointOnTrack(start, cot, curvature));
            }
            end = points.get(points.size() - 1);
            middle = nearestToMiddle(points, start, end);
            double area = chord(start, middle) * chord(middle, end) * chord(start, end);
            if (!(area > SHORTEST_LEVER * SHORTEST_LEVER * SHORTEST_LEVER)) {
                return noSeed("the points are too close together for a circle");
            }
            curvature = 2 * crossZ(middle.minus(start), end.minus(start)) / area;
        }
        double halfTurn = Math.asin(0.5 * curvature * chord(start, end));
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

    private static Vec3 nearestToMiddle(List<Vec3> points, Vec3 start, Vec3 end) {
        double half = 0.5 * chord(start, end);
        Vec3 best = points.get(1);
        for (Vec3 point : points) {
            if (Math.abs(chord(start, point) - half) < Math.abs(chord(start, best) - half)) {
                best = point;
            }
        }
        return best;
    }

    /** Distance in the transverse plane. */
    private static double chord(Vec3 a, Vec3 b) {
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
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
     * All points that give the same strip coordinate: base + v along.
     *
     * @param halfLength largest |v| on the sensor, v the local coordinate along the strip [mm]
     */
    private record StripLine(Vec3 base, Vec3 along, double halfLength) {
        static StripLine of(StripHit hit, Sensor sensor) {
            StripTopology strips = HitProjection.strips(sensor);
            Plane plane = sensor.plane();
            double m = hit.coordinate();
            return new StripLine(
                    plane.origin().plus(m, plane.u()),
                    plane.v().plus(-m / strips.convergenceV(), plane.u()),
                    sensor.outline().halfLength());
        }

        /** The point p of the strip with p.z - start.z = cot(theta) arc(start, p), by Newton steps along the strip. */
        Vec3 pointOnTrack(Vec3 start, double cot, double curvature) {
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
