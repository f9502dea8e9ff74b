package org.sagitta.data.scenario;

/**
 * One world by name and number: what {@code kalman.Conditions} is made from.
 *
 * @param resolutionFactor on the resolution of all sensors
 */
public record WorldChoice(
        FieldChoice field, MaterialChoice material, AlignmentChoice alignment, double resolutionFactor) {
    /** This world with another field. */
    public WorldChoice withField(FieldChoice other) {
        return new WorldChoice(other, material, alignment, resolutionFactor);
    }

    /** This world with another amount of material. */
    public WorldChoice withMaterial(MaterialChoice other) {
        return new WorldChoice(field, other, alignment, resolutionFactor);
    }

    /** This world with other sensor positions. */
    public WorldChoice withAlignment(AlignmentChoice other) {
        return new WorldChoice(field, material, other, resolutionFactor);
    }
}
