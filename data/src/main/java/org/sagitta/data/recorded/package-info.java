/**
 * From the silicon hits of recorded events to measurements that a track fit takes: where each module was, what its strips
 * measure, the Lorentz drift, clusters that are too wide. Start at {@link org.sagitta.data.recorded.RecordedTracks}.
 */
@NullMarked
package org.sagitta.data.recorded;

import org.jspecify.annotations.NullMarked;
