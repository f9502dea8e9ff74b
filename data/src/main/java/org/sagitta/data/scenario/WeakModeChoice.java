package org.sagitta.data.scenario;

/**
 * One of the weak modes of CMS.
 *
 * @param mode its name
 * @param amplitude in units of the default amplitude of CMS
 * @param deltaRad phase of the modes that have one [rad]
 */
public record WeakModeChoice(String mode, double amplitude, double deltaRad) {}
