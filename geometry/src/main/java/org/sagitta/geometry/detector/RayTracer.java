package org.sagitta.geometry.detector;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.surface.Helix;

/** Straight rays from the origin: what a track without curvature would cross. */
public final class RayTracer {
    /** Longer than any ray inside the tracker, whose corner is 3 m from the origin [mm]. */
    private static final double RAY_LENGTH = 4000;

    private final SensorIndex index;

    public RayTracer(SensorIndex index) {
        this.index = index;
    }

    /**
     * The mean over rays at one pseudorapidity and equidistant azimuths phi_i = 2 pi (i + 1/2) / N.
     *
     * @param eta signed pseudorapidity, finite
     * @param phiSteps number of rays N, at least 1
     */
    public RaySummary mean(double eta, int phiSteps) {
        if (!Double.isFinite(eta) || phiSteps < 1) {
            throw new IllegalArgumentException(
                    "rays: eta = " + eta + ", phi steps = " + phiSteps + "; eta must be finite, steps at least 1");
        }
        Map<Subdetector, Double> sensors = zeros();
        Map<Subdetector, Double> layers = zeros();
        double xOverX0 = 0;
        double xi = 0;
        double theta = 2 * Math.atan(Math.exp(-eta));
        for (int i = 0; i < phiSteps; i++) {
            Vec3 along = Vec3.direction(2 * Math.PI * (i + 0.5) / phiSteps, theta);
            Map<Subdetector, Set<Integer>> met = new EnumMap<>(Subdetector.class);
            for (Crossing crossing : index.crossings(Helix.straight(Vec3.ZERO, along), RAY_LENGTH)) {
                Sensor sensor = crossing.sensor();
                MaterialSlab seen = sensor.material()
                        .scaled(1 / Math.abs(along.dot(sensor.plane().w())));
                Subdetector subdetector = sensor.address().subdetector();
                sensors.merge(subdetector, 1.0, Double::sum);
                met.computeIfAbsent(subdetector, s -> new HashSet<>())
                        .add(sensor.address().layer());
                xOverX0 += seen.xOverX0();
                xi += seen.xiGev();
            }
            met.forEach((subdetector, numbers) -> layers.merge(subdetector, (double) numbers.size(), Double::sum));
        }
        sensors.replaceAll((subdetector, n) -> n / phiSteps);
        layers.replaceAll((subdetector, n) -> n / phiSteps);
        return new RaySummary(sensors, layers, xOverX0 / phiSteps, xi / phiSteps);
    }

    private static Map<Subdetector, Double> zeros() {
        Map<Subdetector, Double> zeros = new EnumMap<>(Subdetector.class);
        for (Subdetector subdetector : Subdetector.values()) {
            zeros.put(subdetector, 0.0);
        }
        return zeros;
    }

    /** The mean of the rays at +eta and at -eta: the strip barrels are not the same at both ends. */
    public RaySummary meanOfBothEnds(double eta, int phiSteps) {
        return mean(eta, phiSteps).meanWith(mean(-eta, phiSteps));
    }
}
