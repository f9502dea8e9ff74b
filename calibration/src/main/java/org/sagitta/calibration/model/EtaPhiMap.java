package org.sagitta.calibration.model;

import java.util.Arrays;

/**
 * A positive number at eta nodes and at equidistant azimuths phi_j = -pi + 2 pi j / n, bilinear between them, periodic in phi; beyond
 * the outer eta nodes it keeps their value. Immutable.
 */
final class EtaPhiMap {
    private final double[] etaNodes;
    private final double[][] values;

    /**
     * @param name of the map, for messages
     * @param etaNodes ascending, at least one
     * @param values [i][j] at eta node i and azimuth j; positive; rows of equal length
     * @throws IllegalArgumentException if the table is not of that form
     */
    EtaPhiMap(String name, double[] etaNodes, double[][] values) {
        checkShape(name, etaNodes, values);
        this.etaNodes = etaNodes.clone();
        this.values = copy(values);
    }

    private static void checkShape(String name, double[] etaNodes, double[][] values) {
        if (etaNodes.length == 0 || values.length != etaNodes.length || values[0].length == 0) {
            throw new IllegalArgumentException(name + ": " + values.length + " rows for " + etaNodes.length
                    + " eta nodes; there must be one row per node and at least one entry");
        }
        for (int i = 0; i < etaNodes.length; i++) {
            if (!Double.isFinite(etaNodes[i]) || (i > 0 && !(etaNodes[i] > etaNodes[i - 1]))) {
                throw new IllegalArgumentException(
                        name + ": eta node " + i + " is " + etaNodes[i] + "; nodes must be finite and ascend");
            }
            if (values[i].length != values[0].length) {
                throw new IllegalArgumentException(name + ": row " + i + " has " + values[i].length
                        + " entries, the first has " + values[0].length);
            }
            for (double value : values[i]) {
                if (!(value > 0) || !Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            name + ": row " + i + " holds " + value + "; ratios must be positive and finite");
                }
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] result = new double[rows.length][];
        Arrays.setAll(result, i -> rows[i].clone());
        return result;
    }

    double at(double eta, double phi) {
        int n = values[0].length;
        double turn = (phi + Math.PI) / (2 * Math.PI);
        double x = (turn - Math.floor(turn)) * n;
        int j = Math.min((int) x, n - 1);
        double t = x - j;
        int next = (j + 1) % n;
        if (eta <= etaNodes[0]) {
            return mix(values[0][j], values[0][next], t);
        }
        int last = etaNodes.length - 1;
        if (eta >= etaNodes[last]) {
            return mix(values[last][j], values[last][next], t);
        }
        int i = lowerNode(eta);
        double s = (eta - etaNodes[i]) / (etaNodes[i + 1] - etaNodes[i]);
        return mix(mix(values[i][j], values[i][next], t), mix(values[i + 1][j], values[i + 1][next], t), s);
    }

    private int lowerNode(double eta) {
        int found = Arrays.binarySearch(etaNodes, eta);
        return found >= 0 ? found : -found - 2;
    }

    static double mix(double a, double b, double t) {
        return a + t * (b - a);
    }

    /** Whether another map has the same nodes. */
    boolean isLike(EtaPhiMap other) {
        return Arrays.equals(etaNodes, other.etaNodes) && values[0].length == other.values[0].length;
    }

    double[] etaNodes() {
        return etaNodes.clone();
    }

    double[][] values() {
        return copy(values);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EtaPhiMap other
                && Arrays.equals(etaNodes, other.etaNodes)
                && Arrays.deepEquals(values, other.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(etaNodes) + Arrays.deepHashCode(values);
    }
}
