package org.sagitta.data.simulation.hit;

/** The cluster that a track makes in a sensor. Mutable: a scratch of one thread. */
public final class Cluster {
    private double sigmaU;
    private double sigmaV;

    /** Sets both standard deviations [mm]. */
    void set(double newSigmaU, double newSigmaV) {
        sigmaU = newSigmaU;
        sigmaV = newSigmaV;
    }

    /** True standard deviation of pixel u or of the strip coordinate [mm]. */
    public double sigmaU() {
        return sigmaU;
    }

    /** True standard deviation of pixel v [mm]; zero for strips. */
    public double sigmaV() {
        return sigmaV;
    }
}
