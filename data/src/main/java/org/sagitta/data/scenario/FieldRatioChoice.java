package org.sagitta.data.scenario;

/**
 * The pre-correction of curvatures by the ratio of two fields, named as in {@link FieldChoice}. The map is taken as measured, without any factor
 * found in situ: finding that factor is the business of the calibration.
 */
public record FieldRatioChoice(String map, String parametrisation) {}
