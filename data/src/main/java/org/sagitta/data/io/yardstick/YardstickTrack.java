package org.sagitta.data.io.yardstick;

import java.util.List;

/**
 * A muon of a yardstick file.
 *
 * @param charge +1 or -1
 * @param phi azimuth at the origin of the track [rad]
 * @param eta pseudorapidity
 * @param pt transverse momentum [GeV]
 * @param z0 where it starts on the z axis [mm]
 * @param points measured (y, z) [mm] on each plane, from the beam outwards
 */
public record YardstickTrack(int charge, double phi, double eta, double pt, double z0, List<Point> points) {
    public YardstickTrack {
        points = List.copyOf(points);
    }

    /** A measured point on a plane of constant x [mm]. */
    public record Point(double y, double z) {}

    /** Charge over momentum at the start [1/GeV]. */
    public double qOverP() {
        return charge / (pt * Math.cosh(eta));
    }
}
