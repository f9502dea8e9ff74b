package org.sagitta.data.io.csv;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * How a column writes its numbers, so that changed cells look like their neighbours: a fixed number of decimals if all
 * cells have the same, otherwise a number of significant digits. Changed cells get two digits more than the column had
 * (and at least six), so that a correction of 1e-4 is not lost in rounding.
 */
record NumberStyle(Kind kind, int digits) {
    private static final int EXTRA_DIGITS = 2;
    private static final int LEAST_DIGITS = 6;

    enum Kind {
        DECIMALS,
        SIGNIFICANT
    }

    /** The style of a column of numbers as read. */
    static NumberStyle of(Collection<String> cells) {
        int decimals = -1;
        int significant = 0;
        boolean fixed = true;
        for (String cell : cells) {
            BigDecimal value = new BigDecimal(cell.strip());
            fixed &= decimals < 0 || decimals == value.scale();
            decimals = value.scale();
            significant = Math.max(significant, value.precision());
        }
        return fixed
                ? new NumberStyle(Kind.DECIMALS, Math.max(LEAST_DIGITS, decimals + EXTRA_DIGITS))
                : new NumberStyle(Kind.SIGNIFICANT, Math.max(LEAST_DIGITS, significant + EXTRA_DIGITS));
    }

    String format(double value) {
        BigDecimal exact = new BigDecimal(value);
        if (kind == Kind.DECIMALS) {
            return exact.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        }
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
