/** Vectors in space; start at {@link org.sagitta.geometry.linear.Vec3}. */
@NullMarked
package org.sagitta.geometry.linear;

import org.jspecify.annotations.NullMarked;
