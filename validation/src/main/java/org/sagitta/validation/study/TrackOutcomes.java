package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;

/** What became of each of some muons, in their order: for comparing the same muons in two worlds. */
public final class TrackOutcomes implements TrackStudy<TrackOutcomes> {
    private final List<Optional<TrackOutcome>> outcomes = new ArrayList<>();

    @Override
    public void addFitted(double eta, double pt, PerigeeState fitted, LocalVector truth, double chi2, int ndof) {
        double[] p = PullStudy.pulls(fitted, truth);
        LocalVector pulls = new LocalVector(p[0], p[1], p[2], p[3], p[4]);
        double truePt = Math.sin(truth.get(Param.THETA)) / Math.abs(truth.get(Param.Q_OVER_P));
        int charge = truth.get(Param.Q_OVER_P) > 0 ? 1 : -1;
        // A fit of the wrong charge has a negative curvature: no jump, and rare enough.
        double k = fitted.charge() * charge * fitted.k();
        TrackOutcome outcome = new TrackOutcome(eta, pt, charge, pulls, k * truePt - 1);
        outcomes.add(outcome.isFinite() ? Optional.of(outcome) : Optional.empty());
    }

    @Override
    public void addFailure(double eta, double pt, String reason) {
        outcomes.add(Optional.empty());
    }

    @Override
    public void addOther(String fitStatus) {
        outcomes.add(Optional.empty());
    }

    @Override
    public void merge(TrackOutcomes later) {
        outcomes.addAll(later.outcomes);
    }

    @Override
    public long muons() {
        return outcomes.size();
    }

    /** The outcome of a muon; empty if it has no clean track that was fitted. */
    Optional<TrackOutcome> get(int muon) {
        return outcomes.get(muon);
    }
}
