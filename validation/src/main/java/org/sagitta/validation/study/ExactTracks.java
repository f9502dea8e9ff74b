package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;

/** All fitted muons of a sample in their order, for comparing the same muons in two worlds. */
public final class ExactTracks implements TrackStudy<ExactTracks> {
    private final List<Optional<ExactTrack>> tracks = new ArrayList<>();

    @Override
    public void addFitted(double eta, double pt, PerigeeState fitted, LocalVector truth, double chi2, int ndof) {
        tracks.add(Optional.of(new ExactTrack(fitted, truth, chi2, ndof)));
    }

    @Override
    public void addFailure(double eta, double pt, String reason) {
        tracks.add(Optional.empty());
    }

    @Override
    public void addOther(String fitStatus) {
        tracks.add(Optional.empty());
    }

    @Override
    public void merge(ExactTracks later) {
        tracks.addAll(later.tracks);
    }

    @Override
    public long muons() {
        return tracks.size();
    }

    /** Fitted 1/pT of a muon [1/GeV]; empty if it has no clean track that was fitted with the right charge. */
    public OptionalDouble fittedK(int muon) {
        return get(muon).map(ExactTrack::fittedK).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** The track of a muon; empty if it has no clean track that was fitted with the right charge. */
    Optional<ExactTrack> get(int muon) {
        return tracks.get(muon).filter(track -> track.fittedK() > 0);
    }
}
