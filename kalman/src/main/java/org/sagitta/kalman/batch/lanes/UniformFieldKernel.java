package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** The same field everywhere. */
final class UniformFieldKernel implements FieldKernel {
    private final Vec3 bend;

    UniformFieldKernel(Vec3 field) {
        this.bend = field.times(Units.KAPPA);
    }

    @Override
    public void bend(double[] flight) {
        fill(flight, FlightSlots.FIELD_X, bend.x());
        fill(flight, FlightSlots.FIELD_Y, bend.y());
        fill(flight, FlightSlots.FIELD_Z, bend.z());
    }

    private static void fill(double[] flight, int slot, double value) {
        Arrays.fill(flight, slot, slot + Lanes.WIDTH, value);
    }
}
