package org.sagitta.calibration.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sagitta.calibration.model.FieldRatio;

/**
 * The field pre-correction, k1 = k / R and so pt1 = pt R, as a map in eta and phi: in each cell between the nodes R is
 * bilinear, and beyond the outer eta nodes it does not depend on eta. Of a ratio that depends on the momentum there is such a map
 * in each bin of pT, where R is linear in ln pT, too. It is written once, before the choice of the variation.
 */
final class RatioFormulas {
    /** pT times R: its value, slopes in phi and eta and mixed slope at the corner [5] in eta, [4] in phi. */
    private static final String AT_ALL_MOMENTA = "x*(" + bilinear(0) + ")";

    /** The same, and [8] to [11] of R at the upper end of a bin less R at its lower end; [6] and [7] make ln pT 0 and 1 there. */
    private static final String BETWEEN_MOMENTA = "x*(" + bilinear(0) + "+([6]+[7]*log(x))*(" + bilinear(8) + "))";

    /** Azimuth within one turn, for any turn. */
    private static final String ONE_TURN = "atan2(sin(z),cos(z))";

    private final FieldRatio ratio;
    private final double[] etaEdges;
    private final double[] phiEdges;
    /** Place of the first one of {@link #expressions} in the file. */
    private final int first;

    private RatioFormulas(FieldRatio ratio, int first) {
        this.ratio = ratio;
        this.first = first;
        double[] nodes = ratio.etaNodes();
        this.etaEdges = new double[nodes.length + 2];
        System.arraycopy(nodes, 0, etaEdges, 1, nodes.length);
        etaEdges[0] = nodes[0] - 1;
        etaEdges[nodes.length + 1] = nodes[nodes.length - 1] + 1;
        int n = ratio.tables()[0][0].length;
        this.phiEdges = new double[n + 1];
        Arrays.setAll(phiEdges, j -> FieldRatio.azimuth(j, n));
    }

    /** Value, slopes in phi and eta and mixed slope from parameter {@code at} on, at the corner [5], [4]. */
    private static String bilinear(int at) {
        return "[" + at + "]+[" + (at + 1) + "]*(z-[4])+(y-[5])*([" + (at + 2) + "]+[" + (at + 3) + "]*(z-[4]))";
    }

    /** The formulas that the rule of a ratio refers to, in their order. */
    static List<String> expressions(FieldRatio ratio) {
        return ratio.dependsOnMomentum() ? List.of(AT_ALL_MOMENTA, BETWEEN_MOMENTA) : List.of(AT_ALL_MOMENTA);
    }

    /** @param first place of the first one of {@link #expressions} in the file */
    static ObjectNode rule(FieldRatio ratio, int first) {
        return new RatioFormulas(ratio, first).rule();
    }

    private ObjectNode rule() {
        double[][][] tables = ratio.tables();
        if (!ratio.dependsOnMomentum()) {
            return inOneTurn(map(tables[0]));
        }
        double[] pt = ratio.ptNodes();
        int last = pt.length - 1;
        double[] edges = new double[pt.length + 2];
        System.arraycopy(pt, 0, edges, 1, pt.length);
        edges[0] = 0.5 * pt[0];
        edges[last + 2] = 2 * pt[last];
        List<ObjectNode> maps = new ArrayList<>();
        maps.add(map(tables[0]));
        for (int l = 0; l < last; l++) {
            maps.add(map(tables[l], tables[l + 1], pt[l], pt[l + 1]));
        }
        maps.add(map(tables[last]));
        return inOneTurn(Nodes.binning("pt", edges, maps));
    }

    private static ObjectNode inOneTurn(ObjectNode content) {
        return Nodes.transform("phi", Nodes.formula(ONE_TURN), content);
    }

    private ObjectNode map(double[][] table) {
        List<ObjectNode> cells = new ArrayList<>();
        for (int i = -1; i < table.length; i++) {
            for (int j = 0; j < table[0].length; j++) {
                double[] r = corner(table, i, j);
                cells.add(Nodes.reference(first, new double[] {r[0], r[1], r[2], r[3], phiEdges[j], lowEta(i)}));
            }
        }
        return Nodes.map(etaEdges, phiEdges, cells);
    }

    private ObjectNode map(double[][] lower, double[][] upper, double ptLow, double ptHigh) {
        double perStep = 1 / (Math.log(ptHigh) - Math.log(ptLow));
        double offset = -Math.log(ptLow) * perStep;
        List<ObjectNode> cells = new ArrayList<>();
        for (int i = -1; i < lower.length; i++) {
            for (int j = 0; j < lower[0].length; j++) {
                double[] r = corner(lower, i, j);
                double[] u = corner(upper, i, j);
                cells.add(Nodes.reference(first + 1, new double[] {
                    r[0],
                    r[1],
                    r[2],
                    r[3],
                    phiEdges[j],
                    lowEta(i),
                    offset,
                    perStep,
                    u[0] - r[0],
                    u[1] - r[1],
                    u[2] - r[2],
                    u[3] - r[3]
                }));
            }
        }
        return Nodes.map(etaEdges, phiEdges, cells);
    }

    /** The lower eta of a cell; of the first cell, below all nodes, that of the first node. */
    private double lowEta(int cell) {
        return etaEdges[Math.max(cell, 0) + 1];
    }

    /** R, its slopes in phi and eta and its mixed slope at the lower corner of a cell. */
    private double[] corner(double[][] table, int i, int j) {
        int low = Math.max(i, 0);
        int high = Math.min(i + 1, table.length - 1);
        double step = low == high ? 1 : etaEdges[high + 1] - etaEdges[low + 1];
        int n = table[0].length;
        int next = (j + 1) % n;
        double slope = (table[low][next] - table[low][j]) * n / (2 * Math.PI);
        double slopeAbove = (table[high][next] - table[high][j]) * n / (2 * Math.PI);
        return new double[] {table[low][j], slope, (table[high][j] - table[low][j]) / step, (slopeAbove - slope) / step
        };
    }
}
