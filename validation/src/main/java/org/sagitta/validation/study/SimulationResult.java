package org.sagitta.validation.study;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the events of a simulation.
 *
 * @param source name of the file or the resonance
 * @param format of the file; {@code generated} for our own events
 * @param events read or generated
 * @param pairs those of them with a muon pair
 * @param fitted pairs in the sample
 * @param withoutPair events without a pair, by reason
 * @param lost pairs that are not in the sample, by reason
 * @param weights sum of the nominal weights of all pairs
 * @param fittedWeights the same of the fitted ones
 * @param peak of the mass, every pair counting once
 * @param massScale fitted mass over true mass of the muons after radiation, minus 1
 */
public record SimulationResult(
        String source,
        String format,
        long events,
        long pairs,
        long fitted,
        Map<String, Long> withoutPair,
        Map<String, Long> lost,
        double weights,
        double fittedWeights,
        Peak peak,
        Spread massScale) {
    public SimulationResult {
        withoutPair = Collections.unmodifiableMap(new TreeMap<>(withoutPair));
        lost = Collections.unmodifiableMap(new TreeMap<>(lost));
    }

    /**
     * The peak of the mass: pairs within a tenth of the median of all.
     *
     * @param pairs so many
     * @param mass as fitted [GeV]
     * @param trueMass of the muons after radiation, of those within the same window [GeV]
     */
    public record Peak(long pairs, Spread mass, Spread trueMass) {}
}
