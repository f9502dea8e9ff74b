package org.sagitta.kalman.batch.lanes;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.kalman.material.CmsMaterialConstants;

/** One lane after the other: the text from which the vector kernels are derived, and what runs without them. */
public final class ScalarKernels implements KernelSet {
    @Override
    public PropagationKernel propagation() {
        return new ScalarPropagation();
    }

    @Override
    public MatterKernel matter(CmsMaterialConstants constants) {
        return new ScalarMatter(constants);
    }

    @Override
    public FilterKernel filter() {
        return new ScalarFilter();
    }

    @Override
    public SmootherKernel smoother() {
        return new ScalarSmoother();
    }

    @Override
    public FieldKernel field(MagneticField model) {
        return FieldKernels.of(model, ScalarAxialField::new);
    }
}
