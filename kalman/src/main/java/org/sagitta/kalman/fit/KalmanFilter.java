package org.sagitta.kalman.fit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.sagitta.kalman.measurement.Hit;
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
    private final double widening;

    /** A filter that starts from next to no knowledge. */
    public KalmanFilter() {
        this(1);
    }

    /** The same with all standard deviations of the prior multiplied by a number. */
    KalmanFilter(double widening) {
        this.widening = widening;
    }

    SymMatrix5 nothingKnown(double qOverP) {
        double scale = widening * widening;
        return SymMatrix5.diagonal(
                scale * FilterPrior.varianceOfU(qOverP),
                scale * FilterPrior.varianceOfV(qOverP),
                scale * FilterPrior.varianceOfAngles(qOverP),
                scale * FilterPrior.varianceOfAngles(qOverP),
                scale * FilterPrior.varianceOfQOverP(qOverP));
    }

    /**
     * Filters the hits of one track.
     *
     * @param hits hit k belongs to plane k of the reference
     * @return estimate k belongs to plane k; the first one knows all hits
     */
    public List<Filtered> filter(ReferenceTrajectory reference, List<Hit> hits) {
        return filter(reference, hits, HitUse.ALL);
    }

    List<Filtered> filter(ReferenceTrajectory reference, List<Hit> hits, HitUse use) {
        Deque<Filtered> inwards = new ArrayDeque<>(hits.size());
        int last = hits.size() - 1;
        ReferencePlane outermost = reference.planes().get(last);
        SymMatrix5 prior = nothingKnown(outermost.arriving().qOverP());
        Predicted predicted = new Predicted(outermost, LocalVector.ZERO, prior);
        Filtered outer = update(predicted, use.measurements(last, outermost, hits.get(last)));
        inwards.addFirst(outer);
        for (int k = last - 1; k >= 0; k--) {
            ReferencePlane plane = reference.planes().get(k);
            predicted = predict(outer, reference.legs().get(k), plane);
            outer = update(predicted, use.measurements(k, plane, hits.get(k)));
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

    private static Filtered update(Predicted predicted, List<ScalarMeasurement> measurements) {
        LocalVector x = predicted.deviation();
        SymMatrix5 c = predicted.covariance();
        double chi2 = 0;
        for (ScalarMeasurement m : measurements) {
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
        return new Filtered(predicted, measurements, x, c, chi2);
    }
}
