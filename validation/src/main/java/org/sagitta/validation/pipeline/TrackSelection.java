package org.sagitta.validation.pipeline;

import org.sagitta.data.io.ig.IgTrack;

/**
 * Which recorded tracks are refitted.
 *
 * @param ptMin listed transverse momentum above which a track is taken [GeV]
 * @param minHits smallest number of hits
 */
public record TrackSelection(double ptMin, int minHits) {
    boolean accepts(IgTrack track) {
        return track.pt() > ptMin && track.hits().size() >= minHits;
    }
}
