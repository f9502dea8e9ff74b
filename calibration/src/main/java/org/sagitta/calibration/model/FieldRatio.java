package org.sagitta.calibration.model;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.sagitta.calibration.dimuon.Charge;

/**
 * Pre-correction from the field that the track fit used to a better one (a measured map):
 *
 * <pre>   k' = k / R(eta, phi),   R = bending power of the better field / bending power of the fit's field</pre>
 *
 * <p>because a fit in the field B_fit finds k_fit = k_true B_true / B_fit: too small a field gives too large a curvature.
 * R is tabulated at eta nodes and at equidistant azimuths phi_j = -pi + 2 pi j / n, bilinear between them, periodic in
 * phi; beyond the outer eta nodes it keeps their value. Immutable.
 */
public final class FieldRatio implements CurvatureCorrection {
    private final double[] etaNodes;
    private final double[][] ratio;

    /**
     * @param etaNodes ascending, at least one
     * @param ratio R[i][j] at eta node i and azimuth j; positive; rows of equal length
     * @throws IllegalArgumentException if the table is not of that form
     */
    public FieldRatio(double[] etaNodes, double[][] ratio) {
        checkShape(etaNodes, ratio);
        this.etaNodes = etaNodes.clone();
        this.ratio = copy(ratio);
    }

    /** Tabulates R(eta, phi) at these eta nodes and {@code phiNodes} azimuths. */
    public static FieldRatio tabulate(double[] etaNodes, int phiNodes, DoubleBinaryOperator ratioAt) {
        double[][] table = new double[etaNodes.length][phiNodes];
        for (int i = 0; i < etaNodes.length; i++) {
            for (int j = 0; j < phiNodes; j++) {
                table[i][j] = ratioAt.applyAsDouble(etaNodes[i], -Math.PI + 2 * Math.PI * j / phiNodes);
            }
        }
        return new FieldRatio(etaNodes, table);
    }

    private static void checkShape(double[] etaNodes, double[][] ratio) {
        if (etaNodes.length == 0 || ratio.length != etaNodes.length || ratio[0].length == 0) {
            throw new IllegalArgumentException("field ratio: " + ratio.length + " rows for " + etaNodes.length
                    + " eta nodes; there must be one row per node and at least one entry");
        }
        for (int i = 0; i < etaNodes.length; i++) {
            if (!Double.isFinite(etaNodes[i]) || (i > 0 && !(etaNodes[i] > etaNodes[i - 1]))) {
                throw new IllegalArgumentException(
                        "field ratio: eta node " + i + " is " + etaNodes[i] + "; nodes must be finite and ascend");
            }
            if (ratio[i].length != ratio[0].length) {
                throw new IllegalArgumentException("field ratio: row " + i + " has " + ratio[i].length
                        + " entries, the first has " + ratio[0].length);
            }
            for (double r : ratio[i]) {
                if (!(r > 0) || !Double.isFinite(r)) {
                    throw new IllegalArgumentException(
                            "field ratio: row " + i + " holds " + r + "; ratios must be positive and finite");
                }
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] result = new double[rows.length][];
        Arrays.setAll(result, i -> rows[i].clone());
        return result;
    }

    /** R at any direction. */
    public double at(double eta, double phi) {
        int n = ratio[0].length;
        double turn = (phi + Math.PI) / (2 * Math.PI);
        double x = (turn - Math.floor(turn)) * n;
        int j = Math.min((int) x, n - 1);
        double t = x - j;
        int next = (j + 1) % n;
        if (eta <= etaNodes[0]) {
            return mix(ratio[0][j], ratio[0][next], t);
        }
        int last = etaNodes.length - 1;
        if (eta >= etaNodes[last]) {
            return mix(ratio[last][j], ratio[last][next], t);
        }
        int i = lowerNode(eta);
        double s = (eta - etaNodes[i]) / (etaNodes[i + 1] - etaNodes[i]);
        return mix(mix(ratio[i][j], ratio[i][next], t), mix(ratio[i + 1][j], ratio[i + 1][next], t), s);
    }

    private int lowerNode(double eta) {
        int found = Arrays.binarySearch(etaNodes, eta);
        return found >= 0 ? found : -found - 2;
    }

    private static double mix(double a, double b, double t) {
        return a + t * (b - a);
    }

    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        return k / at(eta, phi);
    }

    /** A copy of the eta nodes. */
    public double[] etaNodes() {
        return etaNodes.clone();
    }

    /** A copy of the table R[eta][phi]. */
    public double[][] table() {
        return copy(ratio);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FieldRatio other
                && Arrays.equals(etaNodes, other.etaNodes)
                && Arrays.deepEquals(ratio, other.ratio);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(etaNodes) + Arrays.deepHashCode(ratio);
    }
}
