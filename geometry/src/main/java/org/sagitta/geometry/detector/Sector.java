package org.sagitta.geometry.detector;

import org.sagitta.geometry.linear.Vec3;

/**
 * The part of space around the z axis that a sensor fills: ranges of r and z [mm], and of azimuth by its middle in
 * [0, 2 pi) and half its width [rad], at most pi.
 */
record Sector(double rMin, double rMax, double zMin, double zMax, double phi, double halfPhi) {
    private static final double TURN = 2 * Math.PI;

    /** The smallest sector around the four corners of a sensor. */
    static Sector around(Sensor sensor) {
        Outline o = sensor.outline();
        Vec3[] corners = {
            sensor.plane().toGlobal(-o.halfWidthAtMinusV(), -o.halfLength()),
            sensor.plane().toGlobal(o.halfWidthAtMinusV(), -o.halfLength()),
            sensor.plane().toGlobal(o.halfWidthAtPlusV(), o.halfLength()),
            sensor.plane().toGlobal(-o.halfWidthAtPlusV(), o.halfLength())
        };
        double middle = sensor.plane().origin().phi();
        double rMin = Double.POSITIVE_INFINITY;
        double rMax = 0;
        double zMin = Double.POSITIVE_INFINITY;
        double zMax = Double.NEGATIVE_INFINITY;
        double phiMin = 0;
        double phiMax = 0;
        double round = 0;
        for (int i = 0; i < corners.length; i++) {
            Vec3 corner = corners[i];
            Vec3 next = corners[(i + 1) % corners.length];
            rMin = Math.min(rMin, nearest(corner, next));
            rMax = Math.max(rMax, corner.perp());
            zMin = Math.min(zMin, corner.z());
            zMax = Math.max(zMax, corner.z());
            double phi = symmetric(corner.phi() - middle);
            phiMin = Math.min(phiMin, phi);
            phiMax = Math.max(phiMax, phi);
            round += symmetric(next.phi() - corner.phi());
        }
        // Once around the z axis: the axis goes through the sensor.
        if (Math.abs(round) > 1 || phiMax - phiMin >= Math.PI) {
            return new Sector(0, rMax, zMin, zMax, 0, Math.PI);
        }
        return new Sector(rMin, rMax, zMin, zMax, positive(middle + 0.5 * (phiMin + phiMax)), 0.5 * (phiMax - phiMin));
    }

    /** Distance of the z axis from the line between two points, seen along the axis. */
    private static double nearest(Vec3 a, Vec3 b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length2 = dx * dx + dy * dy;
        double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, -(a.x() * dx + a.y() * dy) / length2));
        return Math.hypot(a.x() + t * dx, a.y() + t * dy);
    }

    /** The same angle in [-pi, pi], of one that is less than a turn outside. */
    static double symmetric(double phi) {
        if (phi > Math.PI) {
            return phi - TURN;
        }
        return phi < -Math.PI ? phi + TURN : phi;
    }

    /** The same angle in [0, 2 pi), of one that is less than a turn outside. */
    static double positive(double phi) {
        double turned = phi < 0 ? phi + TURN : phi;
        return turned < TURN ? turned : 0;
    }
}
