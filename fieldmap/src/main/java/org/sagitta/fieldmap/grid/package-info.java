/**
 * Field maps on a regular (r, phi, z) grid: {@link org.sagitta.fieldmap.grid.FieldGrid} interpolates (start here), {@link
 * org.sagitta.fieldmap.grid.FieldGridFile} reads and writes it, {@link org.sagitta.fieldmap.grid.FieldSource} opens a map or
 * a model by the text a user wrote.
 */
@NullMarked
package org.sagitta.fieldmap.grid;

import org.jspecify.annotations.NullMarked;
