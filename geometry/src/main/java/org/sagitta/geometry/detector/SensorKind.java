package org.sagitta.geometry.detector;

/** What a sensor measures: a point (pixel), r-phi, or r-phi turned by the 100 mrad stereo angle. */
public enum SensorKind {
    PIXEL,
    RPHI,
    STEREO
}
