package org.sagitta.data.simulation.hit;

import org.sagitta.geometry.detector.StripTopology;

/**
 * Clusters on strips. The projection is that of the strip coordinate m, whose change along the stretch is
 * dm = (dm/du) du + (dm/dv) dv; with strips that fan out this counts in local pitches and across slanted strips. Clusters
 * wider than the projection (delta electrons, noise, two tracks) are not made.
 */
final class StripClusters implements SensorClusters {
    private final double pitch;
    private final double perConvergence;

    StripClusters(StripTopology strips) {
        this.pitch = strips.pitch();
        this.perConvergence = 1 / strips.convergenceV();
    }

    @Override
    public void fill(double u, double v, double acrossU, double acrossV, double path, Cluster into) {
        double slopeU = 1 / (1 - v * perConvergence);
        double across = slopeU * (acrossU + slopeU * perConvergence * u * acrossV);
        into.set(pitch * StripErrors.inPitches(Math.abs(across) / pitch), 0);
    }
}
