package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import org.sagitta.calibration.fit.ModelScore;

/** Models side by side, for people. */
public final class ModelTable {
    private ModelTable() {}

    /** Several lines, each with an end of line; criteria relative to the first model. */
    public static String of(List<ModelScore> scores) {
        StringBuilder text = new StringBuilder();
        ModelScore first = scores.get(0);
        line(
                text,
                "%-32s %5s %10s %10s %10s %18s %22s",
                "model",
                "par",
                "AIC",
                "AIC ideal",
                "BIC",
                "held out chi2",
                "held out bias [1e-5]");
        for (ModelScore score : scores) {
            line(
                    text,
                    "%-32s %5d %10.1f %10.1f %10.1f %11.1f / %4d %12.2f +- %6.2f",
                    score.name(),
                    score.parameters(),
                    score.scenario().aic() - first.scenario().aic(),
                    score.ideal().aic() - first.ideal().aic(),
                    score.bic() - first.bic(),
                    score.heldOutChi2(),
                    score.cells(),
                    1e5 * score.heldOutBias(),
                    1e5 * score.heldOutBiasSigma());
        }
        line(text, "");
        line(text, "AIC and BIC less those of the first model, smaller is better; BIC less that of the ideal world.");
        line(text, "Held out: fitted to one half of the J/psi, tested on the other; chi2 of mean residuals / cells.");
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
