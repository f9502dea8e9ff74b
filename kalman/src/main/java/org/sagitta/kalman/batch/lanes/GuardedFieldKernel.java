package org.sagitta.kalman.batch.lanes;

import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.geometry.linear.Vec3;

/** A kernel that knows no domain, with one: outside the bend is not a number and the track is lost. */
final class GuardedFieldKernel implements FieldKernel {
    private final FieldKernel kernel;
    private final FieldDomain domain;

    GuardedFieldKernel(FieldKernel kernel, FieldDomain domain) {
        this.kernel = kernel;
        this.domain = domain;
    }

    @Override
    public void bend(double[] flight) {
        kernel.bend(flight);
        for (int lane = 0; lane < Lanes.WIDTH; lane++) {
            Vec3 place = new Vec3(
                    flight[FlightSlots.PLACE_X + lane],
                    flight[FlightSlots.PLACE_Y + lane],
                    flight[FlightSlots.PLACE_Z + lane]);
            if (!domain.contains(place)) {
                flight[FlightSlots.FIELD_X + lane] = Double.NaN;
                flight[FlightSlots.FIELD_Y + lane] = Double.NaN;
                flight[FlightSlots.FIELD_Z + lane] = Double.NaN;
            }
        }
    }
}
