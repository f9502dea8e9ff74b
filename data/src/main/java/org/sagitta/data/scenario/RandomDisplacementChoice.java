package org.sagitta.data.scenario;

/**
 * Independent Gaussian displacements along the three global axes, the same for all sensors of a structure.
 *
 * @param level which structures move as one
 * @param sigma standard deviation along each axis [mm]
 */
public record RandomDisplacementChoice(String level, double sigma) {}
