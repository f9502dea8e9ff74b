package org.sagitta.data.simulation;

import org.sagitta.data.simulation.hit.Detection;
import org.sagitta.data.simulation.hit.WrongHits;

/**
 * Which random effects a simulation has. The same number of deviates is drawn per sensor whatever is chosen here, so
 * two simulations from the same seed differ by the effect alone.
 *
 * @param detection which crossings of the active part of a sensor leave a hit
 * @param wrongHits hits that are worse than their error says
 */
public record SimulationEffects(
        Scattering scattering,
        EnergyLoss energyLoss,
        Radiation radiation,
        HitSmearing hitSmearing,
        Detection detection,
        WrongHits wrongHits) {

    /** Multiple scattering at each crossing of matter. */
    public enum Scattering {
        /** Two independent projected angles of width theta0. */
        GAUSSIAN,
        /** The same core with Moliere's tail, with the same chances: {@code matter.MoliereTail}. */
        TAIL,
        NONE
    }

    /** Ionisation loss at each crossing of matter. */
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
        /** Gaussian, with the error that belongs to the cluster: {@link org.sagitta.data.simulation.hit.ClusterModel}. */
        CLUSTERS,
        NONE
    }

    /** What the reconstruction believes: all its effects on, with its Gaussian shapes; every active crossing seen. */
    public static final SimulationEffects FULL = new SimulationEffects(
            Scattering.GAUSSIAN,
            EnergyLoss.STRAGGLING,
            Radiation.NONE,
            HitSmearing.GAUSSIAN,
            Detection.PERFECT,
            WrongHits.NONE);

    /** Pure motion in the field, exact hits. */
    public static final SimulationEffects NONE = new SimulationEffects(
            Scattering.NONE, EnergyLoss.NONE, Radiation.NONE, HitSmearing.NONE, Detection.PERFECT, WrongHits.NONE);

    public SimulationEffects with(Scattering other) {
        return new SimulationEffects(other, energyLoss, radiation, hitSmearing, detection, wrongHits);
    }

    public SimulationEffects with(EnergyLoss other) {
        return new SimulationEffects(scattering, other, radiation, hitSmearing, detection, wrongHits);
    }

    public SimulationEffects with(Radiation other) {
        return new SimulationEffects(scattering, energyLoss, other, hitSmearing, detection, wrongHits);
    }

    public SimulationEffects with(HitSmearing other) {
        return new SimulationEffects(scattering, energyLoss, radiation, other, detection, wrongHits);
    }

    /** The common efficiency of all sensors. */
    public double efficiency() {
        return detection.efficiency();
    }

    public SimulationEffects withEfficiency(double other) {
        return with(detection.withEfficiency(other));
    }

    public SimulationEffects with(Detection other) {
        return new SimulationEffects(scattering, energyLoss, radiation, hitSmearing, other, wrongHits);
    }

    public SimulationEffects with(WrongHits other) {
        return new SimulationEffects(scattering, energyLoss, radiation, hitSmearing, detection, other);
    }
}
