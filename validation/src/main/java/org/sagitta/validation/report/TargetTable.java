package org.sagitta.validation.report;

import java.util.Locale;
import org.sagitta.validation.study.TargetResult;
import org.sagitta.validation.study.TargetRow;

/** What moves a mass target, for people. */
public final class TargetTable {
    private static final double UNIT = 1e5;

    private TargetTable() {}

    /** Several lines, each with an end of line. */
    public static String of(TargetResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "Mass scale in 1e-5 when one thing is left out of the target");
        line(text, "%-20s %10s %22s", "", "alone", "referenced");
        for (TargetRow row : result.rows()) {
            line(
                    text,
                    "%-20s %10.2f %11.2f +- %7.2f",
                    row.effect(),
                    UNIT * row.without(),
                    UNIT * row.referenced(),
                    UNIT * row.error());
        }
        line(text, "");
        line(
                text,
                "Ideal world with all of it: %.2f +- %.2f (selection); target adjusted to other pairs: %.2f",
                UNIT * result.ideal(),
                UNIT * result.error(),
                UNIT * result.idealAdjusted());
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
