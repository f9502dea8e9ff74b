package org.sagitta.kalman.batch.lanes;

import java.util.function.Function;
import org.sagitta.fieldmap.AxialField;
import org.sagitta.fieldmap.HarmonicField;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.fieldmap.parametrised.UniformField;

/** Which kernel a field model gets. */
public final class FieldKernels {
    private FieldKernels() {}

    /**
     * The fastest kernel for a model.
     *
     * @param axial makes the kernel of a field of polynomials in z
     * @param harmonic makes the kernel of a field of solid harmonics, without its domain
     */
    public static FieldKernel of(
            MagneticField model,
            Function<AxialTable, FieldKernel> axial,
            Function<HarmonicTable, FieldKernel> harmonic) {
        return of(model, 1, axial, harmonic);
    }

    private static FieldKernel of(
            MagneticField model,
            double scale,
            Function<AxialTable, FieldKernel> axial,
            Function<HarmonicTable, FieldKernel> harmonic) {
        if (model instanceof ScaledField scaled) {
            return of(scaled.field(), scale * scaled.scale(), axial, harmonic);
        }
        if (model instanceof UniformField uniform) {
            return new UniformFieldKernel(uniform.value().times(scale));
        }
        if (model instanceof AxialField field) {
            return axial.apply(AxialTable.of(field, scale));
        }
        if (model instanceof HarmonicField field) {
            return new GuardedFieldKernel(harmonic.apply(HarmonicTable.of(field, scale)), field.domain());
        }
        return new AnyFieldKernel(scale == 1 ? model : new ScaledField(model, scale));
    }
}
