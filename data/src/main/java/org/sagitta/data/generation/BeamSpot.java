package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/**
 * Where collisions happen: a Gaussian around a point, along a line that may be tilted against the z axis.
 *
 * @param centre [mm]
 * @param slopeX dx/dz of the line
 * @param slopeY dy/dz of the line
 * @param sigmaXy standard deviation of x and of y at given z [mm]
 * @param sigmaZ standard deviation of z [mm]
 */
public record BeamSpot(Vec3 centre, double slopeX, double slopeY, double sigmaXy, double sigmaZ) {
    public BeamSpot {
        if (!(sigmaXy >= 0) || !(sigmaZ >= 0) || !Double.isFinite(sigmaXy + sigmaZ)) {
            throw new IllegalArgumentException(
                    "beam spot sigmas " + sigmaXy + ", " + sigmaZ + " mm, allowed are finite values from 0");
        }
        if (!Double.isFinite(centre.norm() + slopeX + slopeY)) {
            throw new IllegalArgumentException(
                    "beam spot at " + centre + " mm with slopes " + slopeX + ", " + slopeY + ", allowed is finite");
        }
    }

    /** Around the origin along the z axis. */
    public BeamSpot(double sigmaXy, double sigmaZ) {
        this(Vec3.ZERO, 0, 0, sigmaXy, sigmaZ);
    }

    /** Draws a vertex [mm], from three deviates wherever the beam spot is. */
    public Vec3 sample(EventRandom random) {
        double x = sigmaXy * random.gaussian();
        double y = sigmaXy * random.gaussian();
        double z = sigmaZ * random.gaussian();
        return new Vec3(centre.x() + slopeX * z + x, centre.y() + slopeY * z + y, centre.z() + z);
    }
}
