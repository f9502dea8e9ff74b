package org.sagitta.data.simulation.hit;

/** The clusters of sensors of one kind. Immutable. */
sealed interface SensorClusters permits PixelClusters, StripClusters {
    /**
     * Says how well the position is known.
     *
     * @param u of the middle of the charge on the readout side [mm], likewise {@code v}
     * @param acrossU extent of the charge on the readout side along u, signed [mm], likewise {@code acrossV}
     * @param path length of the track in the silicon [mm]
     */
    void fill(double u, double v, double acrossU, double acrossV, double path, Cluster into);
}
