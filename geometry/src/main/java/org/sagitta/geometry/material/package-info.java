/** What matter is there, not what it does; start at {@link org.sagitta.geometry.material.MaterialSlab}. */
@NullMarked
package org.sagitta.geometry.material;

import org.jspecify.annotations.NullMarked;
