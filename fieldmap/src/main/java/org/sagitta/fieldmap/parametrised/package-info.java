/** Analytic models: TOSCA off-axis expansion, field-mapper fits, uniform field. */
@NullMarked
package org.sagitta.fieldmap.parametrised;

import org.jspecify.annotations.NullMarked;
