package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.ClosureVerdict.Excess;
import org.sagitta.validation.study.LegClosure;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.ParameterValue;

/** The figures of a closure run as text for a terminal: at most 100 columns, plain ASCII, biases in units of 1e-4. */
public final class ClosureTable {
    private static final double PER_UNIT = 1e4;

    private final ClosureResult result;
    private final StringBuilder out = new StringBuilder();

    private ClosureTable(ClosureResult result) {
        this.result = result;
    }

    /** The whole table, lines ended by a line feed. */
    public static String of(ClosureResult result) {
        ClosureTable table = new ClosureTable(result);
        table.head();
        table.masses();
        table.legs();
        table.parameters();
        return table.out.toString();
    }

    /** One line that names a bias beyond the limit, its error and the limit. */
    public static String describe(Excess excess, double maxBias) {
        BiasBin bin = excess.bin();
        String where = excess.binning().equals("inclusive")
                ? "inclusive"
                : String.format(Locale.ROOT, "%s [%.2f, %.2f)", excess.binning(), bin.low(), bin.high());
        return String.format(
                Locale.ROOT,
                "%s %s: bias %+.2e +- %.1e exceeds %.1e by more than twice its error",
                excess.sample(),
                where,
                bin.after(),
                bin.stat(),
                maxBias);
    }

    private void head() {
        line(
                "scenario %s, seed %d, %d threads, %.1f s, version %s",
                result.scenario(), result.seed(), result.threads(), result.wallSeconds(), result.version());
    }

    private void masses() {
        line("");
        line("mass bias m/m_target - 1 [1e-4]");
        line("%-11s %9s  %-15s %9s %9s %7s", "sample", "pairs", "bin", "before", "after", "stat");
        for (Map.Entry<String, MassClosure> entry : new TreeMap<>(result.samples()).entrySet()) {
            String name = entry.getKey();
            MassClosure closure = entry.getValue();
            String pairs = String.valueOf(result.events().getOrDefault(name, 0));
            bias(name, pairs, "inclusive", closure.inclusive());
            closure.byEta().forEach(b -> bias("", "", bin("eta", b), b));
            closure.byPhi().forEach(b -> bias("", "", bin("phi", b), b));
        }
    }

    private void legs() {
        line("");
        line("curvature scale of single legs k/k_true - 1 [1e-4]");
        line("%-11s %-15s %27s %27s", "", "", "charge-even", "charge-odd");
        line(
                "%-11s %-15s %9s %9s %7s %9s %9s %7s",
                "sample", "bin", "before", "after", "stat", "before", "after", "stat");
        for (Map.Entry<String, LegClosure> entry : new TreeMap<>(result.legs()).entrySet()) {
            List<BiasBin> even = entry.getValue().even();
            List<BiasBin> odd = entry.getValue().odd();
            for (int i = 0; i < even.size(); i++) {
                line(
                        "%-11s %-15s %s %s",
                        i == 0 ? entry.getKey() : "",
                        bin("eta", even.get(i)),
                        figures(even.get(i)),
                        figures(odd.get(i)));
            }
        }
    }

    private void parameters() {
        line("");
        line("parameters k' = k (1 + A - e k) + q M, k in 1/GeV, e in GeV, M in 1/GeV");
        line("%-6s %12s %11s %7s", "name", "value", "sigma", "pull");
        for (ParameterValue p : result.parameters()) {
            line("%-6s %+12.3e %11.1e %+7.1f", p.name(), p.value(), p.sigma(), p.value() / p.sigma());
        }
    }

    private void bias(String sample, String pairs, String bin, BiasBin bias) {
        line("%-11s %9s  %-15s %s", sample, pairs, bin, figures(bias));
    }

    private static String figures(BiasBin bin) {
        return String.format(
                Locale.ROOT,
                "%9.2f %9.2f %7.2f",
                PER_UNIT * bin.before(),
                PER_UNIT * bin.after(),
                PER_UNIT * bin.stat());
    }

    private static String bin(String quantity, BiasBin bin) {
        return String.format(Locale.ROOT, "%s %5.2f %5.2f", quantity, bin.low(), bin.high());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
