/** Conditions under which tracks are made or fitted; start at {@link org.sagitta.kalman.Conditions}. */
@NullMarked
package org.sagitta.kalman;

import org.jspecify.annotations.NullMarked;
