package org.sagitta.kalman;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.detector.Tracker;

/**
 * One world: sensors where they are, with the matter folded onto them, and the magnetic field. A run holds two of these,
 * {@code truth} for the simulation and {@code reconstruction} for the fit, always as separate arguments.
 */
public record Conditions(Tracker tracker, MagneticField field) {}
