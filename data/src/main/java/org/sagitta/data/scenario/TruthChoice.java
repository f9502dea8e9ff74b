package org.sagitta.data.scenario;

import org.sagitta.data.simulation.SimulationEffects;

/**
 * The world that is simulated.
 *
 * @param effects random processes, and the probability that a crossed sensor gives a hit
 */
public record TruthChoice(WorldChoice world, SimulationEffects effects) {
    /** The same simulation of another world. */
    public TruthChoice withWorld(WorldChoice other) {
        return new TruthChoice(other, effects);
    }

    /** The same world with other random processes. */
    public TruthChoice withEffects(SimulationEffects other) {
        return new TruthChoice(world, other);
    }
}
