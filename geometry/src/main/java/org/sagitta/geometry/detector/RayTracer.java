package org.sagitta.geometry.detector;

import java.util.EnumMap;
import java.util.Map;
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
        Map<Subdetector, Double> sensors = new EnumMap<>(Subdetector.class);
        for (Subdetector subdetector : Subdetector.values()) {
            sensors.put(subdetector, 0.0);
        }
        double xOverX0 = 0;
        double xi = 0;
        double theta = 2 * Math.atan(Math.exp(-eta));
        for (int i = 0; i < phiSteps; i++) {
            Vec3 along = Vec3.direction(2 * Math.PI * (i + 0.5) / phiSteps, theta);
            for (Crossing crossing : index.crossings(Helix.straight(Vec3.ZERO, along), RAY_LENGTH)) {
                Sensor sensor = crossing.sensor();
                MaterialSlab seen = sensor.material()
                        .scaled(1 / Math.abs(along.dot(sensor.plane().w())));
                sensors.merge(sensor.address().subdetector(), 1.0, Double::sum);
                xOverX0 += seen.xOverX0();
                xi += seen.xiGev();
            }
        }
        sensors.replaceAll((subdetector, n) -> n / phiSteps);
        return new RaySummary(sensors, xOverX0 / phiSteps, xi / phiSteps);
    }

    /** The mean of the rays at +eta and at -eta: the strip barrels are not the same at both ends. */
    public RaySummary meanOfBothEnds(double eta, int phiSteps) {
        return mean(eta, phiSteps).meanWith(mean(-eta, phiSteps));
    }
}
