package org.sagitta.data.recorded;

import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.units.Units;

/**
 * Where the charge of a track arrives, in the mean, beside the track: in the field along z it drifts sideways, by half of
 * the thickness times the tangent of the Lorentz angle. The shift of the barycentre that undoes this is k v_z along u,
 * where v_z is the z component of the sensor's v axis.
 *
 * <p>The sizes k used here are rounded from what real hits of 2012 say. Minimising the chi2 of track fits gives 53.4 +-
 * 1.2 um in the pixel barrel, 26 +- 10 in the pixel disks, 10.0 +- 1.5 in TIB and 13.5 +- 4.1 in TOB; the innermost
 * states of CMS's own fits give 53.6 +- 0.3 in the pixel barrel. Wedge sensors stand across the field and have none.
 */
final class LorentzDrift {
    private LorentzDrift() {}

    /** What is to be added to the local u of a barycentre [mm]. */
    static double correction(Sensor sensor) {
        double size = switch (sensor.address().subdetector()) {
            case BPIX -> 53.6 * Units.UM;
            case FPIX -> 30 * Units.UM;
            case TIB -> 10 * Units.UM;
            case TOB -> 20 * Units.UM;
            case TID, TEC -> 0;
        };
        return size * sensor.plane().v().z();
    }
}
