package org.sagitta.data.simulation;

import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.material.MaterialKick;

/**
 * Draws what the matter of a sensor does to a muon. Loss and angles follow from the momentum on arrival: energy loss is
 * Gaussian about its mean, and the direction turns by two independent Gaussian projected angles,
 * T' = unit(T + tan(a1) e1 + tan(a2) e2) with e1 horizontal and e2 = T x e1.
 */
final class MatterPassage {
    private final MaterialEffects material;
    private final SimulationEffects effects;

    MatterPassage(MaterialEffects material, SimulationEffects effects) {
        this.material = material;
        this.effects = effects;
    }

    /**
     * The muon behind the matter.
     *
     * @param direction unit vector
     * @param momentum [GeV]; zero if the muon stopped
     */
    record Behind(Vec3 direction, double momentum) {}

    Behind pass(Sensor sensor, Vec3 direction, double momentum, Deviates deviates) {
        double cosine = direction.dot(sensor.plane().w());
        MaterialKick kick = material.crossing(momentum, cosine, sensor.material());
        double left = material.particle().momentumAfterLoss(momentum, loss(kick, deviates));
        return new Behind(scattered(direction, kick, deviates), left);
    }

    private double loss(MaterialKick kick, Deviates deviates) {
        return switch (effects.energyLoss()) {
            case NONE -> 0;
            case MEAN -> kick.energyLoss();
            case STRAGGLING -> kick.energyLoss() + Math.sqrt(kick.energyLossVariance()) * deviates.loss();
        };
    }

    private Vec3 scattered(Vec3 direction, MaterialKick kick, Deviates deviates) {
        if (effects.scattering() == SimulationEffects.Scattering.NONE) {
            return direction;
        }
        Vec3 e1 = horizontal(direction);
        Vec3 e2 = direction.cross(e1);
        return direction
                .plus(Math.tan(kick.theta0() * deviates.scatter1()), e1)
                .plus(Math.tan(kick.theta0() * deviates.scatter2()), e2)
                .unit();
    }

    /** A unit vector across the direction and the z axis; the x axis for a muon along z. */
    private static Vec3 horizontal(Vec3 direction) {
        double across = direction.perp();
        return across > 0 ? new Vec3(-direction.y() / across, direction.x() / across, 0) : new Vec3(1, 0, 0);
    }
}
