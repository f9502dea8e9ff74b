package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.FlightSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

/** An {@link AxialTable} on lanes; the build derives {@code simd.VectorAxialField} from it. Not a number outside. */
final class ScalarAxialField implements FieldKernel {
    private static final int W = Lanes.WIDTH;

    private final AxialTable table;

    ScalarAxialField(AxialTable table) {
        this.table = table;
    }

    @Override
    public void bend(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            bendLane(flight, lane);
        }
    }

    private void bendLane(double[] f, int o) {
        double x = load(f, PLACE_X + o);
        double y = load(f, PLACE_Y + o);
        double z = load(f, PLACE_Z + o);
        double r2 = fma(x, x, mul(y, y));
        double t = sub(z, of(table.symmetryZ()));
        double s = fma(abs(t), of(1 / table.half()), of(-1));
        double bz = fma(r2, polynomial(AxialTable.BZ_R2, s), polynomial(AxialTable.BZ, s));
        double br = fma(r2, polynomial(AxialTable.BR_R2, s), polynomial(AxialTable.BR, s));
        br = whereLess(t, of(0), neg(br), br);
        double nan = of(Double.NaN);
        bz = whereLess(of(table.largestR() * table.largestR()), r2, nan, bz);
        bz = whereLess(of(table.largestZ()), abs(z), nan, bz);
        store(mul(x, br), f, FIELD_X + o);
        store(mul(y, br), f, FIELD_Y + o);
        store(bz, f, FIELD_Z + o);
    }

    /** Horner's rule. */
    private double polynomial(int which, double s) {
        double[] c = table.polynomial(which);
        double sum = of(c[0]);
        for (int n = 1; n < c.length; n++) {
            sum = fma(sum, s, of(c[n]));
        }
        return sum;
    }
}
