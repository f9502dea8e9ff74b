package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import org.sagitta.validation.study.EffectBinning;
import org.sagitta.validation.study.EffectCell;
import org.sagitta.validation.study.EffectResult;
import org.sagitta.validation.study.PullShift;

/** What each effect does to pulls and momentum scale, for people. */
public final class EffectTable {
    private static final double SCALE = 1e-4;

    private EffectTable() {}

    /** Several lines, each with an end of line. */
    public static String of(List<EffectResult> results) {
        StringBuilder text = new StringBuilder();
        pulls(text, results);
        for (EffectResult result : results) {
            scale(text, result);
        }
        return text.toString();
    }

    private static void pulls(StringBuilder text, List<EffectResult> results) {
        line(text, "All muons: shift of the mean of the pulls / their width (core) with the effect");
        line(text, "%-18s %8s %26s %26s %26s %26s %26s", "", "lost", "d0", "z0", "phi", "theta", "q/p");
        StringBuilder before = new StringBuilder();
        for (PullShift pull : results.get(0).all().pulls()) {
            before.append(String.format(Locale.ROOT, " %26.3f", pull.widthBefore()));
        }
        line(text, "%-18s %8s%s", "none: the widths", "", before);
        for (EffectResult result : results) {
            StringBuilder row = new StringBuilder();
            for (PullShift pull : result.all().pulls()) {
                row.append(String.format(
                        Locale.ROOT,
                        " %7.4f+-%6.4f %5.3f(%5.3f)",
                        pull.shift(),
                        pull.shiftError(),
                        pull.width(),
                        pull.core()));
            }
            line(text, "%-18s %8d%s", result.effect(), result.lost(), row);
        }
    }

    private static void scale(StringBuilder text, EffectResult result) {
        line(text, "");
        line(
                text,
                "%s: k / true k - 1 in 1e-4, charge-even / charge-odd +- error; width of the pull of q/p",
                result.effect());
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-11s", "|eta|"));
        List<Double> pt = EffectBinning.PT;
        for (int i = 0; i + 1 < pt.size(); i++) {
            String range = String.format(Locale.ROOT, "%.0f..%.0f GeV", pt.get(i), pt.get(i + 1));
            head.append(String.format(Locale.ROOT, " %30s", range));
        }
        line(text, "%s", head);
        int columns = pt.size() - 1;
        for (int first = 0; first < result.cells().size(); first += columns) {
            line(text, "%s", row(result.cells().subList(first, first + columns)));
        }
    }

    private static String row(List<EffectCell> cells) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "%.1f .. %.1f ",
                cells.get(0).absEtaLow(),
                cells.get(0).absEtaHigh()));
        for (EffectCell cell : cells) {
            PullShift qOverP = cell.pulls().get(cell.pulls().size() - 1);
            row.append(String.format(
                    Locale.ROOT,
                    " %7.2f /%7.2f +-%5.2f  %5.3f",
                    cell.scaleEven() / SCALE,
                    cell.scaleOdd() / SCALE,
                    cell.scaleError() / SCALE,
                    qOverP.width()));
        }
        return row.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
