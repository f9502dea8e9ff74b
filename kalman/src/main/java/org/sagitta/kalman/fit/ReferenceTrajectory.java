package org.sagitta.kalman.fit;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;

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

    /**
     * By how much the direction in the transverse plane changes from plane to plane, all together [rad]; large angles between
     * two planes count as their chord.
     */
    double turn() {
        double sum = 0;
        for (int k = 1; k < planes.size(); k++) {
            Vec3 a = planes.get(k - 1).arriving().direction();
            Vec3 b = planes.get(k).arriving().direction();
            sum += b.minus(a).perp() / a.perp();
        }
        return sum;
    }
}
