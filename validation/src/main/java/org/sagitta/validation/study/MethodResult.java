package org.sagitta.validation.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of one calibration method.
 *
 * @param name short name of the method
 * @param description one line
 * @param pairs measured pairs that it calibrated on, by resonance
 * @param masses mass closure of held-out pairs, by resonance
 * @param oddAt45 charge-odd scale of legs of held-out Z at 45 GeV, in bins of eta
 * @param errors statistical errors of the calibration
 * @param cpuSeconds processor time of the calibration
 * @param unsettled what of the calibration had not settled at its end; empty if it has. Without a correction there are no
 *     figures either
 */
public record MethodResult(
        String name,
        String description,
        Map<String, Integer> pairs,
        Map<String, MassClosure> masses,
        List<BiasBin> oddAt45,
        Repeatability errors,
        double cpuSeconds,
        Optional<String> unsettled) {
    /** Keeps copies, in the order given. */
    public MethodResult {
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        masses = Collections.unmodifiableMap(new LinkedHashMap<>(masses));
        oddAt45 = List.copyOf(oddAt45);
    }

    /** A method that found no correction. */
    public static MethodResult withoutFigures(
            String name, String description, Map<String, Integer> pairs, double cpuSeconds, String why) {
        return new MethodResult(
                name, description, pairs, Map.of(), List.of(), Repeatability.UNKNOWN, cpuSeconds, Optional.of(why));
    }

    /** The bin with the largest |bias| after calibration, of those that hold something. */
    public static double worst(List<BiasBin> bins) {
        double worst = 0;
        for (BiasBin bin : bins) {
            if (Double.isFinite(bin.after()) && Math.abs(bin.after()) > Math.abs(worst)) {
                worst = bin.after();
            }
        }
        return worst;
    }

    /** Quadratic mean of the bias after calibration over the bins that hold something. */
    public static double rms(List<BiasBin> bins) {
        return Math.sqrt(bins.stream()
                .mapToDouble(BiasBin::after)
                .filter(Double::isFinite)
                .map(x -> x * x)
                .average()
                .orElse(Double.NaN));
    }

    /** Measured pairs of each resonance that an error of {@code wanted} on the mass scale of the Z needs. */
    public Map<String, Double> pairsNeeded(double wanted) {
        Map<String, Double> needed = new LinkedHashMap<>();
        pairs.forEach((resonance, n) -> needed.put(resonance, n * errors.timesTheSample(wanted)));
        return needed;
    }
}
