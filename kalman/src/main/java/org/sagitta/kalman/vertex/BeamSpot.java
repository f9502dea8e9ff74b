package org.sagitta.kalman.vertex;

import org.sagitta.geometry.linear.Vec3;

/**
 * Where pairs are produced, as a constraint: independent Gaussians in x, y and z.
 *
 * @param centre [mm]
 * @param sigma standard deviations in x, y, z [mm], positive; infinite for what is not known
 */
public record BeamSpot(Vec3 centre, Vec3 sigma) {
    public BeamSpot {
        if (!(sigma.x() > 0) || !(sigma.y() > 0) || !(sigma.z() > 0)) {
            throw new IllegalArgumentException("beam spot: sigma = " + sigma + " mm; all three must be positive");
        }
    }

    /** How many of the three coordinates are known. */
    int dimension() {
        int known = 0;
        known += Double.isInfinite(sigma.x()) ? 0 : 1;
        known += Double.isInfinite(sigma.y()) ? 0 : 1;
        known += Double.isInfinite(sigma.z()) ? 0 : 1;
        return known;
    }
}
