package org.sagitta.validation.pipeline;

import org.sagitta.validation.study.PairSample;

/** The sample of a resonance in the scenario and, statistically independent, in its ideal partner. */
record SamplePair(PairSample scenario, PairSample ideal) {}
