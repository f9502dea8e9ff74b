package org.sagitta.kalman.fit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sagitta.kalman.fit.FitFailure.Reason;
import org.sagitta.kalman.fit.HitUse.StripLength;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.Hole;

/**
 * A track fit that rejects wrong hits: fit, ignore the hit that disagrees most with the track of the others
 * ({@link HitResiduals}), fit again, until all agree; then hits that were ignored and do agree come back. The matter of the
 * planes of rejected hits stays. One instance per thread.
 *
 * <p>A wrong hit can spoil the seed, or bend the track to such a low momentum that scattering explains anything. Therefore a fit that
 * has not settled after one rejected hit, with a likely chi2 of the others, is begun four times, with all hits and without every third
 * one, and if none of this gives a track, with every other hit, and without the inner, middle or outer third. Of the ends of these the
 * best is taken, a rejected hit counting as much as the largest chi2 of a good one. A good fit costs nothing more than without this
 * stage if its chi2 is so small that no hit can be over the limit, else one smoothing.
 */
public final class RobustTrackFitter {
    private static final int THIRDS = 3;
    private static final int HALVES = 2;

    /** A track that needs no more than this number of rejected hits to become a likely one is not begun again. */
    private static final int FEW = 1;

    private final TrackFitter fitter;
    private final OutlierSettings settings;
    private final HitResiduals residuals = new HitResiduals();

    public RobustTrackFitter(TrackFitter fitter, OutlierSettings settings) {
        this.fitter = fitter;
        this.settings = settings;
    }

    /**
     * Fits the hits of one track.
     *
     * @param hits ordered from the beam outwards
     */
    public RobustFit fit(List<Hit> hits) {
        FitResult plain = fitter.fit(hits);
        Attempt best = settled(hits, new BitSet(), plain);
        if (best.result() == plain && plain instanceof FittedTrack track && reachesAll(track, hits)) {
            return new RobustFit(plain, List.of());
        }
        if (isConvincing(best, hits)) {
            return judged(best, hits);
        }
        for (int i = 0; i < THIRDS; i++) {
            best = better(best, begun(hits, every(THIRDS, i, hits.size())));
        }
        for (int i = 0; i < HALVES && !best.hasTrack(); i++) {
            best = better(best, begun(hits, every(HALVES, i, hits.size())));
        }
        for (int i = 0; i < THIRDS && !best.hasTrack(); i++) {
            best = better(best, begun(hits, part(THIRDS, i, hits.size())));
        }
        return judged(best, hits);
    }

    private RobustFit judged(Attempt attempt, List<Hit> hits) {
        List<Integer> rejected = attempt.ignored().stream().boxed().toList();
        if (!(attempt.result() instanceof FittedTrack track)) {
            return new RobustFit(attempt.result(), rejected);
        }
        int reached = track.filtered().size();
        reached -= holes(hits.subList(0, reached)).cardinality();
        if (rejected.size() > settings.largestFraction() * reached || !isGood(track)) {
            String detail = rejected.size() + " of " + reached + " hits disagree with the track of the others, chi2 = "
                    + track.chi2() + " for " + track.ndof() + " degrees of freedom";
            return new RobustFit(new FitFailure(Reason.OUTLIERS, -1, detail), rejected);
        }
        return new RobustFit(track, rejected);
    }

    private static boolean isConvincing(Attempt attempt, List<Hit> hits) {
        return attempt.result() instanceof FittedTrack track
                && reachesAll(track, hits)
                && attempt.ignored().cardinality() <= FEW
                && track.chi2() <= LikelyChi2.of(track.ndof());
    }

    /** False with the probability 1e-6 for good hits (the quantile of chi2, to 4 % for 1 to 40 degrees of freedom). */
    private static boolean isGood(FittedTrack track) {
        return track.chi2() <= track.ndof() + 5 * Math.sqrt(2.0 * track.ndof()) + 15;
    }

