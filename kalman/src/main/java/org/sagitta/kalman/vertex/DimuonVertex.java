package org.sagitta.kalman.vertex;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.state.MomentumState;
import org.sagitta.kalman.state.SymMatrix3;

/**
 * Two muons from one point.
 *
 * @param position [mm]
 * @param covariance of x, y, z [mm^2]
 * @param first momentum of the first muon at the vertex, sharpened by the common point
 * @param second the same of the second
 * @param mass and its error, correlations between the two muons included
 * @param ndof one, and with a beam spot one more for each of its coordinates that is known
 */
public record DimuonVertex(
        Vec3 position,
        SymMatrix3 covariance,
        MomentumState first,
        MomentumState second,
        DimuonMass mass,
        double chi2,
        int ndof)
        implements VertexResult {}
