package org.sagitta.data.scenario;

import java.util.List;

/** Displacements of the sensors from their ideal positions: weak modes first, then random ones, in the order given. */
public record AlignmentChoice(List<WeakModeChoice> weakModes, List<RandomDisplacementChoice> random) {
    /** Sensors where the sensor table has them. */
    public static final AlignmentChoice IDEAL = new AlignmentChoice(List.of(), List.of());

    public AlignmentChoice {
        weakModes = List.copyOf(weakModes);
        random = List.copyOf(random);
    }
}
