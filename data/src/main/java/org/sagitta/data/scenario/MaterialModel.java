package org.sagitta.data.scenario;

/** Where the matter of a world is. */
public enum MaterialModel {
    /** Folded onto the planes of the sensors, as in the track fit of CMS. */
    PLANES,
    /**
     * Where it is in the detector: sensors carry their silicon only, and cylinders and disks between them the rest. For the
     * truth only; the fit knows planes.
     */
    DETAILED
}
