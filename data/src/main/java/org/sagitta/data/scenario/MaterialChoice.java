package org.sagitta.data.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sagitta.geometry.detector.Subdetector;

/**
 * Where the material is, and how much there is relative to nominal, for both x/X0 and xi.
 *
 * @param factor on all sensors and passive surfaces
 * @param regions further factors by |eta| of the centre of a sensor or of the place on a passive surface, not overlapping
 * @param subdetectors further factors by part of the tracker; parts not named have 1
 */
public record MaterialChoice(
        MaterialModel model, double factor, List<MaterialRegion> regions, Map<Subdetector, Double> subdetectors) {
    /** The material of the sensor table, on the planes of the sensors. */
    public static final MaterialChoice NOMINAL = new MaterialChoice(1, List.of(), Map.of());

    public MaterialChoice {
        regions = List.copyOf(regions);
        EnumMap<Subdetector, Double> ordered = new EnumMap<>(Subdetector.class);
        ordered.putAll(subdetectors);
        subdetectors = Collections.unmodifiableMap(ordered);
    }

    /** Material on the planes of the sensors. */
    public MaterialChoice(double factor, List<MaterialRegion> regions, Map<Subdetector, Double> subdetectors) {
        this(MaterialModel.PLANES, factor, regions, subdetectors);
    }

    /** The same amount elsewhere. */
    public MaterialChoice withModel(MaterialModel other) {
        return new MaterialChoice(other, factor, regions, subdetectors);
    }

    /** The |eta| at which the factor may change. */
    public List<Double> absEtaEdges() {
        return regions.stream()
                .flatMap(region -> Stream.of(region.absEtaMin(), region.absEtaMax()))
                .toList();
    }

    /** The product of all factors for a place in this part of the tracker with this |eta|, seen from the origin. */
    public double factorAt(Subdetector subdetector, double absEta) {
        double product = factor * subdetectors.getOrDefault(subdetector, 1.0);
        for (MaterialRegion region : regions) {
            product *= region.contains(absEta) ? region.factor() : 1;
        }
        return product;
    }
}
