/** Event files by which track fitters are compared; start at {@link org.sagitta.data.io.yardstick.YardstickFile}. */
@NullMarked
package org.sagitta.data.io.yardstick;

import org.jspecify.annotations.NullMarked;
