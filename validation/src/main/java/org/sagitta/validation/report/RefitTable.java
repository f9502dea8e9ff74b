package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sagitta.data.io.ig.IgEventName;
import org.sagitta.geometry.units.Units;
import org.sagitta.validation.study.RefitBin;
import org.sagitta.validation.study.RefitChoice;
import org.sagitta.validation.study.RefitComparison;
import org.sagitta.validation.study.RefitDifferences;
import org.sagitta.validation.study.RefitEffect;
import org.sagitta.validation.study.RefitResult;
import org.sagitta.validation.study.Spread;
import org.sagitta.validation.study.TrackComparison;

/** The refit of recorded tracks as a short table. */
public final class RefitTable {
    private static final double PER_MILLE = 1e-3;

    private RefitTable() {}

    /** What tables and figures of this result carry. */
    static String title(RefitResult result) {
        return result.label() + ", refit with Sagitta";
    }

    /** In which belief, in words. */
    static String belief(RefitChoice choice) {
        return String.format(
                Locale.ROOT,
                "field %s, %s mass, energy loss %s",
                choice.field(),
                choice.particle().name().toLowerCase(Locale.ROOT),
                choice.energyLoss().name().toLowerCase(Locale.ROOT));
    }

    /** The table, ending with a newline. */
    public static String of(RefitResult result) {
        StringBuilder text = new StringBuilder();
        RefitChoice choice = result.choice();
        line(text, "%s: %s", title(result), belief(choice));
        line(
                text,
                "%s: tracks with listed pT > %s GeV and at least %d hits",
                result.events().stream().map(IgEventName::toString).collect(Collectors.joining(", ")),
                choice.ptMinGev(),
                choice.minHits());
        result.leftOut().forEach(e -> line(text, "%s is left out: %s", e.event(), e.reason()));
        line(text, "");
        RefitComparison comparison = result.comparison();
        differences(text, comparison);
        line(text, "");
        quality(text, comparison);
        line(text, "");
        effects(text, result);
        return text.toString();
    }

    private static List<RefitBin> bins(RefitComparison comparison) {
        return Stream.of(List.of(comparison.all()), comparison.byEta(), comparison.byPt())
                .flatMap(List::stream)
                .toList();
    }

    private static void differences(StringBuilder text, RefitComparison comparison) {
        line(text, "Fitted minus listed at the listed point: median and half width of the central 68 %%");
        line(
                text,
                "  %-19s %-23s %-14s %-14s %-14s %-14s",
                "",
                "pT ratio - 1 [1e-3]",
                "eta [1e-3]",
                "phi [1e-3]",
                "d0 [um]",
                "z0 [um]");
        for (RefitBin bin : bins(comparison)) {
            RefitDifferences d = bin.differences();
            line(
                    text,
                    "  %-19s %s %s %s %s %s",
                    bin.name(),
                    withError(d.pt()),
                    pair(d.eta(), PER_MILLE, 2),
                    pair(d.phi(), PER_MILLE, 2),
                    pair(d.d0(), Units.UM, 1),
                    pair(d.z0(), Units.UM, 1));
        }
    }

    private static String withError(Spread spread) {
        return String.format(
                Locale.ROOT,
                "%7.2f +- %4.2f /%6.2f ",
                spread.median() / PER_MILLE,
                spread.medianError() / PER_MILLE,
                spread.halfWidth() / PER_MILLE);
    }

    private static String pair(Spread spread, double unit, int decimals) {
        return String.format(
                Locale.ROOT,
                "%6." + decimals + "f /%6." + decimals + "f",
                spread.median() / unit,
                spread.halfWidth() / unit);
    }

    private static void quality(StringBuilder text, RefitComparison comparison) {
        line(
                text,
                "  %-19s %7s %7s %7s %12s %18s %18s",
                "",
                "tracks",
                "fitted",
                "good",
                "same charge",
                "median chi2/ndof",
                "of the listed");
        for (RefitBin bin : bins(comparison)) {
            line(
                    text,
                    "  %-19s %7d %7d %7d %12d %18.2f %18.2f",
                    bin.name(),
                    bin.tracks(),
                    bin.fitted(),
                    bin.good(),
                    bin.sameCharge(),
                    bin.chi2PerNdof(),
                    bin.listedChi2PerNdof());
        }
        line(
                text,
                "  good: fitted with chi2/ndof < %.0f, %.1f %% of the tracks; no fit: %s",
                TrackComparison.LARGEST_GOOD_CHI2,
                100 * comparison.all().goodFraction().orElse(Double.NaN),
                failures(comparison.failures()));
    }

    private static String failures(Map<String, Integer> failures) {
        return failures.isEmpty()
                ? "none"
                : failures.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static void effects(StringBuilder text, RefitResult result) {
        line(text, "Another choice: median of pT(other) / pT(chosen) - 1 [1e-3]");
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "  %-32s %8s", "", "all"));
        result.comparison().byEta().forEach(bin -> head.append(String.format(Locale.ROOT, " %19s", bin.name())));
        line(text, "%s", head);
        for (RefitEffect effect : result.effects()) {
            StringBuilder row = new StringBuilder(String.format(
                    Locale.ROOT, "  %-32s %8.2f", effect.name(), effect.all().median() / PER_MILLE));
            effect.byEta().forEach(s -> row.append(String.format(Locale.ROOT, " %19.2f", s.median() / PER_MILLE)));
            line(text, "%s", row);
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
