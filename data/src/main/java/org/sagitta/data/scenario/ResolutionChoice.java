package org.sagitta.data.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.sagitta.geometry.detector.Subdetector;

/**
 * Standard deviations of measured positions relative to those of the sensor table. In the truth it is the error that hits
 * have, in the reconstruction the error that the fit assigns.
 *
 * @param factor on all sensors
 * @param subdetectors further factors by part of the tracker; parts not named have 1
 */
public record ResolutionChoice(double factor, Map<Subdetector, Double> subdetectors) {
    /** The resolution of the sensor table. */
    public static final ResolutionChoice NOMINAL = new ResolutionChoice(1, Map.of());

    public ResolutionChoice {
        EnumMap<Subdetector, Double> ordered = new EnumMap<>(Subdetector.class);
        ordered.putAll(subdetectors);
        subdetectors = Collections.unmodifiableMap(ordered);
    }

    /** The product of both factors for sensors of this part of the tracker. */
    public double factorAt(Subdetector subdetector) {
        return factor * subdetectors.getOrDefault(subdetector, 1.0);
    }
}
