/** The one field interface; start at {@link org.sagitta.fieldmap.MagneticField}. */
@NullMarked
package org.sagitta.fieldmap;

import org.jspecify.annotations.NullMarked;
