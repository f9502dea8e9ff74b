/** The one place where native units are decided; start at {@link org.sagitta.geometry.units.Units}. */
@NullMarked
package org.sagitta.geometry.units;

import org.jspecify.annotations.NullMarked;
