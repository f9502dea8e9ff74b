package org.sagitta.kalman.batch.simd;

import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialEffects;

/** The one place where it is decided which kernels fit tracks; the results are the same to the bit. */
public final class BatchTrackFitters {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private BatchTrackFitters() {}

    /** The fastest fitter that this JVM can run. */
    public static BatchTrackFitter create(
            Conditions reconstruction, FitSettings settings, CmsMaterialEffects material) {
        return new LaneBatchTrackFitter(reconstruction, settings, material, kernels());
    }

    /** Vector kernels if the module {@code jdk.incubator.vector} was added to the JVM, else scalar ones. */
    public static KernelSet kernels() {
        return hasVectors() ? new VectorKernels() : new ScalarKernels();
    }

    /** True if the JVM was started with {@code --add-modules jdk.incubator.vector}. */
    public static boolean hasVectors() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }
}
