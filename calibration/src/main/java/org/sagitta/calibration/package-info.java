@NullMarked
package org.sagitta.calibration;

import org.jspecify.annotations.NullMarked;
