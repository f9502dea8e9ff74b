package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/**
 * Where collisions happen: a Gaussian around the origin, the beam line being the z axis.
 *
 * @param sigmaXy standard deviation of x and of y [mm]
 * @param sigmaZ standard deviation of z [mm]
 */
public record BeamSpot(double sigmaXy, double sigmaZ) {
    public BeamSpot {
        if (!(sigmaXy >= 0) || !(sigmaZ >= 0) || !Double.isFinite(sigmaXy + sigmaZ)) {
            throw new IllegalArgumentException(
                    "beam spot sigmas " + sigmaXy + ", " + sigmaZ + " mm, allowed are finite values from 0");
        }
    }

    /** Draws a vertex [mm]. */
    public Vec3 sample(EventRandom random) {
        return new Vec3(sigmaXy * random.gaussian(), sigmaXy * random.gaussian(), sigmaZ * random.gaussian());
    }
}
