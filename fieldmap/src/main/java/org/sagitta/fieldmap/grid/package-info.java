/** Field maps on an (r, phi, z) grid. */
@NullMarked
package org.sagitta.fieldmap.grid;

import org.jspecify.annotations.NullMarked;
