package org.sagitta.validation.study;

/**
 * A relative bias in a bin of eta or phi; the inclusive figure is a bin over the whole range.
 *
 * @param low lower edge
 * @param high upper edge
 * @param before bias before calibration
 * @param after bias after calibration
 * @param stat statistical error of {@code after}: calibration, target and test sample together
 */
public record BiasBin(double low, double high, double before, double after, double stat) {}
