package org.sagitta.kalman.fit;

import java.util.List;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * What outer hits say about the state x at some place, as information: chi2(x) = x^T W x - 2 w^T x + const. Zero where
 * nothing is known, so that no prior is needed. All operations keep W positive.
 *
 * @param matrix W, the inverse of a covariance where there is one
 * @param vector w
 */
record OuterInformation(SymMatrix5 matrix, LocalVector vector) {
    private static final SymMatrix5 ZERO = SymMatrix5.diagonal(0, 0, 0, 0, 0);

    static final OuterInformation NONE = new OuterInformation(ZERO, LocalVector.ZERO);

    /** With the measurements of the plane: W + H^T H / R, w + H^T r / R. */
    OuterInformation with(List<ScalarMeasurement> measurements) {
        SymMatrix5 w = matrix;
        LocalVector sum = vector;
        for (ScalarMeasurement m : measurements) {
            double u = m.slopeU();
            double v = m.slopeV();
            double weight = 1 / m.variance();
            w = w.plus(SymMatrix5.ofLowerTriangle(
                    weight * u * u, weight * u * v, weight * v * v, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            sum = sum.plus(weight * m.residual(), new LocalVector(u, v, 0, 0, 0));
        }
        return new OuterInformation(w, sum);
    }

    /** About the track behind the matter of the inner plane of a leg: F^T W F, F^T w. */
    OuterInformation behindInnerPlane(Leg leg) {
        Matrix5 transposed = leg.outwards().transpose();
        return new OuterInformation(matrix.transformedBy(transposed), transposed.times(vector));
    }

    /**
     * About the track before that matter, whose noise has the covariance Q: (W^-1 + Q)^-1 = E^T (W + W Q W) E and E^T w
     * with E = (I + Q W)^-1.
     *
     * @param noiseShare E Q, see {@link #noiseShare}
     */
    OuterInformation beforeMatter(Leg leg, Matrix5 noiseShare) {
        Matrix5 w = matrix.full();
        Matrix5 transposed = Matrix5.identity().minus(w.times(noiseShare));
        return new OuterInformation(
                matrix.transformedBy(transposed).plus(leg.noise().transformedBy(transposed.times(w))),
                transposed.times(vector));
    }

    /** E Q = D (I + D W D)^-1 D, D D = Q, which is diagonal. */
    Matrix5 noiseShare(Leg leg) {
        Matrix5 d = Matrix5.diagonal(leg.noise().sigmas());
        return matrix.transformedBy(d).inverseOfIdentityPlus().transformedBy(d).full();
    }
}
