package org.sagitta.kalman.batch.lanes;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.kalman.material.CmsMaterialConstants;
import org.sagitta.kalman.propagation.StepRule;

/** One lane after the other: the text from which the vector kernels are derived, and what runs without them. */
public final class ScalarKernels implements KernelSet {
    @Override
    public PropagationKernel propagation(StepRule rule) {
        return new ScalarPropagation(rule);
    }

    @Override
    public DerivativeKernel derivative() {
        return new ScalarDerivative();
    }

    @Override
    public MatterKernel matter(CmsMaterialConstants constants) {
        return new ScalarMatter(constants);
    }

    @Override
    public SeedKernel seed() {
        return new ScalarSeed();
    }

    @Override
    public InformationKernel information() {
        return new ScalarInformation();
    }

    @Override
    public EstimateKernel estimate() {
        return new ScalarEstimate();
    }

    @Override
    public FieldKernel field(MagneticField model) {
        return FieldKernels.of(model, ScalarAxialField::new, ScalarHarmonicField::new);
    }

    @Override
    public ArcKernel arc() {
        return new ScalarArc();
    }
}
