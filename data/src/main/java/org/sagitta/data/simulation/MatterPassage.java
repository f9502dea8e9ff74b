package org.sagitta.data.simulation;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.simulation.matter.LandauLoss;
import org.sagitta.data.simulation.matter.MoliereTail;
import org.sagitta.data.simulation.matter.MuonRadiation;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.material.MaterialKick;

/**
 * Draws what the matter of a surface does to a muon. Loss and angles follow from the momentum on arrival: energy is lost
 * as {@link SimulationEffects.EnergyLoss} and {@link SimulationEffects.Radiation} say, and the direction turns by two
 * projected angles, T' = unit(T + tan(a1) e1 + tan(a2) e2) with e1 horizontal and e2 = T x e1. The angles are Gaussian and
 * independent, or both are stretched as {@link SimulationEffects.Scattering} says. Owned by one thread.
 */
final class MatterPassage {
    /** Up to this angle [rad] the powers of the tangent above the ninth are below its rounding. */
    static final double SMALL_ANGLE = 0.03;

    /** The energy [GeV] that is lost by ionisation. */
    private interface Loss {
        /**
         * @param kick effects of the crossing as the track fit has them
         * @param xi of the matter along the track [GeV]
         * @param deviate standard normal
         */
        double of(MaterialKick kick, double momentum, double xi, double deviate);
    }

    /** The width [rad] by which both deviates of a crossing are multiplied. */
    private interface Width {
        double of(double theta0, double momentum, double thickness, Deviates deviates);
    }

    /** Effects of a crossing as far as the choices below ask for them. */
    private final MaterialEffects material;

    private final SimulationEffects effects;
    private final Loss ionisation;
    private final Width width;
    private final Optional<MuonRadiation> radiation;
    /** Chances of radiation, of the muon on its way, in sensors and beside them; not drawn from if there is none. */
    private DoubleSupplier atSensors = () -> 1;

    private DoubleSupplier atSurfaces = () -> 1;

    MatterPassage(MaterialEffects material, SimulationEffects effects) {
        this.material = effects.energyLoss() == SimulationEffects.EnergyLoss.LANDAU ? material.withoutLoss() : material;
        this.effects = effects;
        this.ionisation = ionisation(material, effects.energyLoss());
        this.width = width(material, effects.scattering());
        this.radiation = effects.radiation() == SimulationEffects.Radiation.NONE
                ? Optional.empty()
                : Optional.of(new MuonRadiation(material.particle()));
    }

    /** Another one for the same thread, with the same tables. */
    MatterPassage(MatterPassage other) {
        this.material = other.material;
        this.effects = other.effects;
        this.ionisation = other.ionisation;
        this.width = other.width;
        this.radiation = other.radiation;
    }

    /** Begins a muon, with the random numbers of its simulation; nothing is drawn from them here. */
    void restart(EventRandom random) {
        if (radiation.isPresent()) {
            atSensors = random.branch(RandomPurpose.MATTER_RADIATION)::uniform;
            atSurfaces = random.branch(RandomPurpose.SURFACE_RADIATION)::uniform;
        }
    }

    /** The chance of radiation for one sensor crossed. */
    void drawAtSensor(Deviates deviates) {
        deviates.radiation = atSensors.getAsDouble();
    }

    /** The chance of radiation for one surface met, whether it has matter there or not. */
    void drawAtSurface(Deviates deviates) {
        deviates.radiation = atSurfaces.getAsDouble();
    }

    private static Loss ionisation(MaterialEffects material, SimulationEffects.EnergyLoss choice) {
        return switch (choice) {
            case NONE -> (kick, momentum, xi, deviate) -> 0;
            case MEAN -> (kick, momentum, xi, deviate) -> kick.energyLoss();
            case STRAGGLING ->
                (kick, momentum, xi, deviate) -> kick.energyLoss() + Math.sqrt(kick.energyLossVariance()) * deviate;
            case PEAK_STRAGGLING -> {
                CmsMaterialEffects peak = new CmsMaterialEffects(material.particle(), EnergyLoss.MOST_PROBABLE);
                yield (kick, momentum, xi, deviate) ->
                        peak.crossing(momentum, 1, new MaterialSlab(0, xi)).energyLoss()
                                + Math.sqrt(kick.energyLossVariance()) * deviate;
            }
            case LANDAU -> {
                LandauLoss landau = new LandauLoss(material.particle());
                yield (kick, momentum, xi, deviate) -> landau.loss(momentum, xi, deviate);
            }
        };
    }

    private static Width width(MaterialEffects material, SimulationEffects.Scattering choice) {
        return switch (choice) {
            case NONE -> (theta0, momentum, thickness, deviates) -> 0;
            case GAUSSIAN -> (theta0, momentum, thickness, deviates) -> theta0;
            case TAIL -> {
                MoliereTail tail = new MoliereTail(material.particle());
                yield (theta0, momentum, thickness, deviates) ->
                        theta0 * tail.factor(thickness, momentum, theta0, deviates.scatterRadius());
            }
        };
    }

    /**
     * Changes direction and momentum of a muon; a momentum of zero is one that stopped.
     *
     * @param cosine of the angle between direction and normal
     */
    void pass(MaterialSlab slab, double cosine, Flight flight, Deviates deviates) {
        double momentum = flight.momentum;
        double path = 1 / Math.abs(cosine);
        MaterialKick kick = material.crossing(momentum, cosine, slab);
        double loss = ionisation.of(kick, momentum, slab.xiGev() * path, deviates.loss);
        if (radiation.isPresent()) {
            loss += radiation.get().loss(momentum, slab.xOverX0() * path, deviates.radiation);
        }
        flight.momentum = material.particle().momentumAfterLoss(momentum, loss);
        if (effects.scattering() != SimulationEffects.Scattering.NONE) {
            double theta = width.of(kick.theta0(), momentum, slab.xOverX0() * path, deviates);
            scatter(flight, tangent(theta * deviates.scatter1), tangent(theta * deviates.scatter2));
        }
    }

    /** tan(a), of small angles by its Taylor series. */
    static double tangent(double angle) {
        if (!(Math.abs(angle) < SMALL_ANGLE)) {
            return Math.tan(angle);
        }
        double a2 = angle * angle;
        return angle * (1 + a2 * (1.0 / 3 + a2 * (2.0 / 15 + a2 * (17.0 / 315 + a2 * (62.0 / 2835)))));
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
