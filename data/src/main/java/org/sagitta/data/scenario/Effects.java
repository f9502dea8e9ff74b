package org.sagitta.data.scenario;

/** Which random processes the simulation applies; studies of systematic effects switch some off. */
public record Effects(Scattering scattering, EnergyLoss energyLoss, HitSmearing hitSmearing) {
    /** Everything on, as in nature. */
    public static final Effects ALL = new Effects(Scattering.GAUSSIAN, EnergyLoss.STRAGGLING, HitSmearing.GAUSSIAN);

    /** Multiple scattering. */
    public enum Scattering {
        GAUSSIAN,
        NONE
    }

    /** Energy loss: mean and straggling, the mean alone, or none. */
    public enum EnergyLoss {
        STRAGGLING,
        MEAN,
        NONE
    }

    /** Smearing of hits by the resolution of the sensor. */
    public enum HitSmearing {
        GAUSSIAN,
        NONE
    }
}
