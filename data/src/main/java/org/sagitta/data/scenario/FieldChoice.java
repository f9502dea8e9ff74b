package org.sagitta.data.scenario;

/**
 * A magnetic field by name.
 *
 * @param model a name that {@link org.sagitta.fieldmap.grid.FieldSource} knows; the path of a field map is absolute
 * @param scale factor on all components
 */
public record FieldChoice(String model, double scale) {}
