package org.sagitta.kalman.vertex;

/**
 * Invariant mass of a pair.
 *
 * @param mass [GeV]
 * @param sigma standard deviation of the mass [GeV] from the covariances of the two tracks
 */
public record DimuonMass(double mass, double sigma) {}
