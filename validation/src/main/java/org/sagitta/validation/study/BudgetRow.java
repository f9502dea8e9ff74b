package org.sagitta.validation.study;

import java.util.OptionalDouble;

/**
 * Matter at one |eta| as this project has it, beside what others say.
 *
 * @param xiGev ionisation figure, see {@link org.sagitta.geometry.material.MaterialSlab}
 * @param published x/X0; empty where the table has no row
 */
public record BudgetRow(double absEta, double xOverX0, double xiGev, OptionalDouble published) {
    /** Ours over theirs. */
    public OptionalDouble ratio() {
        return published.isPresent() ? OptionalDouble.of(xOverX0 / published.getAsDouble()) : OptionalDouble.empty();
    }
}
