package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Whether a calibration closes: no mass bias of Upsilon or Z after calibration, inclusive or in a bin of eta or phi, is
 * larger than its limit by more than twice its statistical error,
 *
 * <pre>   |after| &lt;= limit + 2 stat.</pre>
 *
 * The J/psi is no test, because it is what was calibrated on. Empty bins say nothing. A bin with a bias before but none
 * after calibration, because the correction made a curvature negative, does not close.
 */
public final class ClosureVerdict {
    private static final double SIGMAS = 2;
    private static final List<String> TESTED = List.of("UPSILON_1S", "Z");

    /**
     * A bias beyond the limit.
     *
     * @param sample UPSILON_1S or Z
     * @param binning "inclusive", "by_eta" or "by_phi"
     */
    public record Excess(String sample, String binning, BiasBin bin, double limit) {
        private double sigmas() {
            return Double.isNaN(bin.after()) && !Double.isNaN(bin.before())
                    ? Double.POSITIVE_INFINITY
                    : (Math.abs(bin.after()) - limit) / bin.stat();
        }
    }

    private ClosureVerdict() {}

    /** All biases beyond their limit, those furthest beyond it in units of their error first. */
    public static List<Excess> excesses(Map<String, MassClosure> samples, BiasLimits limits) {
        List<Excess> figures = new ArrayList<>();
        for (String sample : TESTED) {
            MassClosure closure = samples.get(sample);
            if (closure != null) {
                figures.add(new Excess(sample, "inclusive", closure.inclusive(), limits.inclusive()));
                closure.byEta().forEach(bin -> figures.add(new Excess(sample, "by_eta", bin, limits.inEta())));
                closure.byPhi().forEach(bin -> figures.add(new Excess(sample, "by_phi", bin, limits.inPhi())));
            }
        }
        return figures.stream()
                .filter(figure -> figure.sigmas() > SIGMAS)
                .sorted(Comparator.comparingDouble(Excess::sigmas).reversed())
                .toList();
    }
}
