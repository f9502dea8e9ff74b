package org.sagitta.kalman.fit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * Carries the knowledge of all hits to every plane: the Rauch-Tung-Striebel recursion, here from the innermost plane
 * outwards because the filter ran inwards. It keeps no state.
 *
 * <p>The textbook gain of this recursion holds the inverse of the predicted covariance, which at the outermost planes,
 * where the filter knows little, is close to singular. Here the knowledge of the outer hits comes as information instead,
 * which starts from zero: {@link OuterInformation} W, w about the track behind the matter of the inner plane. With the
 * smoothed (x_s, C_s) of the inner plane, the noise Q of its matter and F the leg outwards, E = (I + Q W)^-1:
 *
 * <pre>
 *   x = F (E x_s + E Q w)
 *   C = F [E (C_s + Q) E^T + (E Q) W (E Q)^T] F^T
 * </pre>
 *
 * In words: the estimate of the inner plane, less what the outer hits say about the noise of its matter. With W = (G C_f
 * G^T)^-1, G = F^-1 and C_f the filtered covariance of the outer plane, this equals the textbook's C_f + A (C_s - C_p)
 * A^T (insert A = G^-1 E). It is a sum of positive terms for any E: rounding cannot make a variance negative.
 */
public final class Smoother {

    /** Estimates from all hits, one per plane, from the beam outwards. */
    public List<Smoothed> smooth(FittedTrack track) {
        List<Filtered> filtered = track.filtered();
        List<Leg> legs = track.reference().legs();
        List<Outside> outside = outside(filtered, legs);
        List<Smoothed> smoothed = new ArrayList<>(filtered.size());
        Filtered first = filtered.get(0);
        Smoothed inner = new Smoothed(first, first.deviation(), first.covariance());
        smoothed.add(inner);
        for (int k = 1; k < filtered.size(); k++) {
            inner = outwards(inner, legs.get(k - 1), outside.get(k - 1), filtered.get(k));
            smoothed.add(inner);
        }
        return List.copyOf(smoothed);
    }

    /** What the hits beyond a plane say about the track behind its matter, and about the noise of that: E Q. */
    private record Outside(OuterInformation information, Matrix5 noiseShare) {}

    /** Element k: outside of plane k. */
    private static List<Outside> outside(List<Filtered> filtered, List<Leg> legs) {
        Deque<Outside> inwards = new ArrayDeque<>(legs.size());
        OuterInformation information = OuterInformation.NONE;
        for (int k = legs.size() - 1; k >= 0; k--) {
            Leg leg = legs.get(k);
            information = information.with(filtered.get(k + 1).measurements()).behindInnerPlane(leg);
            Matrix5 noiseShare = information.noiseShare(leg);
            inwards.addFirst(new Outside(information, noiseShare));
            information = information.beforeMatter(leg, noiseShare);
        }
        return List.copyOf(inwards);
    }

    private static Smoothed outwards(Smoothed inner, Leg leg, Outside outside, Filtered filtered) {
        OuterInformation outer = outside.information();
        Matrix5 eq = outside.noiseShare();
        Matrix5 e = Matrix5.identity().minus(eq.times(outer.matrix().full()));
        LocalVector x = e.times(inner.deviation()).plus(1, eq.times(outer.vector()));
        SymMatrix5 c = inner.covariance()
                .plus(leg.noise())
                .transformedBy(e)
                .plus(outer.matrix().transformedBy(eq));
        return new Smoothed(filtered, leg.outwards().times(x), c.transformedBy(leg.outwards()));
    }
}
