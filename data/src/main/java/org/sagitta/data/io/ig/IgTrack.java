package org.sagitta.data.io.ig;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;

/**
 * A track as CMS lists it, with its silicon hits.
 *
 * @param position the point at which the momentum holds: the closest approach to the beam spot [mm]
 * @param pt transverse momentum [GeV]
 * @param phi azimuth of the momentum [rad]
 * @param charge +1 or -1
 * @param hits in the order of the file
 */
public record IgTrack(
        Vec3 position, double pt, double eta, double phi, int charge, double chi2, double ndof, List<IgHit> hits) {
    public IgTrack {
        hits = List.copyOf(hits);
    }
}
