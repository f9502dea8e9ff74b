package org.sagitta.kalman.batch.simd;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.kalman.batch.lanes.FieldKernel;
import org.sagitta.kalman.batch.lanes.FieldKernels;
import org.sagitta.kalman.batch.lanes.FilterKernel;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.MatterKernel;
import org.sagitta.kalman.batch.lanes.PropagationKernel;
import org.sagitta.kalman.batch.lanes.SmootherKernel;
import org.sagitta.kalman.material.CmsMaterialConstants;

/** Several lanes at a time; needs the module {@code jdk.incubator.vector}. */
public final class VectorKernels implements KernelSet {
    @Override
    public PropagationKernel propagation() {
        return new VectorPropagation();
    }

    @Override
    public MatterKernel matter(CmsMaterialConstants constants) {
        return new VectorMatter(constants);
    }

    @Override
    public FilterKernel filter() {
        return new VectorFilter();
    }

    @Override
    public SmootherKernel smoother() {
        return new VectorSmoother();
    }

    @Override
    public FieldKernel field(MagneticField model) {
        return FieldKernels.of(model, VectorAxialField::new);
    }
}
