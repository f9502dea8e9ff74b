package org.sagitta.data.simulation;

import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.Resolution;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.kalman.batch.HitBlock;

/** What a sensor reports of a true crossing. */
final class HitMaker {
    private final SimulationEffects effects;

    HitMaker(SimulationEffects effects) {
        this.effects = effects;
    }

    /**
     * Adds the hit of a crossing at the true (u, v) [mm]: a strip reports its coordinate, a pixel sensor u and v, each
     * with a Gaussian error of the sensor's resolution. No hit in the dead gap and with probability 1 - efficiency.
     */
    void hit(int sensor, SensorType type, double u, double v, Deviates deviates, HitBlock into) {
        if (!type.outline().isActive(u, v) || !(deviates.efficiency < effects.efficiency())) {
            return;
        }
        Resolution resolution = type.resolution();
        boolean smeared = effects.hitSmearing() == SimulationEffects.HitSmearing.GAUSSIAN;
        double errorU = smeared ? resolution.sigmaU() * deviates.smearU : 0;
        double errorV = smeared ? resolution.sigmaV() * deviates.smearV : 0;
        if (type.topology() instanceof StripTopology strips) {
            into.addStrip(sensor, strips.coordinate(u, v) + errorU);
        } else if (type.topology() instanceof PixelTopology) {
            into.addPixel(sensor, u + errorU, v + errorV);
        } else {
            throw new IllegalStateException("sensor " + sensor + " has no known topology");
        }
    }
}
