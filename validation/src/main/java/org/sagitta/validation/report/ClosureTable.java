package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sagitta.calibration.fit.FitReport;
import org.sagitta.calibration.fit.ResidualCell;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.ClosureVerdict.Excess;
import org.sagitta.validation.study.LegClosure;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.ParameterValue;

/** The figures of a closure run as text for a terminal: at most 100 columns, the
 * summary last, plain ASCII, biases in units of 1e-4. */
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
        table.parameters();
        table.fit();
        table.legs();
        table.massesInBins();
        table.masses();
        table.foot();
        return table.out.toString();
    }

    /** One line that names a bias beyond the limit, its error and the limit. */
    public static String describe(Excess excess) {
        BiasBin bin = excess.bin();
        String where = excess.binning().equals("inclusive")
                ? "inclusive"
                : String.format(Locale.ROOT, "%s [%.2f, %.2f)", excess.binning(), bin.low(), bin.high());
        if (Double.isNaN(bin.after())) {
            return excess.sample() + " " + where
                    + ": the correction turns a curvature negative, there is no mass after it";
        }
        return String.format(
                Locale.ROOT,
                "%s %s: bias %+.2e +- %.1e exceeds %.1e by more than twice its error",
                excess.sample(),
                where,
                bin.after(),
                bin.stat(),
                excess.limit());
    }

    private void parameters() {
        line("parameters of k' = k (1 + A - e k) + q M, k = 1/pT; k and M in 1/GeV, e in GeV");
        String columns = String.format(Locale.ROOT, "%-8s %12s %9s %6s", "name", "value", "sigma", "pull");
        line("%s    %s", columns, columns);
        List<ParameterValue> all = result.parameters();
        int rows = (all.size() + 1) / 2;
        for (int i = 0; i < rows; i++) {
            line("%s    %s", figures(all.get(i)), i + rows < all.size() ? figures(all.get(i + rows)) : "");
        }
    }

    private void fit() {
        FitReport fit = result.calibration();
        line("");
        line(
                "fit to %d J/psi: %d steps (ideal world: %d), robust chi2 per pair %.3f, cells %.1f / %d",
                fit.pairs(), fit.iterations(), fit.idealIterations(), fit.robustChi2(), fit.cellChi2(), fit.cells());
        line("cells that are pulled most [1e-4]");
        for (ResidualCell cell : fit.mostPulled()) {
            line(
                    "%s %5.2f .. %5.2f, %s %5.2f .. %5.2f: %8.2f +- %5.2f  (%+.1f sigma)",
                    cell.grid().first(),
                    cell.firstLow(),
                    cell.firstHigh(),
                    cell.grid().second(),
                    cell.secondLow(),
                    cell.secondHigh(),
                    PER_UNIT * cell.mean(),
                    PER_UNIT * cell.sigma(),
                    cell.pull());
        }
    }

    private void legs() {
        Map<String, List<BiasBin>> even = new TreeMap<>();
        Map<String, List<BiasBin>> odd = new TreeMap<>();
        result.legs().forEach((name, legs) -> even.put(name, legs.even()));
        result.legs().forEach((name, legs) -> odd.put(name, legs.odd()));
        bins("single legs, charge-even part of k/k_true - 1 [1e-4]", "eta", even);
        bins("single legs, charge-odd part of k/k_true - 1 [1e-4]", "eta", odd);
        LegClosure at45 = result.legsAt45Gev();
        bins("legs of the Z at 45 GeV, k/k_true - 1 [1e-4]", "eta", Map.of("EVEN", at45.even(), "ODD", at45.odd()));
    }

    private void massesInBins() {
        Map<String, List<BiasBin>> eta = new TreeMap<>();
        Map<String, List<BiasBin>> phi = new TreeMap<>();
        result.samples().forEach((name, closure) -> eta.put(name, closure.byEta()));
        result.samples().forEach((name, closure) -> phi.put(name, closure.byPhi()));
        bins("mass bias m/m_target - 1 [1e-4] in eta of the positive muon", "eta", eta);
        bins("mass bias m/m_target - 1 [1e-4] in phi of the positive muon", "phi", phi);
    }

    /** One row for each bin, three columns for each sample. */
    private void bins(String title, String quantity, Map<String, List<BiasBin>> columnGroups) {
        Map<String, List<BiasBin>> samples = new TreeMap<>(columnGroups);
        line("");
        line("%s", title);
        StringBuilder names = new StringBuilder(String.format(Locale.ROOT, "%-13s", ""));
        StringBuilder columns = new StringBuilder(String.format(Locale.ROOT, "%-13s", quantity));
        for (String name : samples.keySet()) {
            names.append(String.format(Locale.ROOT, "%27s", name));
            columns.append(String.format(Locale.ROOT, "%11s %8s %6s", "before", "after", "stat"));
        }
        line("%s", names);
        line("%s", columns);
        int rows = samples.values().stream().mapToInt(List::size).min().orElse(0);
        for (int i = 0; i < rows; i++) {
            StringBuilder row = new StringBuilder();
            for (List<BiasBin> bins : samples.values()) {
                if (row.length() == 0) {
                    row.append(String.format(
                            Locale.ROOT,
                            "%5.2f .. %5.2f",
                            bins.get(i).low(),
                            bins.get(i).high()));
                }
                row.append(figures(bins.get(i)));
            }
            line("%s", row);
        }
    }

    private void masses() {
        line("");
        line("mass bias m/m_target - 1 [1e-4], inclusive");
        line("%-13s %10s %11s %8s %6s", "sample", "pairs", "before", "after", "stat");
        for (Map.Entry<String, MassClosure> entry : new TreeMap<>(result.samples()).entrySet()) {
            int pairs = result.events().getOrDefault(entry.getKey(), 0);
            line(
                    "%-13s %10d %s",
                    entry.getKey(), pairs, figures(entry.getValue().inclusive()));
        }
    }

    private void foot() {
        line("");
        line(
                "scenario %s, seed %d, %d threads, %.1f s, version %s",
                result.scenario(), result.seed(), result.threads(), result.wallSeconds(), result.version());
    }

    private static String figures(BiasBin bin) {
        return String.format(
                Locale.ROOT,
                "%11.2f %8.2f %6.2f",
                PER_UNIT * bin.before(),
                PER_UNIT * bin.after(),
                PER_UNIT * bin.stat());
    }

    private static String figures(ParameterValue p) {
        return String.format(
                Locale.ROOT, "%-8s %+12.4e %9.1e %+6.1f", p.name(), p.value(), p.sigma(), p.value() / p.sigma());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
