package org.sagitta.validation.report;

import java.util.Locale;
import org.sagitta.validation.study.DetectorComparison;
import org.sagitta.validation.study.DetectorRequirement;
import org.sagitta.validation.study.DetectorResult;
import org.sagitta.validation.study.PublishedFigure;

/** The simulated detector beside what is published, for people. */
public final class DetectorTable {
    private DetectorTable() {}

    /** Several lines, each with an end of line. */
    public static String of(DetectorResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "%d muons, %d with a clean track that was fitted", result.muons(), result.fitted());
        line(text, "resolutions: half width of the central 68 %% of fitted - true");
        line(text, "");
        line(
                text,
                "%-19s %6s %12s %10s %9s %12s %7s  %-9s %s",
                "quantity",
                "pT/GeV",
                "|eta|",
                "Sagitta",
                "+-",
                "published",
                "ratio",
                "known",
                "source");
        for (DetectorComparison comparison : result.comparisons()) {
            line(text, "%s", row(comparison));
        }
        line(text, "");
        for (DetectorRequirement r : result.requirements()) {
            line(
                    text,
                    "%-60s %9.4g +- %-8.2g %-5s allowed %s to %s: %s",
                    r.name(),
                    r.ours(),
                    r.error(),
                    r.unit(),
                    number(r.low()),
                    number(r.high()),
                    r.isMet() ? "ok" : "MISSED");
        }
        return text.toString();
    }

    private static String row(DetectorComparison comparison) {
        PublishedFigure p = comparison.published();
        return String.format(
                Locale.ROOT,
                "%-19s %6s %12s %10.4g %9.2g %12s %7.3f  %-9s %s",
                p.quantity(),
                Double.isNaN(p.ptGev()) ? "" : String.format(Locale.ROOT, "%.0f", p.ptGev()),
                range(p.absEtaLow(), p.absEtaHigh()),
                comparison.ours(),
                comparison.error(),
                range(p.valueLow(), p.valueHigh()) + (p.unit().equals("1") ? "" : " " + p.unit()),
                comparison.ratio(),
                p.known().name().toLowerCase(Locale.ROOT),
                p.source());
    }

    private static String range(double low, double high) {
        return low == high ? number(low) : number(low) + ".." + number(high);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
