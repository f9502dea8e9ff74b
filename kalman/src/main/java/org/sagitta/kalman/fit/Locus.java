package org.sagitta.kalman.fit;

import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/**
 * Where a track met a sensor as far as the hit tells: a point (pixel), or the line base + v along (strip).
 *
 * @param base the point, or the place of the strip at v = 0
 * @param along change of the place with v, the local coordinate along the strip; zero for a point
 * @param halfLength largest |v| on the sensor [mm]; zero for a point
 */
record Locus(Vec3 base, Vec3 along, double halfLength) {
    private static final int STEPS = 2;

    /** Strips run along the beam (barrel: 1, stereo sensors 0.995) or across it (disks: 0). */
    private static final double ALONG_THE_BEAM = 0.5;

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

    /** The point at v, which is kept on the sensor. */
    private Vec3 at(double v) {
        return base.plus(clamped(v), along);
    }

    private double clamped(double v) {
        return Math.max(-halfLength, Math.min(halfLength, v));
    }

    /** The point of the strip at z if the strip runs along the beam, else its centre. */
    Vec3 pointAtZ(double z) {
        return Math.abs(along.z()) > ALONG_THE_BEAM ? at((z - base.z()) / along.z()) : base;
    }

    /** The point p with p.z - start.z = cot(theta) arc(start, p), by Newton steps along the strip. */
    Vec3 pointOnTrack(Vec3 start, double cot, double curvature) {
        if (halfLength == 0) {
            return base;
        }
        double v = 0;
        for (int i = 0; i < STEPS; i++) {
            Vec3 p = at(v);
            double chord = Transverse.chord(start, p);
            double excess = p.z() - start.z() - cot * Transverse.arc(chord, curvature);
            double chordSlope = ((p.x() - start.x()) * along.x() + (p.y() - start.y()) * along.y()) / chord;
            v = clamped(v - excess / (along.z() - cot * chordSlope));
        }
        return at(v);
    }
}
