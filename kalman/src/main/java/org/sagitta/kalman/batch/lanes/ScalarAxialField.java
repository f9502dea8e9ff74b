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
            prepare(flight, lane);
            for (int which = 0; which < AxialTable.FUNCTIONS; which++) {
                polynomial(flight, table.polynomial(which), FIELD_TERMS + which * W + lane, lane);
            }
            finish(flight, lane);
        }
    }

    private void prepare(double[] f, int o) {
        double t = sub(load(f, PLACE_Z + o), of(table.symmetryZ()));
        store(fma(abs(t), of(1 / table.half()), of(-1)), f, FIELD_ARGUMENT + o);
    }

    /** Horner's rule. */
    private static void polynomial(double[] f, double[] c, int to, int o) {
        double s = load(f, FIELD_ARGUMENT + o);
        double sum = of(c[0]);
        for (int n = 1; n < c.length; n++) {
            sum = fma(sum, s, of(c[n]));
        }
        store(sum, f, to);
    }

    private void finish(double[] f, int o) {
        double x = load(f, PLACE_X + o);
        double y = load(f, PLACE_Y + o);
        double z = load(f, PLACE_Z + o);
        double r2 = fma(x, x, mul(y, y));
        double bz =
                fma(r2, load(f, FIELD_TERMS + AxialTable.BZ_R2 * W + o), load(f, FIELD_TERMS + AxialTable.BZ * W + o));
        double br =
                fma(r2, load(f, FIELD_TERMS + AxialTable.BR_R2 * W + o), load(f, FIELD_TERMS + AxialTable.BR * W + o));
        br = whereLess(sub(z, of(table.symmetryZ())), of(0), neg(br), br);
        double nan = of(Double.NaN);
        bz = whereLess(of(table.largestR() * table.largestR()), r2, nan, bz);
        bz = whereLess(of(table.largestZ()), abs(z), nan, bz);
        store(mul(x, br), f, FIELD_X + o);
        store(mul(y, br), f, FIELD_Y + o);
        store(bz, f, FIELD_Z + o);
    }
}
