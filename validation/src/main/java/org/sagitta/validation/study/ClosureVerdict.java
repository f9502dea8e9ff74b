package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a calibration closes: no mass bias of Upsilon or Z after calibration, inclusive or in a bin of eta or phi, is
 * larger than the limit by more than twice its statistical error,
 *
 * <pre>   |after| &lt;= max_bias + 2 stat.</pre>
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
    public record Excess(String sample, String binning, BiasBin bin) {}

    private ClosureVerdict() {}

    /** All biases beyond the limit, those furthest beyond it in units of their error first. */
    public static List<Excess> excesses(Map<String, MassClosure> samples, double maxBias) {
        List<Excess> found = new ArrayList<>();
        for (String sample : TESTED) {
            MassClosure closure = samples.get(sample);
            if (closure != null) {
                collect(found, sample, "inclusive", List.of(closure.inclusive()), maxBias);
                collect(found, sample, "by_eta", closure.byEta(), maxBias);
                collect(found, sample, "by_phi", closure.byPhi(), maxBias);
            }
        }
        found.sort((a, b) -> Double.compare(sigmas(b.bin(), maxBias), sigmas(a.bin(), maxBias)));
        return List.copyOf(found);
    }

    private static void collect(List<Excess> found, String sample, String binning, List<BiasBin> bins, double maxBias) {
        for (BiasBin bin : bins) {
            if (sigmas(bin, maxBias) > SIGMAS) {
                found.add(new Excess(sample, binning, bin));
            }
        }
    }

    private static double sigmas(BiasBin bin, double maxBias) {
        if (Double.isNaN(bin.after()) && !Double.isNaN(bin.before())) {
            return Double.POSITIVE_INFINITY;
        }
        return (Math.abs(bin.after()) - maxBias) / bin.stat();
    }
}
