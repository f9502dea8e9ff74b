package org.sagitta.validation.pipeline;

import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.InjectedBias;

/**
 * Which pseudo-experiments are wanted.
 *
 * @param scenario generation, acceptance and ideal world
 * @param seed of all random numbers
 * @param experiments how many
 * @param jpsi pairs of J/psi in each, and as many of the ideal world
 * @param bias what the truth of each is drawn from
 * @param threads at least 1; no result depends on it
 */
public record CoverageRequest(
        Scenario scenario, long seed, int experiments, int jpsi, InjectedBias bias, int threads) {}
