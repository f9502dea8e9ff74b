package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sagitta.calibration.dimuon.Dimuon;

/**
 * Accepted pairs in memory, in groups of consecutive events, so that a study can be repeated without one group at a time: the
 * delete-a-group jackknife, which knows how far two worlds have their noise in common. Filled in the order of events by one thread.
 */
public final class GroupedPairs {
    /** How many groups; the error of an error is then a quarter of it. */
    public static final int GROUPS = 8;

    private final long events;
    private final List<Dimuon> measured = new ArrayList<>();
    private final List<TruthPair> truth = new ArrayList<>();

    /** @param events that will be generated, accepted or not */
    public GroupedPairs(long events) {
        this.events = events;
    }

    public void add(Dimuon pair, TruthPair generated) {
        measured.add(pair);
        truth.add(generated);
    }

    public int size() {
        return measured.size();
    }

    /** Everything. */
    public PairSample all() {
        return without(-1);
    }

    /** Everything but one group, from 0; all for a group that does not exist. */
    public PairSample without(int group) {
        int kept = 0;
        for (TruthPair pair : truth) {
            kept += groupOf(pair) == group ? 0 : 1;
        }
        PairSample.Builder builder = PairSample.builder(kept);
        for (int i = 0; i < measured.size(); i++) {
            if (groupOf(truth.get(i)) != group) {
                builder.add(measured.get(i), truth.get(i));
            }
        }
        return builder.build();
    }

    /** The pairs whose events are accepted in another sample, too. */
    public GroupedPairs alsoIn(GroupedPairs other) {
        Set<Long> there = new HashSet<>();
        other.truth.forEach(pair -> there.add(pair.event()));
        GroupedPairs common = new GroupedPairs(events);
        for (int i = 0; i < measured.size(); i++) {
            if (there.contains(truth.get(i).event())) {
                common.add(measured.get(i), truth.get(i));
            }
        }
        return common;
    }

    /** The same pairs with their momenta, and so, but for the muon mass, their masses, multiplied by a factor. */
    public GroupedPairs withMasses(ToDoubleFunction<Dimuon> factor) {
        GroupedPairs scaled = new GroupedPairs(events);
        for (int i = 0; i < measured.size(); i++) {
            Dimuon pair = measured.get(i);
            double f = factor.applyAsDouble(pair);
            scaled.add(pair.withCurvatures(pair.plus().k() / f, pair.minus().k() / f), truth.get(i));
        }
        return scaled;
    }

    /** Pairs of the tracks of muons 2 i and 2 i + 1, as fitted; their truth is that at the beam line. */
    public static GroupedPairs fitted(ExactTracks tracks) {
        return of(tracks, PairChange::before);
    }

    /** The same pairs with the curvatures and angles of the truth, and the mass errors of the fit. */
    public static GroupedPairs truth(ExactTracks tracks) {
        return of(tracks, GroupedPairs::trueDimuon);
    }

    private static GroupedPairs of(ExactTracks tracks, Function<PairChange, Dimuon> view) {
        GroupedPairs pairs = new GroupedPairs(tracks.muons() / 2);
        for (PairChange pair : PairChange.of(tracks, tracks)) {
            TruthPair truth = new TruthPair(
                    pair.pair(),
                    pair.plus().k(),
                    pair.minus().k(),
                    trueDimuon(pair).mass());
            pairs.add(view.apply(pair), truth);
        }
        return pairs;
    }

    private static Dimuon trueDimuon(PairChange pair) {
        return new Dimuon(
                pair.plus().trueMuon(), pair.minus().trueMuon(), pair.before().massSigma());
    }

    private int groupOf(TruthPair pair) {
        return (int) (pair.event() * GROUPS / events);
    }
}
