package org.sagitta.kalman.fit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * The linear Kalman filter of the deviation from a reference track (R. Fruehwirth, Nucl. Instr. Meth. A262 (1987) 444),
 * from the outermost plane inwards, so that the estimate at the beam line is final without smoothing. It keeps no state.
 *
 * <p>One step: x = G x_outer, C = G C_outer G^T + Q (a {@link Leg}); then for each measured coordinate with residual r,
 * row H and variance R: S = H C H^T + R, K = C H^T / S, x += K (r - H x), C by Joseph's form, chi2 += (r - H x)^2 / S.
 */
public final class KalmanFilter {
    /**
     * Covariance before the first hit: 100 mm in u, 10 m in v, 10 rad, 10 /GeV. Against what a fit knows at the outermost
     * plane in the end (better than 0.1 mm, 10 mm, 10 mrad and 10 mrad, 0.01 /GeV) the information in it is below 1e-6.
     */
    static final SymMatrix5 NOTHING_KNOWN = SymMatrix5.diagonal(1e4, 1e8, 1e2, 1e2, 1e2);

    private final SymMatrix5 prior;

    /** A filter that starts from (nearly) no knowledge. */
    public KalmanFilter() {
        this(NOTHING_KNOWN);
    }

    KalmanFilter(SymMatrix5 prior) {
        this.prior = prior;
    }

    /**
     * Filters the hits of one track.
     *
     * @param hits hit k belongs to plane k of the reference
     * @return estimate k belongs to plane k; the first one knows all hits
     */
    public List<Filtered> filter(ReferenceTrajectory reference, List<Hit> hits) {
        Deque<Filtered> inwards = new ArrayDeque<>(hits.size());
        int last = hits.size() - 1;
        Filtered outer = update(new Predicted(reference.planes().get(last), LocalVector.ZERO, prior), hits.get(last));
        inwards.addFirst(outer);
        for (int k = last - 1; k >= 0; k--) {
            outer = update(
                    predict(outer, reference.legs().get(k), reference.planes().get(k)), hits.get(k));
            inwards.addFirst(outer);
        }
        return List.copyOf(inwards);
    }

    private static Predicted predict(Filtered outer, Leg leg, ReferencePlane inner) {
        return new Predicted(
                inner,
                leg.inwards().times(outer.deviation()),
                outer.covariance().transformedBy(leg.inwards()).plus(leg.noise()));
    }

    private static Filtered update(Predicted predicted, Hit hit) {
        ReferencePlane plane = predicted.plane();
        LocalVector x = predicted.deviation();
        SymMatrix5 c = predicted.covariance();
        double chi2 = 0;
        for (ScalarMeasurement m : HitProjection.project(
                hit, plane.sensor(), plane.local().x(), plane.local().y())) {
            double hU = m.slopeU();
            double hV = m.slopeV();
            LocalVector ch = c.times(new LocalVector(hU, hV, 0, 0, 0));
            double innovationVariance = hU * ch.u() + hV * ch.v() + m.variance();
            double innovation = m.residual() - hU * x.u() - hV * x.v();
            LocalVector gain = LocalVector.ZERO.plus(1 / innovationVariance, ch);
            x = x.plus(innovation, gain);
            c = c.measured(gain, hU, hV, m.variance());
            chi2 += innovation * innovation / innovationVariance;
        }
        return new Filtered(predicted, x, c, chi2);
    }
}
