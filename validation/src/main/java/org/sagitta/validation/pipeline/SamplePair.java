package org.sagitta.validation.pipeline;

import org.sagitta.validation.study.PairStore;

/** The sample of a resonance in the scenario and, statistically independent, in its ideal partner. */
record SamplePair(PairStore scenario, PairStore ideal) {}
