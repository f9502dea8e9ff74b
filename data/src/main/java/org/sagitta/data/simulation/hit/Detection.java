package org.sagitta.data.simulation.hit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;

/**
 * Which crossings of the active part of a sensor leave a hit.
 *
 * @param efficiency probability of a hit on a working sensor
 * @param bySubdetector further factors by part of the tracker; parts not named have 1
 * @param deadModuleFraction share of modules that never give a hit; both sensors of a double-sided module die together
 * @param deadModuleSeed other modules die with another number. It is not the seed of the events: a detector stays as it
 *     is from run to run. With a larger fraction, those that were dead stay dead
 */
public record Detection(
        double efficiency, Map<Subdetector, Double> bySubdetector, double deadModuleFraction, long deadModuleSeed) {
    /** Every active crossing is seen. */
    public static final Detection PERFECT = new Detection(1, Map.of(), 0, 1);

    private static final RandomStream DEAD_MODULES = RandomStream.of("dead modules", RandomPurpose.HITS);

    public Detection {
        checkProbability("hit efficiency", efficiency);
        checkProbability("fraction of dead modules", deadModuleFraction);
        EnumMap<Subdetector, Double> ordered = new EnumMap<>(Subdetector.class);
        ordered.putAll(bySubdetector);
        ordered.forEach((part, factor) -> checkProbability("hit efficiency of " + part, factor));
        bySubdetector = Collections.unmodifiableMap(ordered);
    }

    private static void checkProbability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " = " + value + "; allowed is 0 to 1");
        }
    }

    /** The same with another common efficiency. */
    public Detection withEfficiency(double other) {
        return new Detection(other, bySubdetector, deadModuleFraction, deadModuleSeed);
    }

    /** The probability of a hit for each sensor of a tracker, by index. */
    public double[] probabilities(Tracker tracker) {
        double[] probabilities = new double[tracker.size()];
        for (Sensor sensor : tracker.sensors()) {
            double factor = bySubdetector.getOrDefault(sensor.address().subdetector(), 1.0);
            probabilities[sensor.index()] = isDead(sensor) ? 0 : efficiency * factor;
        }
        return probabilities;
    }

    private boolean isDead(Sensor sensor) {
        // Pairs are named by row numbers of the table, which count from one.
        int pair = sensor.address().pairId();
        int module = pair == 0 ? sensor.index() + 1 : pair;
        return deadModuleFraction > 0
                && EventRandom.of(deadModuleSeed, DEAD_MODULES, module).uniform() < deadModuleFraction;
    }
}
