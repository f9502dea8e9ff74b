package org.sagitta.validation.study;

/**
 * What became of the rows of a file of muons.
 *
 * @param rows rows of a table, or events
 * @param sameSign of these, without a pair of opposite charge, left out
 * @param fewMuons of these, events with fewer than two muons, left out
 * @param twoFits rows in which pt of a muon disagrees with px and py, because it comes from another track fit; used with
 *     px, py, pz
 */
public record RealDataCounts(int rows, int sameSign, int fewMuons, int twoFits) {
    /** Relative disagreement of pt and px, py from which on a row counts as holding two fits. */
    public static final double TWO_FITS = 1e-3;

    /** Pairs that are left. */
    public int pairs() {
        return rows - sameSign - fewMuons;
    }
}
