package org.sagitta.validation.study;

/**
 * What one effect does to the momentum scale that a J/psi gives, relative.
 *
 * @param effect its name
 * @param without mass scale of the ideal world, m / m_target - 1, when the effect is not corrected, less the same with all
 *     corrections: what the effect costs in a fit that stands alone
 * @param referenced what is left of it in the scenario less the ideal world: what it costs in a referenced fit
 * @param error statistical error of {@code referenced}, from the scatter of ten parts of the samples
 */
public record TargetRow(String effect, double without, double referenced, double error) {}
