package org.sagitta.fieldmap.compare;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ScaledField;

/**
 * How the field of the closed detector under ground relates to the map measured on the surface in 2006: one NMR probe in
 * the coil near R = 2.91 m, z = -0.01 m saw both, and the TOSCA model has a value there.
 *
 * <p>Source of the three values: J. Bendavid, Precision W measurements in CMS, MWDays23, CERN, 17 April 2023; no other
 * public text is known to confirm them. The probe lies outside the domain of every model here, so the factors are used
 * as global ones.
 */
public final class InSituField {
    /** Distance of the NMR probe from the beam line [m]. */
    public static final double PROBE_R_M = 2.91;
    /** Position of the NMR probe along the beam line [m]. */
    public static final double PROBE_Z_M = -0.01;

    /** NMR value of the surface measurement 2006 [T]. */
    public static final double SURFACE_2006_T = 3.9176;
    /** NMR value under ground, 2008 [T]. */
    public static final double IN_SITU_2008_T = 3.9206;
    /** Value of the TOSCA model at the probe [T]. */
    public static final double TOSCA_T = 3.9181;

    /** In situ over surface: turns the field-mapper fits into an in-situ map. */
    public static final double IN_SITU_OVER_SURFACE = 1.000766;
    /** TOSCA over surface. */
    public static final double TOSCA_OVER_SURFACE = 1.000128;
    /** In situ over TOSCA. */
    public static final double IN_SITU_OVER_TOSCA = 1.000638;

    private InSituField() {}

    /** A map measured on the surface, scaled to the closed detector. */
    public static MagneticField fromSurface(MagneticField surfaceMap) {
        return new ScaledField(surfaceMap, IN_SITU_OVER_SURFACE);
    }
}
