package org.sagitta.validation.report;

import java.util.Locale;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakProjection;
import org.sagitta.validation.study.RealDataCalibrationResult;
import org.sagitta.validation.study.RealDataCalibrationResult.Peak;
import org.sagitta.validation.study.RealDataCalibrationResult.Variation;

/** The result of a calibration on real data as a short table. */
public final class RealDataCalibrationTable {
    /** Relative scales are shown in units of 1e-3. */
    private static final double UNIT = 1e-3;

    private RealDataCalibrationTable() {}

    /** The table, ending with a newline. */
    public static String of(RealDataCalibrationResult result) {
        StringBuilder text = new StringBuilder();
        line(text, "Curvature correction A, k' = k (1 + A), in units of 1e-3");
        line(text, "  %-22s %8s %8s", "legs", "A", "error");
        scale(text, "all", result.inclusive(), 0);
        EtaBinning bins = result.byEta().model().bins();
        for (int b = 0; b < bins.size(); b++) {
            scale(
                    text,
                    String.format(Locale.ROOT, "%.1f < |eta| < %.1f", bins.low(b), bins.high(b)),
                    result.byEta(),
                    b);
        }
        line(
                text,
                "  one A for all bins: chi2 %.1f / %d, probability %.2f",
                result.etaDependence(),
                bins.size() - 1,
                result.etaDependenceProbability());
        line(text, "  A with another choice:");
        result.variations().forEach(v -> variation(text, v));
        line(text, "");
        line(text, "Mass offset m / m_PDG - 1, in units of 1e-3; the Upsilon's error after contains that of A");
        line(text, "  %-28s %8s %8s %8s %8s", "sample", "before", "error", "after", "error");
        offset(text, "J/psi (calibrates)", result, result.jpsi());
        result.validation().ifPresent(peak -> {
            offset(text, "Upsilon (1S, 2S, 3S)", result, peak);
            line(text, "  Upsilon after the correction, in standard deviations: %.2f", deviations(result, peak));
            line(text, "  Upsilon after the correction with another choice:");
            peak.variations().forEach(v -> variation(text, v));
        });
        line(text, "");
        quality(text, "J/psi", result.jpsi());
        result.validation().ifPresent(peak -> quality(text, "Upsilon", peak));
        return text.toString();
    }

    private static double deviations(RealDataCalibrationResult result, Peak peak) {
        return peak.after().scale(0) / result.errorAfter(peak);
    }

    private static void scale(StringBuilder text, String name, PeakFit fit, int index) {
        line(text, "  %-22s %8.3f %8.3f", name, fit.scale(index) / UNIT, fit.scaleError(index) / UNIT);
    }

    private static void variation(StringBuilder text, Variation v) {
        line(text, "    %-28s %8.3f", v.name(), v.value() / UNIT);
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
