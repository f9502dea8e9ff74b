/** Ratios of two fields, along tracks and over the volume; div B and curl B. */
@NullMarked
package org.sagitta.fieldmap.compare;

import org.jspecify.annotations.NullMarked;
