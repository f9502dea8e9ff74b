package org.sagitta.data.scenario;

import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.kalman.material.EnergyLoss;

/** Which energy loss the track fit assumes, by the word of the scenario. */
public enum FitLoss {
    MEAN(EnergyLoss.IONISATION, SimulationEffects.EnergyLoss.STRAGGLING),
    MOST_PROBABLE(EnergyLoss.MOST_PROBABLE, SimulationEffects.EnergyLoss.PEAK_STRAGGLING),
    NONE(EnergyLoss.NONE, SimulationEffects.EnergyLoss.NONE);

    private final EnergyLoss inFit;
    private final SimulationEffects.EnergyLoss inTruth;

    FitLoss(EnergyLoss inFit, SimulationEffects.EnergyLoss inTruth) {
        this.inFit = inFit;
        this.inTruth = inTruth;
    }

    /** The choice of the fit. */
    public EnergyLoss inFit() {
        return inFit;
    }

    /** What muons do in a world where this is true. */
    public SimulationEffects.EnergyLoss inTruth() {
        return inTruth;
    }
}
