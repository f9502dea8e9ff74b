package org.sagitta.kalman.batch.simd;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.kalman.batch.lanes.ArcKernel;
import org.sagitta.kalman.batch.lanes.DerivativeKernel;
import org.sagitta.kalman.batch.lanes.EstimateKernel;
import org.sagitta.kalman.batch.lanes.FieldKernel;
import org.sagitta.kalman.batch.lanes.FieldKernels;
import org.sagitta.kalman.batch.lanes.InformationKernel;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.MatterKernel;
import org.sagitta.kalman.batch.lanes.PropagationKernel;
import org.sagitta.kalman.batch.lanes.SeedKernel;
import org.sagitta.kalman.material.CmsMaterialConstants;
import org.sagitta.kalman.propagation.StepRule;

/** Several lanes at a time; needs the module {@code jdk.incubator.vector}. */
public final class VectorKernels implements KernelSet {
    @Override
    public PropagationKernel propagation(StepRule rule) {
        return new VectorPropagation(rule);
    }

    @Override
    public DerivativeKernel derivative() {
        return new VectorDerivative();
    }

    @Override
    public MatterKernel matter(CmsMaterialConstants constants) {
        return new VectorMatter(constants);
    }

    @Override
    public SeedKernel seed() {
        return new VectorSeed();
    }

    @Override
    public InformationKernel information() {
        return new VectorInformation();
    }

    @Override
    public EstimateKernel estimate() {
        return new VectorEstimate();
    }

    @Override
    public FieldKernel field(MagneticField model) {
        return FieldKernels.of(model, VectorAxialField::new, VectorHarmonicField::new);
    }

    @Override
    public ArcKernel arc() {
        return new VectorArc();
    }
}
