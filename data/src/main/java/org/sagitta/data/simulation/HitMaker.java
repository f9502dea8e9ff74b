package org.sagitta.data.simulation;

import java.util.Optional;
import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.Resolution;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/** What a sensor reports of a true crossing. */
final class HitMaker {
    private final SimulationEffects effects;

    HitMaker(SimulationEffects effects) {
        this.effects = effects;
    }

    /**
     * The hit of a crossing at the true (u, v) [mm]: a strip reports its coordinate, a pixel sensor u and v, each with a
     * Gaussian error of the sensor's resolution. Empty in the dead gap and with probability 1 - efficiency.
     */
    Optional<Hit> hit(Sensor sensor, double u, double v, Deviates deviates) {
        if (!sensor.outline().isActive(u, v) || !(deviates.efficiency() < effects.efficiency())) {
            return Optional.empty();
        }
        Resolution resolution = sensor.resolution();
        boolean smeared = effects.hitSmearing() == SimulationEffects.HitSmearing.GAUSSIAN;
        double errorU = smeared ? resolution.sigmaU() * deviates.smearU() : 0;
        double errorV = smeared ? resolution.sigmaV() * deviates.smearV() : 0;
        if (sensor.topology() instanceof StripTopology strips) {
            return Optional.of(new StripHit(sensor.index(), strips.coordinate(u, v) + errorU));
        }
        if (sensor.topology() instanceof PixelTopology) {
            return Optional.of(new PixelHit(sensor.index(), u + errorU, v + errorV));
        }
        throw new IllegalStateException("sensor " + sensor.name() + " has no known topology");
    }
}
