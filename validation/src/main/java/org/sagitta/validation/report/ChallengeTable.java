package org.sagitta.validation.report;

import java.util.Locale;
import org.sagitta.validation.challenge.ChallengeScore;
import org.sagitta.validation.study.BiasBin;

/** The score of an answer to a challenge, for people. */
public final class ChallengeTable {
    private static final double PPM = 1e-6;

    private ChallengeTable() {}

    /** Several lines, each with an end of line. */
    public static String of(String id, ChallengeScore score) {
        StringBuilder text = new StringBuilder();
        for (ChallengeScore.Part part : score.parts()) {
            if (part.bins().size() > 1) {
                bins(text, part);
            }
        }
        line(
                text,
                "%-30s %9s %9s %9s %17s %10s",
                "part",
                "limit/ppm",
                "score",
                "before",
                "largest bias/ppm",
                "chi2/bins");
        for (ChallengeScore.Part part : score.parts()) {
            double largest = part.bins().stream()
                    .mapToDouble(BiasBin::after)
                    .reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) || Double.isNaN(b) ? b : a);
            String chi2 = String.format(
                    Locale.ROOT, "%.1f/%d", part.chi2(), part.bins().size());
            line(
                    text,
                    "%-30s %9.0f %9.2f %9.2f %17.1f %10s",
                    part.name(),
                    part.limit() / PPM,
                    part.score(),
                    part.scoreBefore(),
                    largest / PPM,
                    chi2);
        }
        line(text, "");
        line(
                text,
                "challenge %s: score %.3f (without correction %.2f); smaller is better, 1 is at the limits",
                id,
                score.total(),
                score.totalBefore());
        return text.toString();
    }

    private static void bins(StringBuilder text, ChallengeScore.Part part) {
        line(text, "%s: bias before and after correction, error [ppm]", part.name());
        for (BiasBin bin : part.bins()) {
            line(
                    text,
                    "  %5.2f .. %5.2f %10.1f %10.1f %8.1f",
                    bin.low(),
                    bin.high(),
                    bin.before() / PPM,
                    bin.after() / PPM,
                    bin.stat() / PPM);
        }
        line(text, "");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
