package org.sagitta.geometry.detector;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Means over a set of straight rays.
 *
 * @param sensors number of sensors crossed, for every subdetector; both sides of a double-sided module count
 * @param xOverX0 sum of x/X0 over |cos(angle to the normal)|
 * @param xiGev sum of xi over |cos| [GeV]
 */
public record RaySummary(Map<Subdetector, Double> sensors, double xOverX0, double xiGev) {
    public RaySummary {
        sensors = Collections.unmodifiableMap(new EnumMap<>(sensors));
    }

    /** Sensors crossed in one subdetector. */
    public double sensors(Subdetector subdetector) {
        return sensors.getOrDefault(subdetector, 0.0);
    }

    /** Sensors crossed in the two pixel detectors. */
    public double pixelSensors() {
        return sum(true);
    }

    /** Sensors crossed in the four strip detectors. */
    public double stripSensors() {
        return sum(false);
    }

    /** The mean of two sets of equally many rays. */
    public RaySummary meanWith(RaySummary other) {
        Map<Subdetector, Double> mean = new EnumMap<>(Subdetector.class);
        sensors.forEach((s, n) -> mean.put(s, 0.5 * (n + other.sensors(s))));
        return new RaySummary(mean, 0.5 * (xOverX0 + other.xOverX0), 0.5 * (xiGev + other.xiGev));
    }

    private double sum(boolean pixel) {
        return sensors.entrySet().stream()
                .filter(e -> e.getKey().isPixel() == pixel)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
