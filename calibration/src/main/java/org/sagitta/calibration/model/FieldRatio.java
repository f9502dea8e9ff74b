package org.sagitta.calibration.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.sagitta.calibration.dimuon.Charge;

/**
 * Pre-correction from the field that the track fit used to a better one (a measured map):
 *
 * <pre>   k' = k / R(pT, eta, phi),   R = bending power of the better field / bending power of the fit's field,   pT = 1/k</pre>
 *
 * <p>because a fit in the field B_fit finds k_fit = k_true B_true / B_fit: too small a field gives too large a curvature.
 * R depends on the momentum, if it does, because scattering decides which part of the track the fit believes.
 *
 * <p>R is tabulated at nodes of pT and eta and at equidistant azimuths phi_j = -pi + 2 pi j / n. Between them it is linear in
 * ln pT, in eta and in phi, and periodic in phi; beyond the outer nodes of pT and eta it keeps their value. Immutable.
 */
public final class FieldRatio implements CurvatureCorrection {
    private static final String NAME = "field ratio";

    /** Empty if R is the same at all momenta. */
    private final double[] ptNodes;
    /** Logarithms of the nodes of pT. */
    private final double[] steps;
    /** At each node of pT, or the only one. */
    private final List<EtaPhiMap> maps;

    /**
     * A ratio that is the same at all momenta.
     *
     * @param etaNodes ascending, at least one
     * @param ratio R[i][j] at eta node i and azimuth j; positive; rows of equal length
     * @throws IllegalArgumentException if the table is not of that form
     */
    public FieldRatio(double[] etaNodes, double[][] ratio) {
        this(new double[0], List.of(new EtaPhiMap(NAME, etaNodes, ratio)));
    }

    /**
     * A ratio that depends on the momentum.
     *
     * @param ptNodes [GeV] positive, ascending, at least two
     * @param etaNodes ascending, at least one
     * @param ratio R[l][i][j] at pT node l, eta node i and azimuth j; positive; rows of equal length
     * @throws IllegalArgumentException if the table is not of that form
     */
    public FieldRatio(double[] ptNodes, double[] etaNodes, double[][][] ratio) {
        this(ptNodes.clone(), maps(ptNodes, etaNodes, ratio));
    }

    private FieldRatio(double[] ptNodes, List<EtaPhiMap> maps) {
        this.ptNodes = ptNodes;
        this.steps = Arrays.stream(ptNodes).map(Math::log).toArray();
        this.maps = maps;
    }

    private static List<EtaPhiMap> maps(double[] ptNodes, double[] etaNodes, double[][][] ratio) {
        if (ptNodes.length < 2 || ratio.length != ptNodes.length) {
            throw new IllegalArgumentException(NAME + ": " + ratio.length + " tables for " + ptNodes.length
                    + " pT nodes; there must be one table per node and at least two nodes");
        }
        for (int i = 0; i < ptNodes.length; i++) {
            if (!(ptNodes[i] > (i == 0 ? 0 : ptNodes[i - 1])) || Double.isInfinite(ptNodes[i])) {
                throw new IllegalArgumentException(NAME + ": pT node " + i + " is " + ptNodes[i]
                        + " GeV; nodes must be positive, finite and ascend");
            }
        }
        List<EtaPhiMap> maps = IntStream.range(0, ptNodes.length)
                .mapToObj(i -> new EtaPhiMap(NAME + " at pT " + ptNodes[i] + " GeV", etaNodes, ratio[i]))
                .toList();
        if (!maps.stream().allMatch(maps.get(0)::isLike)) {
            throw new IllegalArgumentException(NAME + ": rows of the tables are not of equal length");
        }
        return maps;
    }

    /** Tabulates an R(eta, phi) that is the same at all momenta at these eta nodes and {@code phiNodes} azimuths. */
    public static FieldRatio tabulate(double[] etaNodes, int phiNodes, DoubleBinaryOperator ratioAt) {
        double[][] table = new double[etaNodes.length][phiNodes];
        for (int i = 0; i < etaNodes.length; i++) {
            for (int j = 0; j < phiNodes; j++) {
                table[i][j] = ratioAt.applyAsDouble(etaNodes[i], azimuth(j, phiNodes));
            }
        }
        return new FieldRatio(etaNodes, table);
    }

    /** Azimuth j of n [rad]. */
    public static double azimuth(int j, int n) {
        return -Math.PI + 2 * Math.PI * j / n;
    }

    /**
     * R for any muon.
     *
     * @param k 1/pT [1/GeV], positive
     */
    public double at(double k, double eta, double phi) {
        if (steps.length == 0) {
            return maps.get(0).at(eta, phi);
        }
        double step = -Math.log(k);
        int last = steps.length - 1;
        if (!(step > steps[0])) {
            return maps.get(0).at(eta, phi);
        }
        if (step >= steps[last]) {
            return maps.get(last).at(eta, phi);
        }
        int i = 0;
        while (step >= steps[i + 1]) {
            i++;
        }
        double part = (step - steps[i]) / (steps[i + 1] - steps[i]);
        return EtaPhiMap.mix(maps.get(i).at(eta, phi), maps.get(i + 1).at(eta, phi), part);
    }

    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        return k / at(k, eta, phi);
    }

    /** Whether R is not the same at all momenta. */
    public boolean dependsOnMomentum() {
        return ptNodes.length > 0;
    }

    /** A copy of the nodes of pT [GeV]; none if R is the same at all momenta. */
    public double[] ptNodes() {
        return ptNodes.clone();
    }

    /** A copy of the eta nodes. */
    public double[] etaNodes() {
        return maps.get(0).etaNodes();
    }

    /** A copy of the tables R[eta][phi] at each node of pT; one if R is the same at all momenta. */
    public double[][][] tables() {
        return maps.stream().map(EtaPhiMap::values).toArray(double[][][]::new);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FieldRatio other && Arrays.equals(ptNodes, other.ptNodes) && maps.equals(other.maps);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ptNodes) + maps.hashCode();
    }
}
