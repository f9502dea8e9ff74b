package org.sagitta.calibration.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.model.FieldRatio;

/**
 * The field pre-correction, k1 = k / R and so pt1 = pt R, as a map in eta and phi: in each cell between the nodes R is
 * bilinear, and beyond the outer eta nodes it does not depend on eta. It is written once, before the choice of the
 * variation.
 */
final class RatioFormulas {
    /** pT times R: its value, slopes in phi and eta and mixed slope at the corner [5] in eta, [4] in phi. */
    static final String EXPRESSION = "x*([0]+[1]*(z-[4])+(y-[5])*([2]+[3]*(z-[4])))";

    /** Azimuth within one turn, for any turn. */
    private static final String ONE_TURN = "atan2(sin(z),cos(z))";

    private RatioFormulas() {}

    /** @param formula index of {@link #EXPRESSION} in the file */
    static JsonNode rule(FieldRatio ratio, int formula) {
        double[] nodes = ratio.etaNodes();
        double[][] table = ratio.table();
        int n = table[0].length;
        double[] phiEdges = new double[n + 1];
        for (int j = 0; j <= n; j++) {
            phiEdges[j] = -Math.PI + 2 * Math.PI * j / n;
        }
        double[] etaEdges = new double[nodes.length + 2];
        System.arraycopy(nodes, 0, etaEdges, 1, nodes.length);
        etaEdges[0] = nodes[0] - 1;
        etaEdges[nodes.length + 1] = nodes[nodes.length - 1] + 1;
        List<ObjectNode> cells = new ArrayList<>();
        for (int i = -1; i < nodes.length; i++) {
            int low = Math.max(i, 0);
            int high = Math.min(i + 1, nodes.length - 1);
            double step = low == high ? 1 : nodes[high] - nodes[low];
            for (int j = 0; j < n; j++) {
                int next = (j + 1) % n;
                double slope = (table[low][next] - table[low][j]) * n / (2 * Math.PI);
                double slopeAbove = (table[high][next] - table[high][j]) * n / (2 * Math.PI);
                cells.add(Nodes.reference(formula, new double[] {
                    table[low][j],
                    slope,
                    (table[high][j] - table[low][j]) / step,
                    (slopeAbove - slope) / step,
                    phiEdges[j],
                    nodes[low]
                }));
            }
        }
        return Nodes.transform("phi", Nodes.formula(ONE_TURN), Nodes.map(etaEdges, phiEdges, cells));
    }
}
