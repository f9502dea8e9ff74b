/**
 * The kernels of {@code kalman.batch.lanes} on vectors, and the choice between both; start at
 * {@link org.sagitta.kalman.batch.simd.BatchTrackFitters}. Nothing else knows of {@code jdk.incubator.vector}.
 */
@NullMarked
package org.sagitta.kalman.batch.simd;

import org.jspecify.annotations.NullMarked;
