/** The sensors of the tracker and the index that finds them; start at {@link org.sagitta.geometry.detector.Tracker}. */
@NullMarked
package org.sagitta.geometry.detector;

import org.jspecify.annotations.NullMarked;
