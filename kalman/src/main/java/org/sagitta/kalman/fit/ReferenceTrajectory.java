package org.sagitta.kalman.fit;

import java.util.List;

/**
 * The track about which the fit is linear: without scattering, with the mean energy loss, through the planes of the hits
 * from the beam outwards.
 *
 * @param legs leg k connects planes k and k + 1
 */
public record ReferenceTrajectory(List<ReferencePlane> planes, List<Leg> legs) {
    public ReferenceTrajectory {
        planes = List.copyOf(planes);
        legs = List.copyOf(legs);
    }
}
