package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.fieldmap.HarmonicField;
import org.sagitta.geometry.units.Units;

/** The rows of a {@link HarmonicField}, times kappa; coordinates in metres. Immutable; arrays are to be read only. */
public final class HarmonicTable {
    private final double[] rows;
    private final int[] orderEnds;

    private HarmonicTable(double[] rows, int[] orderEnds) {
        this.rows = rows;
        this.orderEnds = orderEnds;
    }

    static HarmonicTable of(HarmonicField field, double scale) {
        double[] rows = field.rows().clone();
        Arrays.setAll(rows, i -> i % HarmonicField.STRIDE == 0 ? rows[i] : rows[i] * scale * Units.KAPPA);
        return new HarmonicTable(rows, field.orderEnds());
    }

    public double[] rows() {
        return rows;
    }

    public int[] orderEnds() {
        return orderEnds;
    }
}