    /** Where a beginning led to; the cost is infinite if there is no track. */
    private record Attempt(FitResult result, BitSet ignored, double cost) {
        boolean hasTrack() {
            return result instanceof FittedTrack;
        }
    }

    private static Attempt better(Attempt a, Attempt b) {
        return b.cost() < a.cost() ? b : a;
    }

    /** One hit in n, from hit i on. */
    private static BitSet every(int n, int i, int hits) {
        BitSet set = new BitSet(hits);
        for (int k = i; k < hits; k += n) {
            set.set(k);
        }
        return set;
    }

    /** Part i of n of the hits one after the other. */
    private static BitSet part(int n, int i, int hits) {
        BitSet set = new BitSet(hits);
        set.set(i * hits / n, (i + 1) * hits / n);
        return set;
    }

    private static HitUse without(BitSet ignored) {
        return new HitUse(ignored, StripLength.IGNORED);
    }

    private Attempt begun(List<Hit> hits, BitSet start) {
        start.andNot(holes(hits));
        return settled(hits, start, fitter.fit(hits, without(start)));
    }

    /** Nothing is measured there that could be wrong. */
    private static BitSet holes(List<Hit> hits) {
        BitSet set = new BitSet(hits.size());
        for (int k = 0; k < hits.size(); k++) {
            set.set(k, hits.get(k) instanceof Hole);
        }
        return set;
    }

    /** @param first the fit without the hits of {@code start} */
    private Attempt settled(List<Hit> hits, BitSet start, FitResult first) {
        BitSet ignored = (BitSet) start.clone();
        BitSet cameBack = new BitSet();
        FitResult result = first;
        while (true) {
            if (!(result instanceof FittedTrack track)) {
                return new Attempt(result, new BitSet(), Double.POSITIVE_INFINITY);
            }
            List<HitResidual> compared = compared(track, hits, ignored);
            Optional<HitResidual> worst = worst(compared, ignored);
            BitSet back = worst.isPresent() ? new BitSet() : agreeing(compared, ignored);
            // A hit that was taken back once and is over the limit again has had its chance.
            back.andNot(cameBack);
            if (worst.isEmpty() && back.isEmpty()) {
                return new Attempt(result, ignored, cost(track, hits, ignored));
            }
            ignored = (BitSet) ignored.clone();
            worst.map(HitResidual::hitIndex).ifPresent(ignored::set);
            ignored.andNot(back);
            cameBack.or(back);
            result = fitter.refit(track, hits, without(ignored));
        }
    }

    /** Hits against the track of the others; none where no hit can be over the limit and none is to come back. */
    private List<HitResidual> compared(FittedTrack track, List<Hit> hits, BitSet ignored) {
        return ignored.isEmpty() && track.chi2() <= Math.min(settings.stripChi2(), settings.pixelChi2())
                ? List.of()
                : residuals.ofAll(track, hits);
    }

    /** The hit that is farthest over its limit, if one is. */
    private Optional<HitResidual> worst(List<HitResidual> compared, BitSet ignored) {
        return compared.stream()
                .filter(r -> !ignored.get(r.hitIndex()) && settings.excess(r) > 1)
                .max(Comparator.comparingDouble(settings::excess));
    }

    private BitSet agreeing(List<HitResidual> compared, BitSet ignored) {
        BitSet back = new BitSet();
        compared.stream()
                .filter(r -> ignored.get(r.hitIndex()) && settings.excess(r) <= 1)
                .forEach(r -> back.set(r.hitIndex()));
        return back;
    }

    private static boolean reachesAll(FittedTrack track, List<Hit> hits) {
        return track.filtered().size() == hits.size();
    }

    /** Rejected hits and those that are not reached count alike. */
    private double cost(FittedTrack track, List<Hit> hits, BitSet ignored) {
        double cost = track.chi2();
        for (int k = 0; k < hits.size(); k++) {
            if (ignored.get(k) || k >= track.filtered().size()) {
                cost += settings.largestChi2(HitProjection.dimension(hits.get(k)));
            }
        }
        return cost;
    }
}
