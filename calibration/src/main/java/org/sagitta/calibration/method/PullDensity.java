package org.sagitta.calibration.method;

/**
 * The density of the pull u = (m / m_target - 1) / s of a resonance as a table, filled from pairs of the simulation: natural
 * width, radiation and resolution together. Counts in cells of {@value #STEP} are smoothed with a Gaussian of
 * {@value #KERNEL}; beyond {@value #LIMIT} the density is constant, so that pairs far away pull at nothing. Immutable.
 */
final class PullDensity {
    private static final double LIMIT = 8;
    private static final double STEP = 0.05;
    private static final double KERNEL = 0.2;
    private static final int CELLS = (int) Math.round(2 * LIMIT / STEP);

    /** Part of a pair per cell that is there besides: no pull is impossible. */
    private static final double FLOOR = 1e-5;

    private final double[] logDensity = new double[CELLS + 1];

    private PullDensity(double[] counts, long pairs) {
        int reach = (int) Math.ceil(4 * KERNEL / STEP);
        for (int c = 0; c <= CELLS; c++) {
            double sum = 0;
            for (int d = Math.max(0, c - reach); d <= Math.min(CELLS, c + reach); d++) {
                double x = (d - c) * STEP / KERNEL;
                sum += counts[d] * Math.exp(-0.5 * x * x);
            }
            double density = sum / (pairs * KERNEL * Math.sqrt(2 * Math.PI));
            logDensity[c] = Math.log(density + FLOOR);
        }
    }

    /** The density of all pairs of a table as they are. */
    static PullDensity of(PairTable pairs) {
        double[] counts = new double[CELLS + 1];
        pairs.visit((k, eta, phi, charge) -> k, (i, kPlus, kMinus, mass, z, sigma) -> {
            double x = (z / sigma + LIMIT) / STEP;
            if (x >= 0 && x < CELLS) {
                int cell = (int) x;
                counts[cell] += 1 - (x - cell);
                counts[cell + 1] += x - cell;
            }
        });
        return new PullDensity(counts, pairs.size());
    }

    /** Logarithm of the density, linear between the points of the table. */
    double log(double u) {
        double x = (u + LIMIT) / STEP;
        if (!(x > 0)) {
            return logDensity[0];
        }
        if (x >= CELLS) {
            return logDensity[CELLS];
        }
        int cell = (int) x;
        return logDensity[cell] + (x - cell) * (logDensity[cell + 1] - logDensity[cell]);
    }
}
