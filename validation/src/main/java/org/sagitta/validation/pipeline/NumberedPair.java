package org.sagitta.validation.pipeline;

import org.sagitta.data.generation.GeneratedPair;

/**
 * A pair to simulate.
 *
 * @param event number in the sample, from 0; with the seed it decides all random numbers
 */
record NumberedPair(long event, GeneratedPair pair) {}
