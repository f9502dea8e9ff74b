/**
 * The sensors of the tracker and the index that finds them; start at {@link org.sagitta.geometry.detector.Tracker},
 * filled by {@link org.sagitta.geometry.detector.CmsTracker} and searched by
 * {@link org.sagitta.geometry.detector.SensorIndex}.
 */
@NullMarked
package org.sagitta.geometry.detector;

import org.jspecify.annotations.NullMarked;
