package org.sagitta.validation.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;

/** Distance between ticks: 1, 2 or 5 times a power of ten, numbers all with the same decimals. */
final class Ticks {
    private Ticks() {}

    /**
     * The smallest such distance that puts at most so many intervals into a range.
     *
     * @param most largest number of intervals, at least 1
     */
    static NumberTickUnit unit(ValueRange range, int most) {
        double least = range.length() / most * (1 - 1e-9); // rounding must not double the step
        int exponent = (int) Math.floor(Math.log10(least));
        double power = Math.pow(10, exponent);
        double fraction = least / power;
        int step = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
        int decimals = Math.max(0, step == 10 ? -exponent - 1 : -exponent);
        String pattern = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        int minorIntervals = step == 2 ? 4 : 5;
        return new NumberTickUnit(step * power, format, minorIntervals);
    }
}
