package org.sagitta.validation.study;

import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;

/**
 * Collects what became of simulated muons, one call for each muon. Owned by one thread; parts that are merged in a fixed
 * order give the same to the bit.
 *
 * @param <S> itself
 */
public interface TrackStudy<S> {

    /**
     * Adds a clean track that was fitted.
     *
     * @param eta of the true muon
     * @param pt of the true muon [GeV]
     * @param fitted state at the beam line
     * @param truth parameters of the true muon at the beam line
     * @param chi2 of the track, with {@code ndof} degrees of freedom
     */
    void addFitted(double eta, double pt, PerigeeState fitted, LocalVector truth, double chi2, int ndof);

    /** Adds a clean track that was not fitted, for a reason. */
    void addFailure(double eta, double pt, String reason);

    /** Adds a track that is not clean, by how its fit ended. */
    void addOther(String fitStatus);

    /** Adds all that a later part has collected. */
    void merge(S later);

    /** Number of muons so far, clean or not, fitted or not. */
    long muons();
}
