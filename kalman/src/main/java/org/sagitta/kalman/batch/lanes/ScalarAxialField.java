package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.FlightSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

/** An {@link AxialTable} on lanes; the build derives {@code simd.VectorAxialField} from it. Not a number outside. */
final class ScalarAxialField implements FieldKernel {
    private final AxialTable table;

    ScalarAxialField(AxialTable table) {
        this.table = table;
    }

    @Override
    public void bend(double[] flight) {
        for (int lane = 0; lane < Lanes.WIDTH; lane += LENGTH) {
            bendLane(flight, lane);
        }
    }

    /** Horner's rule for the four functions side by side. */
    private void bendLane(double[] f, int o) {
        double x = load(f, PLACE_X + o);
        double y = load(f, PLACE_Y + o);
        double z = load(f, PLACE_Z + o);
        double t = sub(z, of(table.symmetryZ()));
        double s = fma(abs(t), of(1 / table.half()), of(-1));
        double[] c = table.coefficients();
        double axis = of(c[AxialTable.BZ]);
        double axisR2 = of(c[AxialTable.BZ_R2]);
        double radial = of(c[AxialTable.BR]);
        double radialR2 = of(c[AxialTable.BR_R2]);
        for (int n = AxialTable.FUNCTIONS; n < c.length; n += AxialTable.FUNCTIONS) {
            axis = fma(axis, s, of(c[n + AxialTable.BZ]));
            axisR2 = fma(axisR2, s, of(c[n + AxialTable.BZ_R2]));
            radial = fma(radial, s, of(c[n + AxialTable.BR]));
            radialR2 = fma(radialR2, s, of(c[n + AxialTable.BR_R2]));
        }
        double r2 = fma(x, x, mul(y, y));
        double bz = fma(r2, axisR2, axis);
        double br = fma(r2, radialR2, radial);
        br = whereLess(t, of(0), neg(br), br);
        double nan = of(Double.NaN);
        bz = whereLess(of(table.largestR() * table.largestR()), r2, nan, bz);
        bz = whereLess(of(table.largestZ()), abs(z), nan, bz);
        store(mul(x, br), f, FIELD_X + o);
        store(mul(y, br), f, FIELD_Y + o);
        store(bz, f, FIELD_Z + o);
    }
}
