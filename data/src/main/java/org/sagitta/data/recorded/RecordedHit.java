package org.sagitta.data.recorded;

import org.sagitta.data.simulation.hit.StripErrors;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Resolution;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorAddress;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/**
 * A real hit, ready to be fitted.
 *
 * @param coordinate what it measures
 * @param sensor the nominal sensor on the plane where its module was, with the error of this hit
 * @param u local u [mm], on strips the strip coordinate, with the Lorentz drift taken out
 * @param v local v [mm], on strips without meaning
 * @param clusterWidth number of strips, 0 for pixels and where it is not known
 */
public record RecordedHit(Coordinate coordinate, Sensor sensor, double u, double v, double clusterWidth) {
    /** A cluster wider than the track's projection by more than this many strips holds charge of something else. */
    private static final double EXCESS_STRIPS = 3.5;

    private static final double SQRT_12 = Math.sqrt(12);

    /** What a hit measures. */
    public enum Coordinate {
        /** Both coordinates of a pixel sensor. */
        POINT,
        /** The coordinate across the strips. */
        ACROSS_STRIPS,
        /** That a strip has two ends. */
        ALONG_STRIP
    }

    /** A place of the hit in space [mm]; along a strip it is anywhere. */
    public Vec3 place() {
        return sensor.plane().toGlobal(u, coordinate == Coordinate.POINT ? v : 0);
    }

    /**
     * That a strip ends: its middle as a measurement along it, with the error length / sqrt(12), on a sensor of its own
     * without matter. Weak, but all that tracks without pixel points know along the strips of single modules.
     */
    public RecordedHit alongStrip() {
        StripTopology strips = HitProjection.strips(sensor);
        Plane plane = sensor.plane();
        Vec3 strip = plane.v().plus(-u / strips.convergenceV(), plane.u()).unit();
        Vec3 across = plane.w().cross(strip);
        Outline o = sensor.outline();
        SensorAddress a = sensor.address();
        Sensor along = new Sensor(
                sensor.index(),
                sensor.name() + " along",
                new SensorAddress(
                        a.subdetector(),
                        a.side(),
                        a.layer(),
                        a.ring(),
                        a.face(),
                        a.structure(),
                        a.panel(),
                        a.module(),
                        // Not a strip whose azimuth a first estimate should use.
                        SensorKind.STEREO,
                        0),
                Plane.spannedBy(plane.toGlobal(u, 0), strip, across),
                new Outline(o.halfLength(), o.halfLength(), o.halfWidthAt(0), 0, 0),
                sensor.thickness(),
                new StripTopology(1, 2 * o.halfLength(), Double.POSITIVE_INFINITY),
                new Resolution(sensor.resolution().sigmaV(), sensor.resolution().sigmaV()),
                MaterialSlab.VACUUM,
                sensor.materialGroup());
        return new RecordedHit(Coordinate.ALONG_STRIP, along, 0, 0, 0);
    }

    /** The measurement, on the sensor of the given index. */
    public Hit on(int index) {
        return coordinate == Coordinate.POINT ? new PixelHit(index, u, v) : new StripHit(index, u);
    }

    /** This hit as sensor {@code index} of a tracker that has one sensor for each hit. */
    public Sensor asSensor(int index) {
        return new Sensor(
                index,
                sensor.name() + " hit " + index,
                sensor.address(),
                sensor.plane(),
                sensor.outline(),
                sensor.thickness(),
                sensor.topology(),
                sensor.resolution(),
                sensor.material(),
                sensor.materialGroup());
    }

    /**
     * This hit with the error that belongs to the direction of the track: {@link StripErrors} for p strips covered by the
     * projection of the track and the drift of the charge, times the pitch d. A cluster of N strips, N > p + 3.5, (delta
     * electron, two tracks, noise) says no more than that the track is somewhere within it, sigma = N d / sqrt(12).
     *
     * @param direction of the track, any length
     */
    public RecordedHit withErrorFor(Vec3 direction) {
        if (coordinate != Coordinate.ACROSS_STRIPS) {
            return this;
        }
        double p = projection(direction);
        double inPitches = isTooWideFor(direction) ? clusterWidth / SQRT_12 : StripErrors.inPitches(p);
        double sigma = inPitches * HitProjection.strips(sensor).pitch();
        Resolution error = new Resolution(sigma, sensor.resolution().sigmaV());
        return new RecordedHit(coordinate, sensor.withResolution(error), u, v, clusterWidth);
    }

    /** True for a strip cluster that holds charge of something else than a track of this direction. */
    public boolean isTooWideFor(Vec3 direction) {
        return coordinate == Coordinate.ACROSS_STRIPS && clusterWidth > projection(direction) + EXCESS_STRIPS;
    }

    /** Number of strips that receive charge from a straight track; the charge drifts towards +w. */
    private double projection(Vec3 direction) {
        StripTopology strips = HitProjection.strips(sensor);
        double across = strips.slopeU(0) * direction.dot(sensor.plane().u())
                + strips.slopeV(u, 0) * direction.dot(sensor.plane().v());
        double perDepth = across / direction.dot(sensor.plane().w());
        double drift = 2 * LorentzDrift.correction(sensor);
        return Math.abs(sensor.thickness() * perDepth + drift) / strips.pitch();
    }
}
