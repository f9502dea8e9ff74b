package org.sagitta.data.simulation.hit;

import org.sagitta.geometry.detector.Subdetector;

/**
 * Tangent of the angle at which charge drifts through a sensor, per tesla of the field along the sensor. Source: what the
 * CMS software was set to for the data of 2010 to 2012, pixels in CondTools/SiPixel (SiPixelLorentzAngleDB), strips in
 * CalibTracker/SiStripLorentzAngle (SiStripLorentzAngle_Ideal). In 3.8 T the charge of the pixel barrel arrives in the
 * mean 57 um, of TIB 10 um and of TOB 21 um beside the track; real hits of 2012 say 53.6, 10 and 13.5 +- 4 um. The
 * wedge sensors of TID and TEC stand across the field.
 */
public final class LorentzAngle {
    private LorentzAngle() {}

    /** tan(theta_L) / B [1/T]. */
    public static double tangentPerTesla(Subdetector subdetector) {
        return switch (subdetector) {
            case BPIX -> 0.106;
            case FPIX -> 0.091;
            case TIB -> 0.01784;
            case TOB -> 0.02315;
            case TID, TEC -> 0;
        };
    }
}
