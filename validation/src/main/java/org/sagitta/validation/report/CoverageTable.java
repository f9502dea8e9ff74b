package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sagitta.validation.study.CoverageResult;
import org.sagitta.validation.study.PullSummary;

/** Whether errors cover, for people. */
public final class CoverageTable {
    private CoverageTable() {}

    /** Several lines, each with an end of line. */
    public static String of(CoverageResult result) {
        StringBuilder text = new StringBuilder();
        rows(text, "parameter", result.parameters());
        line(text, "");
        rows(text, "scale in eta", result.scales());
        line(text, "");
        CoverageResult.Distance distance = result.distance();
        line(
                text,
                "chi2 of all parameters: mean %.2f +- %.2f, expected %d",
                distance.mean(),
                distance.meanError(),
                distance.parameters());
        line(
                text,
                "chi2 probability in tenths: %s; uniform with probability %.3f",
                distance.probabilityDeciles().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                distance.uniformity());
        if (result.failed() > 0) {
            line(text, "fits that did not settle: %d", result.failed());
        }
        verdict(text, result);
        return text.toString();
    }

    private static void verdict(StringBuilder text, CoverageResult result) {
        int figures = result.parameters().size() + result.scales().size();
        List<PullSummary> beyond = result.beyond();
        line(
                text,
                "%d of %d pulls have |width - 1| <= %.2f and |mean| <= %.1f%s",
                figures - beyond.size(),
                figures,
                CoverageResult.WIDTH_LIMIT,
                CoverageResult.MEAN_LIMIT,
                beyond.isEmpty() ? "" : "; beyond, significant or not:");
        beyond.forEach(pull -> line(text, "  %s", describe(pull)));
    }

    private static void rows(StringBuilder text, String head, List<PullSummary> pulls) {
        line(text, "%-26s %10s %17s %17s %10s", head, "sigma", "mean of pulls", "width of pulls", "within 1");
        for (PullSummary p : pulls) {
            line(
                    text,
                    "%-26s %10.3g %8.3f +- %5.3f %8.3f +- %5.3f %9.1f%%",
                    name(p),
                    p.sigma(),
                    p.mean(),
                    p.meanError(),
                    p.width(),
                    p.widthError(),
                    100 * p.withinOne());
        }
    }

    /** One pull in a few words. */
    public static String describe(PullSummary pull) {
        return String.format(
                Locale.ROOT,
                "%s: pulls of mean %.3f +- %.3f, width %.3f +- %.3f",
                name(pull),
                pull.mean(),
                pull.meanError(),
                pull.width(),
                pull.widthError());
    }

    private static String name(PullSummary pull) {
        return Double.isInfinite(pull.low())
                ? pull.name()
                : String.format(Locale.ROOT, "%s %4.1f .. %4.1f", pull.name(), pull.low(), pull.high());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
