package org.sagitta.validation.study;

/**
 * What a fitter does with a yardstick file.
 *
 * @param tracks in the file
 * @param failures tracks that were not fitted
 * @param meanChi2 of the others
 * @param ndof measured coordinates minus five
 * @param pullMean of (fitted - true) q/p at the first plane over its error
 * @param pullWidth standard deviation of these pulls
 */
public record YardstickResult(int tracks, int failures, double meanChi2, int ndof, double pullMean, double pullWidth) {}
