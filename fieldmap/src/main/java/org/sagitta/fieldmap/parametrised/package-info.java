/**
 * Analytic models of the CMS solenoid: TOSCA off-axis expansion, field-mapper fits, uniform field. Start at {@link
 * org.sagitta.fieldmap.parametrised.FieldModels}, which gives each by name; coefficients are CSV resources beside the
 * classes, in metres and tesla as published, with their source.
 */
@NullMarked
package org.sagitta.fieldmap.parametrised;

import org.jspecify.annotations.NullMarked;
