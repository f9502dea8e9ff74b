package org.sagitta.validation.study;

/**
 * The pulls (found - true) / sigma of one figure over many experiments.
 *
 * @param name of a parameter or a scale
 * @param low lower edge in eta of a scale in a bin; otherwise minus infinity
 * @param high upper edge likewise
 * @param sigma mean of the quoted standard deviations, in the unit of the figure
 * @param mean of the pulls
 * @param meanError its standard deviation
 * @param width standard deviation of the pulls
 * @param widthError its standard deviation, for Gaussian pulls
 * @param withinOne share of the pulls between -1 and 1; 0.683 for Gaussian ones
 */
public record PullSummary(
        String name,
        double low,
        double high,
        double sigma,
        double mean,
        double meanError,
        double width,
        double widthError,
        double withinOne) {}
