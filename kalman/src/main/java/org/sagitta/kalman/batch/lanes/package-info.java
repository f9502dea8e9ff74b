/**
 * The track fit on groups of tracks side by side; start at {@link org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter},
 * then {@code GroupFitter}, which says in which order the kernels work. The classes named Scalar... are the text of the
 * kernels: the build derives the vector kernels of {@code kalman.batch.simd} from them.
 */
@NullMarked
package org.sagitta.kalman.batch.lanes;

import org.jspecify.annotations.NullMarked;
