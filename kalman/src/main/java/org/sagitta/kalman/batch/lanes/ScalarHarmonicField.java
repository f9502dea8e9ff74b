package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.FlightSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

import org.sagitta.fieldmap.HarmonicField;
import org.sagitta.geometry.units.Units;

/** A {@link HarmonicTable} on lanes; the build derives {@code simd.VectorHarmonicField} from it. It knows no domain. */
final class ScalarHarmonicField implements FieldKernel {
    private final HarmonicTable table;

    ScalarHarmonicField(HarmonicTable table) {
        this.table = table;
    }

    @Override
    public void bend(double[] flight) {
        for (int lane = 0; lane < Lanes.WIDTH; lane += LENGTH) {
            bendLane(flight, table.rows(), table.orderEnds(), lane);
        }
    }

    private static void bendLane(double[] f, double[] rows, int[] ends, int o) {
        double x = mul(of(1 / Units.M), load(f, PLACE_X + o));
        double y = mul(of(1 / Units.M), load(f, PLACE_Y + o));
        double z = mul(of(1 / Units.M), load(f, PLACE_Z + o));
        double rho2 = dot(x, x, y, y, z, z);
        double bx = of(0);
        double by = of(0);
        double bz = of(0);
        double cos = of(1);
        double sin = of(0);
        int row = 0;
        for (int end : ends) {
            double below = of(0);
            double t = of(1);
            double xc = of(0);
            double xs = of(0);
            double yc = of(0);
            double ys = of(0);
            double zc = of(0);
            double zs = of(0);
            for (; row < end; row += HarmonicField.STRIDE) {
                xc = fma(of(rows[row + 1]), t, xc);
                xs = fma(of(rows[row + 2]), t, xs);
                yc = fma(of(rows[row + 3]), t, yc);
                ys = fma(of(rows[row + 4]), t, ys);
                zc = fma(of(rows[row + 5]), t, zc);
                zs = fma(of(rows[row + 6]), t, zs);
                double above = det(z, t, mul(of(rows[row]), rho2), below);
                below = t;
                t = above;
            }
            bx = fma(xc, cos, fma(xs, sin, bx));
            by = fma(yc, cos, fma(ys, sin, by));
            bz = fma(zc, cos, fma(zs, sin, bz));
            double next = det(cos, x, sin, y);
            sin = fma(sin, x, mul(cos, y));
            cos = next;
        }
        store(bx, f, FIELD_X + o);
        store(by, f, FIELD_Y + o);
        store(bz, f, FIELD_Z + o);
    }
}
