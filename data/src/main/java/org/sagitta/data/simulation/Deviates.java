package org.sagitta.data.simulation;

import org.sagitta.data.random.EventRandom;

/**
 * All random numbers that one crossing can need. They are drawn in this order at every crossing, used or not, so that two
 * worlds or two choices of effects with the same seed see the same chances sensor by sensor. Mutable: a scratch of one
 * thread.
 */
final class Deviates {
    /** Uniform in [0, 1); all that follow are standard normal. */
    double efficiency;

    double smearU;
    double smearV;
    double loss;
    /** Of the first projected angle. */
    double scatter1;
    /** Of the second projected angle. */
    double scatter2;
    /** Uniform in [0, 1), of sequences of its own: see {@link MatterPassage}. */
    double radiation;

    /** Length of both scattering deviates: the space angle in units of theta0. */
    double scatterRadius() {
        return Math.sqrt(scatter1 * scatter1 + scatter2 * scatter2);
    }

    void draw(EventRandom random) {
        efficiency = random.uniform();
        smearU = random.gaussian();
        smearV = random.gaussian();
        loss = random.gaussian();
        scatter1 = random.gaussian();
        scatter2 = random.gaussian();
    }

    /** Those of matter that is in no sensor: a new loss and new angles, and nothing else changes. */
    void drawMatter(EventRandom random) {
        loss = random.gaussian();
        scatter1 = random.gaussian();
        scatter2 = random.gaussian();
    }
}
