package org.sagitta.data.simulation.hit;

/** The cluster that a track makes in a sensor. Mutable: a scratch of one thread. */
public final class Cluster {
    double sigmaU;
    double sigmaV;

    /** True standard deviation of pixel u or of the strip coordinate [mm]. */
    public double sigmaU() {
        return sigmaU;
    }

    /** True standard deviation of pixel v [mm]; zero for strips. */
    public double sigmaV() {
        return sigmaV;
    }
}
