package org.sagitta.validation.pipeline;

import org.sagitta.data.scenario.FitLoss;
import org.sagitta.data.scenario.ReconstructionChoice;
import org.sagitta.data.simulation.SimulationEffects;

/** Simulation without chance: muons lose what the fit believes that they lose, do not scatter, and leave an exact hit on every sensor. */
final class Noiseless {
    private Noiseless() {}

    static SimulationEffects effects(ReconstructionChoice reconstruction) {
        return SimulationEffects.NONE.with(believed(reconstruction));
    }

    /** What the fit believes of the loss, without its straggling where there is such a loss. */
    private static SimulationEffects.EnergyLoss believed(ReconstructionChoice reconstruction) {
        return reconstruction.energyLoss() == FitLoss.MEAN
                ? SimulationEffects.EnergyLoss.MEAN
                : reconstruction.energyLoss().inTruth();
    }
}
