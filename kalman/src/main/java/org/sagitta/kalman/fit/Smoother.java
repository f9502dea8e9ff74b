package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * Carries the knowledge of all hits to every plane: the Rauch-Tung-Striebel recursion, here from the innermost plane
 * outwards because the filter ran inwards. It keeps no state.
 *
 * <p>With the filtered estimate (x_f, C_f) on the outer plane, the predicted one (x_p, C_p) and the smoothed one (x_s,
 * C_s) on the inner plane, G and Q of the leg between them, and A = C_f G^T C_p^-1:
 *
 * <pre>
 *   x = x_f + A (x_s - x_p)
 *   C = (I - A G) C_f (I - A G)^T + A (C_s + Q) A^T
 * </pre>
 *
 * The second line equals the usual C_f + A (C_s - C_p) A^T for the exact A, and it is a sum of positive terms for any A:
 * rounding of the inverse cannot make a variance negative.
 */
public final class Smoother {

    /** Estimates from all hits, one per plane, from the beam outwards. */
    public List<Smoothed> smooth(FittedTrack track) {
        List<Filtered> filtered = track.filtered();
        List<Smoothed> smoothed = new ArrayList<>(filtered.size());
        Filtered first = filtered.get(0);
        Smoothed inner = new Smoothed(first, first.deviation(), first.covariance());
        smoothed.add(inner);
        for (int k = 1; k < filtered.size(); k++) {
            inner = outwards(inner, track.reference().legs().get(k - 1), filtered.get(k));
            smoothed.add(inner);
        }
        return List.copyOf(smoothed);
    }

    private static Smoothed outwards(Smoothed inner, Leg leg, Filtered outer) {
        Predicted predicted = inner.filtered().predicted();
        Matrix5 g = leg.inwards();
        Matrix5 a = outer.covariance()
                .full()
                .times(g.transpose())
                .times(predicted.covariance().inverse().full());
        LocalVector x = outer.deviation().plus(1, a.times(inner.deviation().minus(predicted.deviation())));
        SymMatrix5 c = outer.covariance()
                .transformedBy(Matrix5.identity().minus(a.times(g)))
                .plus(inner.covariance().plus(leg.noise()).transformedBy(a));
        return new Smoothed(outer, x, c);
    }
}
