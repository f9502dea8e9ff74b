package org.sagitta.geometry.detector;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Means over a set of straight rays.
 *
 * @param sensors number of sensors crossed, for every subdetector; both sides of a double-sided module count
 * @param layers number of layers (barrel) and disks (endcap) crossed, for every subdetector
 * @param xOverX0 sum of x/X0 over |cos(angle to the normal)|
 * @param xiGev sum of xi over |cos| [GeV]
 */
public record RaySummary(
        Map<Subdetector, Double> sensors, Map<Subdetector, Double> layers, double xOverX0, double xiGev) {
    public RaySummary {
        sensors = Collections.unmodifiableMap(new EnumMap<>(sensors));
        layers = Collections.unmodifiableMap(new EnumMap<>(layers));
    }

    /** Sensors crossed in one subdetector. */
    public double sensors(Subdetector subdetector) {
        return sensors.getOrDefault(subdetector, 0.0);
    }

    /** Sensors crossed in the two pixel detectors. */
    public double pixelSensors() {
        return sum(sensors, true);
    }

    /** Sensors crossed in the four strip detectors. */
    public double stripSensors() {
        return sum(sensors, false);
    }

    /** Layers and disks crossed in the two pixel detectors. */
    public double pixelLayers() {
        return sum(layers, true);
    }

    /** Layers and disks crossed in the four strip detectors. */
    public double stripLayers() {
        return sum(layers, false);
    }

    /** The mean of two sets of equally many rays. */
    public RaySummary meanWith(RaySummary other) {
        return new RaySummary(
                mean(sensors, other.sensors),
                mean(layers, other.layers),
                0.5 * (xOverX0 + other.xOverX0),
                0.5 * (xiGev + other.xiGev));
    }

    private static Map<Subdetector, Double> mean(Map<Subdetector, Double> one, Map<Subdetector, Double> other) {
        Map<Subdetector, Double> mean = new EnumMap<>(Subdetector.class);
        one.forEach((s, n) -> mean.put(s, 0.5 * (n + other.getOrDefault(s, 0.0))));
        return mean;
    }

    private static double sum(Map<Subdetector, Double> numbers, boolean pixel) {
        return numbers.entrySet().stream()
                .filter(e -> e.getKey().isPixel() == pixel)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
