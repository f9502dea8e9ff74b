package org.sagitta.validation.report;

import java.util.Locale;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakProjection;
import org.sagitta.calibration.peak.ScaleModel;
import org.sagitta.validation.study.RealDataCalibrationResult;
import org.sagitta.validation.study.RealDataCalibrationResult.Peak;
import org.sagitta.validation.study.RealDataCalibrationResult.Variation;
import org.sagitta.validation.study.RealDataCounts;
import org.sagitta.validation.study.RealDataModel;

/** The result of a calibration on real data as a short table. */
public final class RealDataCalibrationTable {
    /** Relative scales are shown in units of 1e-3, and so e in MeV and M in 1/TeV. */
    private static final double UNIT = 1e-3;

    private RealDataCalibrationTable() {}

    /** The table, ending with a newline. */
    public static String of(RealDataCalibrationResult result) {
        StringBuilder text = new StringBuilder();
        counts(text, "J/psi", result.jpsi());
        result.validation().ifPresent(peak -> counts(text, "Upsilon", peak));
        line(text, "");
        scales(text, result);
        line(text, "");
        models(text, result);
        line(text, "");
        line(text, "With another choice, in the same units:");
        result.variations().forEach(v -> line(text, "  %-8s %-26s %s", v.model(), v.name(), parameters(v.fit())));
        line(text, "");
        offsets(text, result);
        line(text, "");
        quality(text, "J/psi", result.jpsi());
        result.validation().ifPresent(peak -> quality(text, "Upsilon", peak));
        return text.toString();
    }

    private static void counts(StringBuilder text, String name, Peak peak) {
        RealDataCounts counts = peak.counts();
        line(
                text,
                "%-8s %d pairs of %d rows; left out: %d of equal charge, %d with fewer than two muons;"
                        + " %d rows hold two track fits (pt is not that of px, py)",
                name,
                counts.pairs(),
                counts.rows(),
                counts.sameSign(),
                counts.fewMuons(),
                counts.twoFits());
    }

    private static void scales(StringBuilder text, RealDataCalibrationResult result) {
        line(text, "Curvature correction A, k' = k (1 + A), in units of 1e-3");
        line(text, "  %-22s %8s %8s", "legs", "A", "error");
        scale(text, "all", result.inclusive(), 0);
        EtaBinning bins = result.byEta().model().bins();
        for (int b = 0; b < bins.size(); b++) {
            String legs = String.format(Locale.ROOT, "%.1f < |eta| < %.1f", bins.low(b), bins.high(b));
            scale(text, legs, result.byEta(), b);
        }
        line(
                text,
                "  one A for all bins: chi2 %.1f / %d, probability %.2f",
                result.etaDependence(),
                bins.size() - 1,
                result.etaDependenceProbability());
    }

    private static void models(StringBuilder text, RealDataCalibrationResult result) {
        line(text, "Models k' = k (1 + A - e k) + q M, k = 1/pT; A in 1e-3, e in MeV, M in 1/TeV");
        line(text, "  p: chance of so much gain over the model extended, (p) with measured momenta;");
        line(
                text,
                "  a step is taken if both are below %.2f. Chosen, and in correction.json: %s",
                result.significance(),
                result.chosen().name());
        line(
                text,
                "  %-18s %3s %11s %6s %6s %6s   Upsilon after, fit, calibration; parameters",
                "model",
                "n",
                "-2 ln L",
                "gain",
                "p",
                "(p)");
        result.models().forEach(model -> model(text, model));
        line(
                text,
                "  correlation of A and e in '%s': %.3f",
                "A, e",
                correlation(result.model("A, e").fit()));
    }

    private static double correlation(PeakFit fit) {
        return fit.scaleCovariance(0, 1) / (fit.scaleError(0) * fit.scaleError(1));
    }

    private static void model(StringBuilder text, RealDataModel model) {
        String step = model.step()
                .map(s -> String.format(
                        Locale.ROOT, "%6.2f %6.3f %6.3f", s.improvement(), s.probability(), s.probabilityMeasured()))
                .orElse(String.format(Locale.ROOT, "%6s %6s %6s", "", "", ""));
        String closure = model.closure()
                .map(c -> String.format(
                        Locale.ROOT,
                        "%7.3f +- %.3f +- %.3f;",
                        c.offset() / UNIT,
                        c.fitSigma() / UNIT,
                        c.calibrationSigma() / UNIT))
                .orElse("");
        line(
                text,
                "  %-18s %3d %11.2f %s   %s %s",
                model.name(),
                model.fit().parameterCount(),
                model.minusTwoLogLikelihood(),
                step,
                closure,
                parameters(model.fit()));
    }

    private static String parameters(PeakFit fit) {
        ScaleModel scale = fit.model().scale();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < scale.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s%s %.3f +- %.3f",
                    i == 0 ? "" : ", ",
                    scale.names().get(i),
                    fit.scale(i) / UNIT,
                    fit.scaleError(i) / UNIT));
        }
        return text.toString();
    }

    private static void offsets(StringBuilder text, RealDataCalibrationResult result) {
        line(text, "Mass offset m / m_PDG - 1, in units of 1e-3, before and after correction.json;");
        line(text, "the Upsilon's error after contains that of the correction");
        line(text, "  %-28s %8s %8s %8s %8s", "sample", "before", "error", "after", "error");
        offset(text, "J/psi (calibrates)", result, result.jpsi());
        result.validation().ifPresent(peak -> {
            offset(text, "Upsilon (1S, 2S, 3S)", result, peak);
            result.chosen()
                    .closure()
                    .ifPresent(
                            c -> line(text, "  Upsilon after the correction, in standard deviations: %.2f", c.pull()));
            line(text, "  Upsilon after the correction with another choice:");
            peak.variations().forEach(v -> variation(text, v));
        });
    }

    private static void scale(StringBuilder text, String name, PeakFit fit, int index) {
        line(text, "  %-22s %8.3f %8.3f", name, fit.scale(index) / UNIT, fit.scaleError(index) / UNIT);
    }

    private static void variation(StringBuilder text, Variation v) {
        line(text, "    %-28s %8.3f", v.name(), v.fit().scale(0) / UNIT);
    }

    private static void offset(StringBuilder text, String name, RealDataCalibrationResult result, Peak peak) {
        line(
                text,
                "  %-28s %8.3f %8.3f %8.3f %8.3f",
                name,
                peak.before().scale(0) / UNIT,
                peak.before().scaleError(0) / UNIT,
                peak.after().scale(0) / UNIT,
                result.errorAfter(peak) / UNIT);
    }

    private static void quality(StringBuilder text, String name, Peak peak) {
        PeakProjection projection = peak.projection();
        line(
                text,
                "%s fit: %d pairs from %.2f to %.2f GeV, chi2 %.1f in %d bins with %d parameters,"
                        + " probability %.2f to %.2f",
                name,
                peak.after().quality().pairs(),
                peak.after().model().window().low(),
                peak.after().model().window().high(),
                projection.chi2(),
                projection.observed().size(),
                projection.fittedParameters(),
                projection.probabilityAtLeast(),
                projection.probabilityAtMost());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
