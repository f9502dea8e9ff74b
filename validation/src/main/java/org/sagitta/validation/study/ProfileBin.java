package org.sagitta.validation.study;

/**
 * A parameter in a bin of eta.
 *
 * @param low lower edge
 * @param high upper edge
 * @param value as fitted
 * @param sigma its statistical error
 * @param truth the value that follows from the truth, NaN where there is none
 */
public record ProfileBin(double low, double high, double value, double sigma, double truth) {}
