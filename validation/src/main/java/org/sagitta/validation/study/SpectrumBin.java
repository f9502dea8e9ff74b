package org.sagitta.validation.study;

/**
 * Pairs in a bin of mass.
 *
 * @param low lower edge [GeV]
 * @param high upper edge [GeV]
 * @param before number of pairs as measured
 * @param after number of pairs after the correction
 * @param ideal number of pairs of the ideal world, scaled to as many pairs as there are here
 * @param idealError statistical error of {@code ideal}
 */
public record SpectrumBin(double low, double high, double before, double after, double ideal, double idealError) {}
