/**
 * Displacements of sensors and structures, and the weak modes; start at
 * {@link org.sagitta.geometry.alignment.Alignment}, a list of {@link org.sagitta.geometry.alignment.Displacement}s that
 * turns one tracker into another.
 */
@NullMarked
package org.sagitta.geometry.alignment;

import org.jspecify.annotations.NullMarked;
