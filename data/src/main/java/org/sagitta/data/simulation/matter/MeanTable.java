package org.sagitta.data.simulation.matter;

import org.sagitta.kalman.material.Logarithm;

/**
 * The logarithm of the mean loss against the momentum, tabulated, for the density effect takes a power. Linear in ln p
 * between nodes, good to 1e-4; beyond the ends the value there. Immutable.
 */
final class MeanTable {
    private static final double LOWEST_GEV = 0.02;
    private static final int PER_UNIT = 40;
    private static final int NODES = 16 * PER_UNIT;

    private final double[] logarithm = new double[NODES + 1];

    MeanTable(BetheLoss bethe) {
        for (int i = 0; i <= NODES; i++) {
            logarithm[i] = bethe.meanLogarithm(LOWEST_GEV * Math.exp((double) i / PER_UNIT));
        }
    }

    /** The mean loss at momentum p [GeV] in units of xi'. */
    double logarithm(double momentum) {
        double at = Math.max(0, Math.min(NODES - 1e-9, Logarithm.of(momentum / LOWEST_GEV) * PER_UNIT));
        int i = (int) at;
        return logarithm[i] + (at - i) * (logarithm[i + 1] - logarithm[i]);
    }
}
