package org.sagitta.data.simulation;

import org.sagitta.data.simulation.matter.LandauLoss;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.material.MaterialKick;

/**
 * Draws what the matter of a sensor does to a muon. Loss and angles follow from the momentum on arrival: energy is lost
 * as {@link SimulationEffects.EnergyLoss} says, and the direction turns by two independent Gaussian projected angles,
 * T' = unit(T + tan(a1) e1 + tan(a2) e2) with e1 horizontal and e2 = T x e1.
 */
final class MatterPassage {
    /** The energy [GeV] that is lost by ionisation. */
    private interface Loss {
        /**
         * @param kick effects of the crossing as the track fit has them
         * @param xi of the matter along the track [GeV]
         * @param deviate standard normal
         */
        double of(MaterialKick kick, double momentum, double xi, double deviate);
    }

    private final MaterialEffects material;
    private final SimulationEffects effects;
    private final Loss ionisation;

    MatterPassage(MaterialEffects material, SimulationEffects effects) {
        this.material = material;
        this.effects = effects;
        this.ionisation = ionisation(material, effects.energyLoss());
    }

    private static Loss ionisation(MaterialEffects material, SimulationEffects.EnergyLoss choice) {
        return switch (choice) {
            case NONE -> (kick, momentum, xi, deviate) -> 0;
            case MEAN -> (kick, momentum, xi, deviate) -> kick.energyLoss();
            case STRAGGLING ->
                (kick, momentum, xi, deviate) -> kick.energyLoss() + Math.sqrt(kick.energyLossVariance()) * deviate;
            case LANDAU -> {
                LandauLoss landau = new LandauLoss(material.particle());
                yield (kick, momentum, xi, deviate) -> landau.loss(momentum, xi, deviate);
            }
        };
    }

    /**
     * Changes direction and momentum of a muon; a momentum of zero is one that stopped.
     *
     * @param cosine of the angle between direction and normal
     */
    void pass(MaterialSlab slab, double cosine, Flight flight, Deviates deviates) {
        MaterialKick kick = material.crossing(flight.momentum, cosine, slab);
        double loss = ionisation.of(kick, flight.momentum, slab.xiGev() / Math.abs(cosine), deviates.loss);
        flight.momentum = material.particle().momentumAfterLoss(flight.momentum, loss);
        if (effects.scattering() != SimulationEffects.Scattering.NONE) {
            double theta0 = kick.theta0();
            scatter(flight, Math.tan(theta0 * deviates.scatter1), Math.tan(theta0 * deviates.scatter2));
        }
    }

    /** e1 lies across the direction and the z axis; it is the x axis for a muon along z. */
    private static void scatter(Flight flight, double tan1, double tan2) {
        double tx = flight.tx;
        double ty = flight.ty;
        double tz = flight.tz;
        double across = Math.sqrt(tx * tx + ty * ty);
        double e1x = across > 0 ? -ty / across : 1;
        double e1y = across > 0 ? tx / across : 0;
        double newX = tx + tan1 * e1x - tan2 * (tz * e1y);
        double newY = ty + tan1 * e1y + tan2 * (tz * e1x);
        double newZ = tz + tan2 * (tx * e1y - ty * e1x);
        double scale = 1 / Math.sqrt(1 + tan1 * tan1 + tan2 * tan2);
        flight.tx = newX * scale;
        flight.ty = newY * scale;
        flight.tz = newZ * scale;
    }
}
