package org.sagitta.data.simulation;

import org.sagitta.data.random.EventRandom;

/**
 * All random numbers that one crossing can need. They are drawn in this order at every crossing, used or not, so that two
 * worlds or two choices of effects with the same seed see the same chances sensor by sensor.
 *
 * @param efficiency uniform in [0, 1)
 * @param smearU standard normal, as all that follow
 * @param loss deviate of the energy loss
 * @param scatter1 deviate of the first projected angle
 * @param scatter2 deviate of the second projected angle
 */
record Deviates(double efficiency, double smearU, double smearV, double loss, double scatter1, double scatter2) {

    static Deviates draw(EventRandom random) {
        return new Deviates(
                random.uniform(),
                random.gaussian(),
                random.gaussian(),
                random.gaussian(),
                random.gaussian(),
                random.gaussian());
    }
}
