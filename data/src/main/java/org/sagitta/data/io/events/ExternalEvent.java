package org.sagitta.data.io.events;

import java.util.List;

/**
 * What is kept of an event of another generator: its muons and what belongs to them. Units are ours, whatever those of the
 * file.
 *
 * @param number as the file numbers it; from 0 in the order of the file if it does not
 * @param line of the file where the event starts, from 1
 * @param muons of the final state, in the order of the file
 * @param photons that the muons radiated, as far as the file says
 */
public record ExternalEvent(
        long number, long line, FileWeights weights, List<ExternalMuon> muons, RadiatedPhotons photons) {
    public ExternalEvent {
        muons = List.copyOf(muons);
    }
}
