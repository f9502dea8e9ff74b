package org.sagitta.data.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a sample comes from, enough to make it again.
 *
 * @param version of the program
 * @param revision of its source; empty if not known
 * @param sample name of the sample inside the run
 * @param scenarioName name of the scenario
 * @param scenario full text of the scenario as it was run, {@link org.sagitta.data.scenario.ScenarioYaml#write}
 * @param seed of all random numbers
 * @param notes anything else that is to be known, by name, in this order
 */
public record Provenance(
        String version,
        String revision,
        String sample,
        String scenarioName,
        String scenario,
        long seed,
        Map<String, String> notes) {
    /** Copies the notes. */
    public Provenance {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** Without notes. */
    public Provenance(String version, String revision, String sample, String scenarioName, String scenario, long seed) {
        this(version, revision, sample, scenarioName, scenario, seed, Map.of());
    }
}
