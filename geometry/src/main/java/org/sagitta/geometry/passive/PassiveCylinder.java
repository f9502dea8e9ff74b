package org.sagitta.geometry.passive;

import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.linear.Vec3;

/**
 * x^2 + y^2 = radius^2 where |z| lies in the range of the matter.
 *
 * @param radius [mm]
 */
public record PassiveCylinder(String name, Subdetector part, double radius, MaterialSteps matter)
        implements PassiveSurface {
    public PassiveCylinder {
        if (!(radius > 0)) {
            throw new IllegalArgumentException(name + ": radius = " + radius + " mm; it must be positive");
        }
    }

    @Override
    public PassiveCylinder withMatter(MaterialSteps other) {
        return new PassiveCylinder(name, part, radius, other);
    }

    @Override
    public double coordinate(Vec3 point) {
        return Math.abs(point.z());
    }

    @Override
    public double rayScale(Vec3 point) {
        return radius / point.perp();
    }

    @Override
    public double absEtaAt(double coordinate) {
        return new Vec3(radius, 0, coordinate).eta();
    }

    @Override
    public double cosine(Vec3 point, Vec3 along) {
        return Math.abs(point.x() * along.x() + point.y() * along.y()) / point.perp();
    }

    @Override
    public double area(double from, double to) {
        return 2 * (2 * Math.PI * radius * (to - from));
    }
}
