package org.sagitta.fieldmap.grid;

import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.geometry.linear.Vec3;

/**
 * One thread's interpolation in a {@link FieldGrid}, with scratch memory of its own. On regular axes the cell is found by
 * arithmetic, so there is no search to save by remembering it; a private copy of the nodes around the last cell made
 * points along tracks slower, because most of them are in another cell than the one before.
 */
final class GridCursor implements FieldCursor {
    private final GridAxes axes;
    private final Interpolation interpolation;
    private final CylinderDomain domain;
    private final GridStencils stencils;
    private final double[] rWeights;
    private final double[] phiWeights;
    private final double[] zWeights;
    private final double[] sums = new double[3];

    GridCursor(GridAxes axes, Interpolation interpolation, CylinderDomain domain, GridStencils stencils) {
        this.axes = axes;
        this.interpolation = interpolation;
        this.domain = domain;
        this.stencils = stencils;
        this.rWeights = new double[interpolation.nodes()];
        this.phiWeights = new double[interpolation.nodes()];
        this.zWeights = new double[interpolation.nodes()];
    }

    @Override
    public Vec3 at(Vec3 point) {
        if (!domain.contains(point)) {
            throw new OutOfFieldException(point, domain);
        }
        double r = point.perp();
        int n = interpolation.nodes();
        int i = axes.r().stencil(r, n, 1 - n / 2);
        int k = axes.z().stencil(point.z(), n, 0);
        double column = columns(point.phi());
        int j = (int) column - (n / 2 - 1);

        interpolation.weights(r / axes.r().step() - i, rWeights);
        interpolation.weights(column - j, phiWeights);
        interpolation.weights((point.z() - axes.z().first()) / axes.z().step() - k, zWeights);
        stencils.interpolate(stencils.place(i, j, k), rWeights, phiWeights, zWeights, sums);

        double cos = r > 0 ? point.x() / r : 1;
        double sin = r > 0 ? point.y() / r : 0;
        return new Vec3(
                sums[0] * cos - sums[1] * sin + stencils.onAxis(0, k, zWeights),
                sums[0] * sin + sums[1] * cos + stencils.onAxis(1, k, zWeights),
                sums[2]);
    }

    /** Azimuth in units of the spacing, from the first column: in [0, phiSize). */
    private double columns(double phi) {
        double column = (phi - axes.phiFirst()) / axes.phiStep();
        double turned = column - axes.phiSize() * Math.floor(column / axes.phiSize());
        // A tiny negative number is turned into phiSize itself by rounding.
        return turned < axes.phiSize() ? turned : 0;
    }
}
