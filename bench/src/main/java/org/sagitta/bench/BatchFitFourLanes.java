package org.sagitta.bench;

import org.openjdk.jmh.annotations.Fork;

/** {@link BatchFit} with four lanes at a time, as on machines without AVX-512. */
@Fork(
        value = 1,
        jvmArgsAppend = {Sample.VECTORS, Sample.QUIET, Sample.KERNELS_APART, Sample.ALIGNED, "-Dsagitta.lanes=4"})
public class BatchFitFourLanes extends BatchFit {}
