package org.sagitta.validation.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.sagitta.validation.study.PullBin;
import org.sagitta.validation.study.PullResult;
import org.sagitta.validation.study.PullStatistic;

/** The result of a scan of pulls for people: all muons together, the worst bins, what failed. */
public final class PullTable {
    /** Entries of a bin from which it may be called the worst. */
    private static final long FEWEST = 100;

    private PullTable() {}

    /** Several lines, each with an end of line. */
    public static String of(PullResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "%-10s %18s %18s %9s", "parameter", "mean", "width", "beyond 5");
        for (PullStatistic pull : result.pulls()) {
            line(text, "%-10s %s", pull.parameter(), figures(pull));
        }
        line(text, "");
        worst(text, result.bins(), "mean", pull -> Math.abs(pull.mean()));
        worst(text, result.bins(), "width", pull -> Math.abs(pull.width() - 1));
        int probabilities = result.chi2Probability().size();
        line(text, "chi2 probability in %d bins: %s", probabilities, result.chi2Probability());
        line(text, "chi2 against flat: %.1f for %d degrees of freedom", result.flatnessChi2(), probabilities - 1);
        line(text, "");
        line(
                text,
                "clean tracks: %d, fitted %d, with a NaN %d, with a covariance that is not positive %d",
                result.clean(),
                result.tracks(),
                result.notANumber(),
                result.notPositive());
        line(text, "clean tracks not fitted, by reason: %s", byReason(result.failures()));
        line(text, "other tracks, by how the fit ended: %s", byReason(result.others()));
        return text.toString();
    }

    private static String figures(PullStatistic pull) {
        return String.format(
                Locale.ROOT,
                "%8.4f +- %6.4f %8.4f +- %6.4f %9d",
                pull.mean(),
                pull.meanError(),
                pull.width(),
                pull.widthError(),
                pull.beyondFive());
    }

    /** The bin in which a figure of each parameter is farthest from what it should be. */
    private static void worst(
            StringBuilder text, List<PullBin> bins, String figure, ToDoubleFunction<PullStatistic> deviation) {
        List<PullBin> filled =
                bins.stream().filter(bin -> bin.tracks() >= FEWEST).toList();
        if (filled.isEmpty()) {
            return;
        }
        line(text, "worst bin by %s, of %d with at least %d tracks", figure, filled.size(), FEWEST);
        for (int i = 0; i < filled.get(0).pulls().size(); i++) {
            int n = i;
            PullBin bin = filled.stream()
                    .max(Comparator.comparingDouble(
                            b -> deviation.applyAsDouble(b.pulls().get(n))))
                    .orElseThrow();
            PullStatistic pull = bin.pulls().get(i);
            line(
                    text,
                    "%-10s %s  eta %6.3f .. %6.3f, pT %.4g .. %.4g GeV",
                    pull.parameter(),
                    figures(pull),
                    bin.etaLow(),
                    bin.etaHigh(),
                    bin.ptLow(),
                    bin.ptHigh());
        }
        line(text, "");
    }

    private static String byReason(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
