package org.sagitta.data.scenario;

/**
 * One weak mode: one of those of CMS, or ours.
 *
 * @param mode its name
 * @param amplitude in units of the default amplitude of the mode
 * @param deltaRad phase of the modes that have one [rad]
 */
public record WeakModeChoice(String mode, double amplitude, double deltaRad) {}
