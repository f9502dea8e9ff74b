package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MethodResult;

/** The calibration methods beside each other, for people. */
public final class MethodTable {
    private static final double SCALE = 1e4;
    private static final double WANTED = 1e-4;

    private MethodTable() {}

    /** Several lines, each with an end of line. */
    public static String of(List<MethodResult> results) {
        StringBuilder text = new StringBuilder();
        line(text, "Mass bias of held-out pairs and charge-odd leg bias at 45 GeV, in 1e-4; sigma: of the calibration");
        line(
                text,
                "%-13s %15s %15s %15s %9s %9s %9s %9s %9s %9s  %s",
                "method",
                "J/psi",
                "Upsilon",
                "Z",
                "sigma(Z)",
                "Z in eta",
                "odd worst",
                "odd rms",
                "sigma odd",
                "CPU s",
                "measured pairs for 1e-4 on the Z");
        results.forEach(result -> row(text, result));
        line(text, "");
        results.forEach(result ->
                result.unsettled().ifPresent(what -> line(text, "%-13s not converged: %s", result.name(), what)));
        results.forEach(result -> line(text, "%-13s %s", result.name(), result.description()));
        return text.toString();
    }

    private static void row(StringBuilder text, MethodResult result) {
        if (result.masses().isEmpty()) {
            line(text, "%-13s not converged", result.name());
            return;
        }
        StringBuilder masses = new StringBuilder();
        for (MassClosure closure : result.masses().values()) {
            BiasBin all = closure.inclusive();
            masses.append(String.format(Locale.ROOT, " %7.2f+-%6.2f", SCALE * all.after(), SCALE * all.stat()));
        }
        List<BiasBin> byEta = zByEta(result);
        line(
                text,
                "%-13s%s %9.2f %9.2f %9.2f %9.2f %9.2f %9.2f  %s",
                result.name(),
                masses,
                SCALE * result.errors().massScale(),
                SCALE * MethodResult.worst(byEta),
                SCALE * MethodResult.worst(result.oddAt45()),
                SCALE * MethodResult.rms(result.oddAt45()),
                SCALE * result.errors().odd(),
                result.cpuSeconds(),
                needed(result));
    }

    private static List<BiasBin> zByEta(MethodResult result) {
        MassClosure z = result.masses().get("Z");
        return z == null ? List.of() : z.byEta();
    }

    private static String needed(MethodResult result) {
        return result.pairsNeeded(WANTED).entrySet().stream()
                .map(MethodTable::needed)
                .collect(Collectors.joining(" + "));
    }

    private static String needed(Map.Entry<String, Double> entry) {
        return String.format(Locale.ROOT, "%.2g %s", entry.getValue(), entry.getKey());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append(System.lineSeparator());
    }
}
