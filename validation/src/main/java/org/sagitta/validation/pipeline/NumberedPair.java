package org.sagitta.validation.pipeline;

import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.random.Chances;

/**
 * A pair to simulate.
 *
 * @param event number in the sample, from 0; with the seed it decides all random numbers
 * @param chances how these are taken in the simulation
 */
record NumberedPair(long event, GeneratedPair pair, Chances chances) {

    /** A pair with the numbers as they are drawn. */
    NumberedPair(long event, GeneratedPair pair) {
        this(event, pair, Chances.DRAWN);
    }

    /** The same pair, to meet the opposite chances. */
    NumberedPair mirrored() {
        return new NumberedPair(event, pair, Chances.MIRRORED);
    }
}
