package org.sagitta.kalman.batch.lanes;

import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** Any field, one lane after the other. Outside its domain the bend is not a number and the track is lost. */
final class AnyFieldKernel implements FieldKernel {
    private final FieldCursor field;
    private final FieldDomain domain;

    AnyFieldKernel(MagneticField field) {
        this.field = field.cursor();
        this.domain = field.domain();
    }

    @Override
    public void bend(double[] flight) {
        for (int lane = 0; lane < Lanes.WIDTH; lane++) {
            Vec3 place = new Vec3(
                    flight[FlightSlots.PLACE_X + lane],
                    flight[FlightSlots.PLACE_Y + lane],
                    flight[FlightSlots.PLACE_Z + lane]);
            boolean inside = domain.contains(place);
            Vec3 b = inside ? field.at(place) : place;
            double scale = inside ? Units.KAPPA : Double.NaN;
            flight[FlightSlots.FIELD_X + lane] = scale * b.x();
            flight[FlightSlots.FIELD_Y + lane] = scale * b.y();
            flight[FlightSlots.FIELD_Z + lane] = scale * b.z();
        }
    }
}
