package org.sagitta.data.sample;

/**
 * Where a sample comes from, enough to make it again.
 *
 * @param version of the program
 * @param revision of its source; empty if not known
 * @param sample name of the sample inside the run
 * @param scenarioName name of the scenario
 * @param scenario full text of the scenario as it was run, {@link org.sagitta.data.scenario.ScenarioYaml#write}
 * @param seed of all random numbers
 */
public record Provenance(
        String version, String revision, String sample, String scenarioName, String scenario, long seed) {}
