package org.sagitta.data.scenario;

/**
 * A magnetic field by name.
 *
 * @param model a name known to {@link org.sagitta.fieldmap.parametrised.FieldModels}
 * @param scale factor on all components
 */
public record FieldChoice(String model, double scale) {}
