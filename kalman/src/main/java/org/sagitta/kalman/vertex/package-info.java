/** Two muons joined; start at {@link org.sagitta.kalman.vertex.DimuonFit}. */
@NullMarked
package org.sagitta.kalman.vertex;

import org.jspecify.annotations.NullMarked;
