package org.sagitta.data.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sagitta.geometry.detector.Subdetector;

/**
 * Amount of material relative to that of the sensor table, for both x/X0 and xi.
 *
 * @param factor on all sensors
 * @param regions further factors by |eta| of the sensor, not overlapping
 * @param subdetectors further factors by part of the tracker; parts not named have 1
 */
public record MaterialChoice(double factor, List<MaterialRegion> regions, Map<Subdetector, Double> subdetectors) {
    /** The material of the sensor table. */
    public static final MaterialChoice NOMINAL = new MaterialChoice(1, List.of(), Map.of());

    public MaterialChoice {
        regions = List.copyOf(regions);
        EnumMap<Subdetector, Double> ordered = new EnumMap<>(Subdetector.class);
        ordered.putAll(subdetectors);
        subdetectors = Collections.unmodifiableMap(ordered);
    }

    /** The product of all factors for a sensor of this part of the tracker with this |eta| of its centre. */
    public double factorAt(Subdetector subdetector, double absEta) {
        double product = factor * subdetectors.getOrDefault(subdetector, 1.0);
        for (MaterialRegion region : regions) {
            product *= region.contains(absEta) ? region.factor() : 1;
        }
        return product;
    }
}
