package org.sagitta.validation.report;

import java.util.Locale;
import org.sagitta.calibration.resolution.ResolutionTerms;
import org.sagitta.validation.study.SmearingResult;

/** Resolution of data, simulation and smeared simulation, for people. */
public final class SmearingTable {
    private static final double PERCENT = 100;

    private SmearingTable() {}

    /** Several lines, each with an end of line. */
    public static String of(SmearingResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "sigma_k^2/k^2 = a + b/(1 + d/pT^2) + c pT^2");
        line(text, "%-10s %-11s %10s %10s %12s %9s", "|eta|", "", "a", "b", "c [/GeV^2]", "d [GeV^2]");
        for (SmearingResult.Bin bin : result.bins()) {
            String range = String.format(Locale.ROOT, "%.1f..%.1f", bin.absEtaLow(), bin.absEtaHigh());
            terms(text, range, "data", bin.data());
            terms(text, "", "simulation", bin.simulation());
        }
        line(text, "");
        line(
                text,
                "sigma_k/k in %% from the width of the peak (in brackets half of the central 68 %% of k/k_true - 1)");
        line(text, "%-10s %4s %25s %25s %16s %6s", "|eta|", "pT", "data", "simulation", "smeared", "pull");
        for (SmearingResult.Bin bin : result.bins()) {
            for (SmearingResult.Point point : bin.points()) {
                line(
                        text,
                        "%.1f..%.1f   %4.0f %6.3f +- %5.3f (%6.3f) %6.3f +- %5.3f (%6.3f) %6.3f +- %5.3f %6.2f",
                        bin.absEtaLow(),
                        bin.absEtaHigh(),
                        point.pt(),
                        PERCENT * point.data().value(),
                        PERCENT * point.data().error(),
                        PERCENT * point.dataTruth(),
                        PERCENT * point.simulation().value(),
                        PERCENT * point.simulation().error(),
                        PERCENT * point.simulationTruth(),
                        PERCENT * point.smeared().value(),
                        PERCENT * point.smeared().error(),
                        point.pull());
            }
        }
        return text.toString();
    }

    private static void terms(StringBuilder text, String range, String what, ResolutionTerms terms) {
        line(text, "%-10s %-11s %10.3e %10.2e %12.3e %9.1f", range, what, terms.a(), terms.b(), terms.c(), terms.d());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
