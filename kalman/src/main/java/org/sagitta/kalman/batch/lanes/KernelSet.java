package org.sagitta.kalman.batch.lanes;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.kalman.material.CmsMaterialConstants;
import org.sagitta.kalman.propagation.StepRule;

/** The kernels of a fit, and those that the simulation takes, for one way of working on lanes. */
public interface KernelSet {
    PropagationKernel propagation(StepRule rule);

    DerivativeKernel derivative();

    MatterKernel matter(CmsMaterialConstants constants);

    SeedKernel seed();

    InformationKernel information();

    EstimateKernel estimate();

    /** The field on lanes; any implementation is within 1e-9 T of the model. One per thread. */
    FieldKernel field(MagneticField model);

    /** Arcs of the simulation. */
    ArcKernel arc();
}
