/** Planes with local axes and the helix that crosses them; start at {@link org.sagitta.geometry.surface.Plane}. */
@NullMarked
package org.sagitta.geometry.surface;

import org.jspecify.annotations.NullMarked;
