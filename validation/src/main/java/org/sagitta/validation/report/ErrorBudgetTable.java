package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import org.sagitta.validation.study.ErrorBudgetFigure;
import org.sagitta.validation.study.ErrorBudgetLine;

/** The error budget of the extrapolation from J/psi to Upsilon and Z, for people. */
public final class ErrorBudgetTable {
    private static final double PPM = 1e-6;

    private ErrorBudgetTable() {}

    /** A line for each effect; then the charge-odd bias at 45 GeV in bins of eta. */
    public static String of(List<ErrorBudgetLine> lines) {
        StringBuilder text = new StringBuilder();
        line(text, "Biases in ppm after the calibration on J/psi, unless before; muons of 45 GeV; worst bin of eta");
        line(
                text,
                "%-30s %15s %15s %15s %15s %15s %17s %15s %15s",
                "effect",
                "J/psi before",
                "J/psi after",
                "Upsilon after",
                "Z before",
                "Z after",
                "Z after, worst",
                "even, worst",
                "odd, worst");
        for (ErrorBudgetLine l : lines) {
            line(
                    text,
                    "%-30s %15s %15s %15s %15s %15s %17s %15s %15s  %s",
                    l.effect(),
                    figure(l.jpsiBefore()),
                    figure(l.jpsiAfter()),
                    figure(l.upsilon().after()),
                    figure(l.z().before()),
                    figure(l.z().after()),
                    figure(ErrorBudgetLine.worst(l.z().byEta())),
                    figure(ErrorBudgetLine.worst(l.even45())),
                    figure(ErrorBudgetLine.worst(l.odd45())),
                    l.remedy());
        }
        line(text, "");
        line(text, "Charge-odd bias of the curvature at 45 GeV in ppm, by lower edge of eta");
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-30s", "effect"));
        List<Double> edges = ErrorBudgetLine.edges();
        for (int i = 0; i + 1 < edges.size(); i++) {
            head.append(String.format(Locale.ROOT, " %12.1f", edges.get(i)));
        }
        line(text, "%s", head);
        for (ErrorBudgetLine l : lines) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-30s", l.effect()));
            l.odd45().forEach(f -> row.append(String.format(Locale.ROOT, " %12s", figure(f))));
            line(text, "%s", row);
        }
        return text.toString();
    }

    private static String figure(ErrorBudgetFigure f) {
        return String.format(Locale.ROOT, "%.0f+-%.0f", f.value() / PPM, f.error() / PPM);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append(System.lineSeparator());
    }
}
