package org.sagitta.data.scenario;

/**
 * The world that is simulated.
 *
 * @param hitEfficiency probability that a crossed sensor gives a hit
 */
public record TruthChoice(WorldChoice world, double hitEfficiency, Effects effects) {
    /** The same simulation of another world. */
    public TruthChoice withWorld(WorldChoice other) {
        return new TruthChoice(other, hitEfficiency, effects);
    }

    /** The same world with other random processes. */
    public TruthChoice withEffects(Effects other) {
        return new TruthChoice(world, hitEfficiency, other);
    }
}
