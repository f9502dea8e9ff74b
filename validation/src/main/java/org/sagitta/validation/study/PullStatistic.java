package org.sagitta.validation.study;

/**
 * Mean and width of the pull (fitted - true) / sigma of one track parameter; both have their statistical error.
 *
 * @param parameter name with its order in the state: d0, z0, phi, theta, qoverp
 * @param width standard deviation of all pulls, the tails included
 * @param beyondFive pulls of more than five; of normally distributed ones 6 in 10^7 are
 */
public record PullStatistic(
        String parameter, double mean, double meanError, double width, double widthError, long beyondFive) {}
