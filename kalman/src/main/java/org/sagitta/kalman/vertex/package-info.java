/**
 * Two muons joined: {@link org.sagitta.kalman.vertex.DimuonFit} takes them as they are at the beam line,
 * {@link org.sagitta.kalman.vertex.DimuonVertexFit} asks that they come from one point.
 */
@NullMarked
package org.sagitta.kalman.vertex;

import org.jspecify.annotations.NullMarked;
