package org.sagitta.data.sample;

import org.sagitta.data.generation.GeneratedPair;

/**
 * One event of a simulated sample.
 *
 * @param event its number, which with the seed makes it again
 * @param plus fit of the muon generated with positive charge
 * @param minus fit of the muon generated with negative charge
 * @param mass of the fitted pair [GeV]
 * @param massError its standard deviation [GeV]
 */
public record PairRow(
        long event,
        GeneratedPair truth,
        ReconstructedMuon plus,
        ReconstructedMuon minus,
        double mass,
        double massError) {

    /** Whether {@code plus} has the larger pT and so is the first muon of the event in columns of muons. */
    public boolean plusLeads() {
        return plus.pt() >= minus.pt();
    }
}
