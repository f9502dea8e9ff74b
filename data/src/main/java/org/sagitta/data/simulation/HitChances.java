package org.sagitta.data.simulation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.data.simulation.hit.WrongHits;

/**
 * Whether a hit is wrong, and how. Drawn at every crossing, like {@link Deviates} but from a sequence of its own. Mutable:
 * a scratch of one thread.
 */
final class HitChances {
    /** Factor on the error of the hit. */
    double errorScale = 1;
    /** True for a hit that has nothing to do with the muon. */
    boolean outlier;
    /** Where an outlier lies, in half widths of the sensor, uniform in [-1, 1). */
    double placeU;
    /** The same in half lengths. */
    double placeV;

    void draw(EventRandom random, WrongHits wrong) {
        errorScale = random.uniform() < wrong.tailFraction() ? wrong.tailScale() : 1;
        outlier = random.uniform() < wrong.outlierFraction();
        placeU = random.uniform(-1, 1);
        placeV = random.uniform(-1, 1);
    }
}
