package org.sagitta.fieldmap.grid;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.linear.Vec3;

/**
 * A field map: Br, Bphi, Bz [T] on a regular (r, phi, z) grid, phi periodic, interpolated in between. Immutable.
 *
 * <p>The z axis is an ordinary place. Columns continue through it into their mirror at phi + pi, where Br and Bphi change
 * sign. The transverse field on the axis, which points one way for every phi, is taken out of the nodes before the
 * interpolation in r and phi and added again as a vector; so the field is continuous at r = 0 and a tilt of the whole
 * field costs no accuracy.
 *
 * <p>Accuracy against polyfit3d in the tracker (r <= 1.15 m, |z| <= 2.8 m) with 24 x 48 x 57 nodes (50 mm, 7.5 degrees,
 * 100 mm): CUBIC 0.11 uT rms and 2.5 uT at most, LINEAR 36 uT rms and 75 uT at most. {@code FieldGridTest} holds these
 * figures. The spacing in phi matters most for CUBIC: the map has terms up to cos 18 phi at large r.
 *
 * <p>Domain: the closed cylinder between the outermost nodes. {@link #at} makes a cursor for each call; loops should
 * keep one.
 */
public final class FieldGrid implements MagneticField {
    private final GridAxes axes;
    private final Interpolation interpolation;
    private final CylinderDomain domain;
    private final List<CylindricalField> nodes;
    private final GridStencils stencils;

    private FieldGrid(GridAxes axes, List<CylindricalField> nodes, Interpolation interpolation) {
        this.axes = axes;
        this.interpolation = interpolation;
        this.domain =
                new CylinderDomain(axes.r().last(), axes.z().first(), axes.z().last());
        this.nodes = List.copyOf(nodes);
        this.stencils = new GridStencils(axes, this.nodes);
    }

    /**
     * A map of given values.
     *
     * @param nodes field at {@code axes}, ordered as {@link GridAxes#index}
     * @throws IllegalArgumentException if a value is missing or not finite, or an axis has too few nodes
     */
    public static FieldGrid of(GridAxes axes, List<CylindricalField> nodes, Interpolation interpolation) {
        if (nodes.size() != axes.size()) {
            throw new IllegalArgumentException(
                    "a field map of " + axes.size() + " nodes was given " + nodes.size() + " values");
        }
        // Along r the mirror behind the z axis is one more node.
        if (axes.r().size() + 1 < interpolation.nodes() || axes.z().size() < interpolation.nodes()) {
            throw new IllegalArgumentException(
                    "interpolation " + interpolation + " needs " + (interpolation.nodes() - 1)
                            + " nodes along r and " + interpolation.nodes() + " along z, got "
                            + axes.r().size() + " and " + axes.z().size());
        }
        for (CylindricalField b : nodes) {
            if (!Double.isFinite(b.br()) || !Double.isFinite(b.bphi()) || !Double.isFinite(b.bz())) {
                throw new IllegalArgumentException("a field map holds " + b + ", which is not finite");
            }
        }
        return new FieldGrid(axes, nodes, interpolation);
    }

    /**
     * A map filled from another field.
     *
     * @throws org.sagitta.fieldmap.OutOfFieldException if a node is outside the domain of that field
     */
    public static FieldGrid sample(MagneticField field, GridAxes axes, Interpolation interpolation) {
        FieldCursor cursor = field.cursor();
        List<CylindricalField> nodes = new ArrayList<>(axes.size());
        for (int i = 0; i < axes.r().size(); i++) {
            for (int j = 0; j < axes.phiSize(); j++) {
                for (int k = 0; k < axes.z().size(); k++) {
                    nodes.add(CylindricalField.at(
                            cursor, axes.r().node(i), axes.phi(j), axes.z().node(k)));
                }
            }
        }
        return of(axes, nodes, interpolation);
    }

    public GridAxes axes() {
        return axes;
    }

    public Interpolation interpolation() {
        return interpolation;
    }

    /** The value given at a node [T]. */
    public CylindricalField node(int i, int j, int k) {
        return nodes.get(axes.index(i, j, k));
    }

    @Override
    public Vec3 at(Vec3 point) {
        return cursor().at(point);
    }

    @Override
    public FieldDomain domain() {
        return domain;
    }

    @Override
    public FieldCursor cursor() {
        return new GridCursor(axes, interpolation, domain, stencils);
    }
}
