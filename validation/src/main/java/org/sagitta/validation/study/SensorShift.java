package org.sagitta.validation.study;

import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.linear.Vec3;

/**
 * Where a sensor is and by how much it is displaced.
 *
 * @param subdetector to which it belongs
 * @param centre [mm]
 * @param shift of the centre [mm]
 */
public record SensorShift(Subdetector subdetector, Vec3 centre, Vec3 shift) {}
