package org.sagitta.validation.study;

/**
 * The largest relative mass biases that pass.
 *
 * @param inclusive of a whole sample
 * @param inBins of the part in one bin of eta or phi
 */
public record BiasLimits(double inclusive, double inBins) {}
