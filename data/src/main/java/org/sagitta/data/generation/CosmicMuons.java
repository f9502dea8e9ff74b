package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/**
 * Cosmic muons that cross a cylinder around the z axis. The y axis points up.
 *
 * <ul>
 *   <li>Intensity ~ cos^2 of the zenith angle and dN/dp ~ p^-2.7 above a momentum, independent of each other (Particle Data
 *       Group, Review of Particle Physics 2024, section 30.3.1: cos^2 holds near 3 GeV, the exponent of the primaries above
 *       10 GeV up to 100 GeV and more; at high momenta the intensity falls less with the zenith angle);
 *   <li>1.2766 positive muons to a negative one (CMS, Phys. Lett. B 692 (2010) 83, arXiv:1005.5332, below 100 GeV);
 *   <li>the flux through a plane across the direction is uniform, so a straight line meets the cylinder anywhere.
 * </ul>
 *
 * <p>The muon starts where the straight line enters the cylinder, so a curved one may leave it sooner or later than the line
 * does. What the rock above takes from it is not counted: momenta are those at the cylinder.
 *
 * @param radius of the cylinder [mm]
 * @param halfLength [mm]
 * @param pMin smallest momentum on entering [GeV]
 * @param pMax largest [GeV]
 */
public record CosmicMuons(double radius, double halfLength, double pMin, double pMax) {
    private static final double EXPONENT = 2.7;
    private static final double CHARGE_RATIO = 1.2766;

    public CosmicMuons {
        if (!(radius > 0)
                || !(halfLength > 0)
                || !(pMin > 0)
                || !(pMax > pMin)
                || !Double.isFinite(radius + halfLength + pMax)) {
            throw new IllegalArgumentException(
                    "cosmic muons of " + pMin + " .. " + pMax + " GeV through a cylinder of r = " + radius + ", |z| < "
                            + halfLength + " mm; allowed are 0 < lowest < highest, a cylinder above 0");
        }
    }

    /**
     * Generates the muon of an event.
     *
     * @param random the numbers of this event; the caller gives one that has not been used
     * @return a muon whose vertex is its point of entry
     */
    public GeneratedMuon generate(EventRandom random) {
        int charge = random.uniform() * (1 + CHARGE_RATIO) < CHARGE_RATIO ? 1 : -1;
        double p = momentum(random.uniform());
        double reach = Math.hypot(radius, halfLength);
        while (true) {
            // cos^3 is uniform if the intensity per solid angle is cos^2.
            double down = Math.cbrt(1 - random.uniform());
            double across = Math.sqrt((1 - down) * (1 + down));
            double azimuth = random.uniform(-Math.PI, Math.PI);
            Vec3 direction = new Vec3(across * Math.sin(azimuth), -down, across * Math.cos(azimuth));
            Vec3 through = disc(direction, reach * Math.sqrt(random.uniform()), random.uniform(-Math.PI, Math.PI));
            double entry = entry(through, direction);
            if (!Double.isNaN(entry)) {
                return new GeneratedMuon(charge, direction.times(p), through.plus(entry, direction));
            }
        }
    }

    /** The momentum [GeV] below which a share {@code u} lies. */
    private double momentum(double u) {
        double power = 1 - EXPONENT;
        double low = Math.pow(pMin, power);
        return Math.min(pMax, Math.pow(low + u * (Math.pow(pMax, power) - low), 1 / power));
    }

    /** A point of the plane through the origin across a direction. */
    private static Vec3 disc(Vec3 direction, double r, double angle) {
        Vec3 first = direction.cross(new Vec3(1, 0, 0)).unit();
        Vec3 second = direction.cross(first);
        return first.times(r * Math.cos(angle)).plus(r * Math.sin(angle), second);
    }

    /** Path from a point to where the line enters the cylinder, not a number if it misses. */
    private double entry(Vec3 point, Vec3 direction) {
        double a = direction.x() * direction.x() + direction.y() * direction.y();
        double b = point.x() * direction.x() + point.y() * direction.y();
        double c = point.x() * point.x() + point.y() * point.y() - radius * radius;
        double root = b * b - a * c;
        if (root <= 0 || a == 0) {
            return Double.NaN;
        }
        double half = Math.sqrt(root);
        double toEnd = halfLength / Math.abs(direction.z());
        double middle = point.z() / direction.z();
        double in = Math.max((-b - half) / a, direction.z() == 0 ? Double.NEGATIVE_INFINITY : -middle - toEnd);
        double out = Math.min((-b + half) / a, direction.z() == 0 ? Double.POSITIVE_INFINITY : -middle + toEnd);
        boolean inside = direction.z() != 0 || Math.abs(point.z()) < halfLength;
        return in < out && inside ? in : Double.NaN;
    }
}
