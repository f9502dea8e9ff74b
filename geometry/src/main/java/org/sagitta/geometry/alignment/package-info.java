/** Displacements of sensors and structures, and CMS's nine weak modes. */
@NullMarked
package org.sagitta.geometry.alignment;

import org.jspecify.annotations.NullMarked;
