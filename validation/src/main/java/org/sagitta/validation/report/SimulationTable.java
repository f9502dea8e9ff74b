package org.sagitta.validation.report;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sagitta.validation.study.SimulationResult;
import org.sagitta.validation.study.Spread;

/** What became of the events of a simulation as a short table. */
public final class SimulationTable {
    private SimulationTable() {}

    /** The table, ending with a newline. */
    public static String of(SimulationResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "%s (%s)", result.source(), result.format());
        line(text, "events         %d%s", result.events(), reasons(result.withoutPair(), "without a pair: "));
        line(text, "pairs          %d, sum of weights %.6g", result.pairs(), result.weights());
        line(text, "fitted         %d, sum of weights %.6g", result.fitted(), result.fittedWeights());
        line(text, "not fitted     %d%s", result.pairs() - result.fitted(), reasons(result.lost(), ""));
        if (result.fitted() > 0) {
            peak(text, result);
        }
        return text.toString();
    }

    private static void peak(StringBuilder text, SimulationResult result) {
        Spread mass = result.peak().mass();
        Spread truth = result.peak().trueMass();
        line(
                text,
                "mass peak      median %.4f +- %.4f GeV, half width %.4f GeV (68 %%), of %d pairs within 10 %% of the"
                        + " median; true median %.4f GeV, half width %.4f GeV",
                mass.median(),
                mass.medianError(),
                mass.halfWidth(),
                result.peak().pairs(),
                truth.median(),
                truth.halfWidth());
        line(
                text,
                "mass / true    median %.2e +- %.1e from 1, half width %.4f",
                result.massScale().median(),
                result.massScale().medianError(),
                result.massScale().halfWidth());
    }

    private static String reasons(Map<String, Long> counts, String before) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ", " (" + before, ")"));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
