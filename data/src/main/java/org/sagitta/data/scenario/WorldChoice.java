package org.sagitta.data.scenario;

/** One world by name and number: what {@code kalman.Conditions} is made from. */
public record WorldChoice(
        FieldChoice field, MaterialChoice material, AlignmentChoice alignment, ResolutionChoice resolution) {
    /** This world with another field. */
    public WorldChoice withField(FieldChoice other) {
        return new WorldChoice(other, material, alignment, resolution);
    }

    /** This world with another amount of material. */
    public WorldChoice withMaterial(MaterialChoice other) {
        return new WorldChoice(field, other, alignment, resolution);
    }

    /** This world with other sensor positions. */
    public WorldChoice withAlignment(AlignmentChoice other) {
        return new WorldChoice(field, material, other, resolution);
    }

    /** This world with other errors of measured positions. */
    public WorldChoice withResolution(ResolutionChoice other) {
        return new WorldChoice(field, material, alignment, other);
    }
}
