package org.sagitta.geometry.alignment;

/**
 * All sensors are shifted along a weak mode.
 *
 * @param amplitude in units of the mode's default amplitude; may be negative
 * @param deltaRad phase of the modes that have one [rad]
 */
public record WeakModeDisplacement(WeakMode mode, double amplitude, double deltaRad) implements Displacement {}
