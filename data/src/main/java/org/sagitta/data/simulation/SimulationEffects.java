package org.sagitta.data.simulation;

/**
 * Which random effects a simulation has. The same number of deviates is drawn per sensor whatever is chosen here, so
 * two simulations from the same seed differ by the effect alone.
 *
 * @param efficiency probability that a crossing of the active part of a sensor leaves a hit
 */
public record SimulationEffects(
        Scattering scattering, EnergyLoss energyLoss, Radiation radiation, HitSmearing hitSmearing, double efficiency) {

    /** Multiple scattering at each sensor. */
    public enum Scattering {
        /** Two independent projected angles of width theta0. */
        GAUSSIAN,
        /** The same core with Moliere's tail, with the same chances: {@code matter.MoliereTail}. */
        TAIL,
        NONE
    }

    /** Ionisation loss at each sensor. */
    public enum EnergyLoss {
        /** The mean loss of the track fit plus a Gaussian deviate of its variance. */
        STRAGGLING,
        /** The same about the most probable loss of the track fit: the world of a fit that believes in it. */
        PEAK_STRAGGLING,
        /** The mean loss with the full density effect, and straggling with its long tail: {@code matter.LandauLoss}. */
        LANDAU,
        /** The mean loss of the track fit. */
        MEAN,
        NONE
    }

    /** Bremsstrahlung, pair production and nuclear interactions of muons in matter. */
    public enum Radiation {
        NONE,
        /** Hard interactions at random, the others on the average: {@code matter.MuonRadiation}. */
        STOCHASTIC
    }

    /** Position error of a hit. */
    public enum HitSmearing {
        /** Gaussian, with the resolution of the truth sensor. */
        GAUSSIAN,
        NONE
    }

    /** What the reconstruction believes: all its effects on, with its Gaussian shapes; every active crossing seen. */
    public static final SimulationEffects FULL =
            new SimulationEffects(Scattering.GAUSSIAN, EnergyLoss.STRAGGLING, Radiation.NONE, HitSmearing.GAUSSIAN, 1);

    /** Pure motion in the field, exact hits. */
    public static final SimulationEffects NONE =
            new SimulationEffects(Scattering.NONE, EnergyLoss.NONE, Radiation.NONE, HitSmearing.NONE, 1);

    public SimulationEffects {
        if (!(efficiency >= 0 && efficiency <= 1)) {
            throw new IllegalArgumentException("hit efficiency = " + efficiency + "; allowed is 0 to 1");
        }
    }

    public SimulationEffects with(Scattering other) {
        return new SimulationEffects(other, energyLoss, radiation, hitSmearing, efficiency);
    }

    public SimulationEffects with(EnergyLoss other) {
        return new SimulationEffects(scattering, other, radiation, hitSmearing, efficiency);
    }

    public SimulationEffects with(Radiation other) {
        return new SimulationEffects(scattering, energyLoss, other, hitSmearing, efficiency);
    }

    public SimulationEffects with(HitSmearing other) {
        return new SimulationEffects(scattering, energyLoss, radiation, other, efficiency);
    }

    public SimulationEffects withEfficiency(double other) {
        return new SimulationEffects(scattering, energyLoss, radiation, hitSmearing, other);
    }
}
