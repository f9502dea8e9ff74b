/** Many tracks at once; start at {@link org.sagitta.kalman.batch.BatchTrackFitter}. */
@NullMarked
package org.sagitta.kalman.batch;

import org.jspecify.annotations.NullMarked;
