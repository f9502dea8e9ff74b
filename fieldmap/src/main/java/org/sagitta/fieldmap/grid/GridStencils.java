package org.sagitta.fieldmap.grid;

import java.util.List;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.geometry.linear.Vec3;

/**
 * The nodes of a field map, laid out so that every stencil is a plain block: one mirrored ring at r = -step and columns
 * repeated across the seam in phi are stored like ordinary nodes. What is stored is the field without the transverse
 * field on the axis. Immutable.
 */
final class GridStencils {
    /** Columns stored before the first and after the last one. */
    private static final int SEAM_BEFORE = 1;

    private static final int SEAM_AFTER = 2;
    private static final int MIRRORED_RINGS = 1;
    private static final int COMPONENTS = 3;

    private final int phiStride;
    private final int rStride;
    private final double[] values;
    /** Bx, By [T] on the z axis at every z node. */
    private final double[] onAxis;

    GridStencils(GridAxes axes, List<CylindricalField> nodes) {
        int zSize = axes.z().size();
        this.phiStride = zSize * COMPONENTS;
        this.rStride = (SEAM_BEFORE + axes.phiSize() + SEAM_AFTER) * phiStride;
        this.values = new double[Math.multiplyExact(MIRRORED_RINGS + axes.r().size(), rStride)];
        this.onAxis = new double[2 * zSize];
        for (int k = 0; k < zSize; k++) {
            Vec3 transverse = transverseOnAxis(axes, nodes, k);
            onAxis[2 * k] = transverse.x();
            onAxis[2 * k + 1] = transverse.y();
            for (int i = -MIRRORED_RINGS; i < axes.r().size(); i++) {
                for (int j = -SEAM_BEFORE; j < axes.phiSize() + SEAM_AFTER; j++) {
                    store(place(i, j, k), node(axes, nodes, transverse, i, j, k));
                }
            }
        }
    }

    /** Mean over phi at r = 0; an axisymmetric map has none. */
    private static Vec3 transverseOnAxis(GridAxes axes, List<CylindricalField> nodes, int k) {
        Vec3 sum = Vec3.ZERO;
        if (axes.phiSize() > 1) {
            for (int j = 0; j < axes.phiSize(); j++) {
                sum = sum.plus(nodes.get(axes.index(0, j, k)).cartesian(axes.phi(j)));
            }
        }
        return new Vec3(sum.x() / axes.phiSize(), sum.y() / axes.phiSize(), 0);
    }

    /** The node (i, j, k) without the transverse field on the axis; i may be -1, j may be beyond the seam. */
    private static CylindricalField node(
            GridAxes axes, List<CylindricalField> nodes, Vec3 transverse, int i, int j, int k) {
        int n = axes.phiSize();
        int column = Math.floorMod(i < 0 ? j + n / 2 : j, n);
        CylindricalField b = nodes.get(axes.index(Math.abs(i), column, k));
        CylindricalField t = CylindricalField.of(transverse, axes.phi(column));
        double sign = i < 0 ? -1 : 1;
        return new CylindricalField(sign * (b.br() - t.br()), sign * (b.bphi() - t.bphi()), b.bz());
    }

    private void store(int place, CylindricalField b) {
        values[place] = b.br();
        values[place + 1] = b.bphi();
        values[place + 2] = b.bz();
    }

    /** Where the node (i, j, k) is stored; i >= -1, j >= -1. */
    int place(int i, int j, int k) {
        return (i + MIRRORED_RINGS) * rStride + (j + SEAM_BEFORE) * phiStride + k * COMPONENTS;
    }

    /**
     * Weighted sums of Br, Bphi, Bz over the block of nodes that starts at {@code place}.
     *
     * @param into receives the three sums [T]
     */
    void interpolate(int place, double[] rWeights, double[] phiWeights, double[] zWeights, double[] into) {
        int n = zWeights.length;
        double br = 0;
        double bphi = 0;
        double bz = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                int at = place + a * rStride + b * phiStride;
                double w = rWeights[a] * phiWeights[b];
                for (int c = 0; c < n; c++) {
                    double weight = w * zWeights[c];
                    br += weight * values[at];
                    bphi += weight * values[at + 1];
                    bz += weight * values[at + 2];
                    at += COMPONENTS;
                }
            }
        }
        into[0] = br;
        into[1] = bphi;
        into[2] = bz;
    }

    /** Weighted sum of the transverse field on the axis, component 0 (x) or 1 (y), over z nodes from k on [T]. */
    double onAxis(int component, int k, double[] zWeights) {
        double sum = 0;
        for (int c = 0; c < zWeights.length; c++) {
            sum += zWeights[c] * onAxis[2 * (k + c) + component];
        }
        return sum;
    }
}
