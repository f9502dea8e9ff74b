package org.sagitta.geometry.passive;

import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.linear.Vec3;

/**
 * Two disks, z = +absZ and z = -absZ, where r lies in the range of the matter.
 *
 * @param absZ [mm]
 */
public record PassiveDisk(String name, Subdetector part, double absZ, MaterialSteps matter) implements PassiveSurface {
    public PassiveDisk {
        if (!(absZ > 0)) {
            throw new IllegalArgumentException(name + ": |z| = " + absZ + " mm; it must be positive");
        }
    }

    @Override
    public PassiveDisk withMatter(MaterialSteps other) {
        return new PassiveDisk(name, part, absZ, other);
    }

    @Override
    public double coordinate(Vec3 point) {
        return point.perp();
    }

    @Override
    public double rayScale(Vec3 point) {
        return absZ / Math.abs(point.z());
    }

    @Override
    public double absEtaAt(double coordinate) {
        return new Vec3(coordinate, 0, absZ).eta();
    }

    @Override
    public double cosine(Vec3 point, Vec3 along) {
        return Math.abs(along.z());
    }

    @Override
    public double area(double from, double to) {
        return 2 * (Math.PI * (to * to - from * from));
    }
}
