package org.sagitta.geometry.detector;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Factors that depend on where a sensor is, for {@link Tracker#scaleMaterial} and {@link Tracker#scaleResolution}. The
 * place is that of the sensor in the tracker that is scaled: scale first, displace afterwards.
 */
public final class SensorFactors {
    private SensorFactors() {}

    /** A factor for each subdetector named; one for the others. */
    public static ToDoubleFunction<Sensor> bySubdetector(Map<Subdetector, Double> factors) {
        Map<Subdetector, Double> copy = new EnumMap<>(Subdetector.class);
        copy.putAll(factors);
        return sensor -> copy.getOrDefault(sensor.address().subdetector(), 1.0);
    }

    /**
     * Steps in |eta| of the sensor's centre, seen from the origin.
     *
     * @param factorFrom from each key on, up to the next key, its value holds; below the first key the factor is one
     */
    public static ToDoubleFunction<Sensor> byAbsEta(NavigableMap<Double, Double> factorFrom) {
        NavigableMap<Double, Double> copy = new TreeMap<>(factorFrom);
        return sensor -> {
            Map.Entry<Double, Double> step =
                    copy.floorEntry(Math.abs(sensor.plane().origin().eta()));
            return step == null ? 1.0 : step.getValue();
        };
    }
}
