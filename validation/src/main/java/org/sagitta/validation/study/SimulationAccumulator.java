package org.sagitta.validation.study;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts events of a simulation and keeps the masses of fitted pairs. For one thread. */
public final class SimulationAccumulator {
    /** The core of a mass spectrum, in which its peak is measured: this share of the median to both sides. */
    private static final double CORE = 0.1;

    private static final int FIRST_SIZE = 1024;

    private final Map<String, Long> withoutPair = new TreeMap<>();
    private final Map<String, Long> lost = new TreeMap<>();
    private double[] masses = new double[FIRST_SIZE];
    private double[] trueMasses = new double[FIRST_SIZE];
    private int fitted;
    private long noPair;
    private long lostPairs;
    private double weights;
    private double fittedWeights;

    /** An event in which there is no pair. */
    public void addWithoutPair(String reason) {
        withoutPair.merge(reason, 1L, Long::sum);
        noPair++;
    }

    /** A pair that was not fitted. */
    public void addLost(String reason, double weight) {
        lost.merge(reason, 1L, Long::sum);
        lostPairs++;
        weights += weight;
    }

    /**
     * A fitted pair.
     *
     * @param mass as fitted [GeV]
     * @param trueMass of the muons after radiation [GeV]
     */
    public void addFitted(double mass, double trueMass, double weight) {
        if (fitted == masses.length) {
            masses = Arrays.copyOf(masses, 2 * fitted);
            trueMasses = Arrays.copyOf(trueMasses, 2 * fitted);
        }
        masses[fitted] = mass;
        trueMasses[fitted] = trueMass;
        fitted++;
        weights += weight;
        fittedWeights += weight;
    }

    public long events() {
        return noPair + lostPairs + fitted;
    }

    public int fitted() {
        return fitted;
    }

    /**
     * The result so far.
     *
     * @param source name of the file or the resonance
     * @param format of the file
     */
    public SimulationResult result(String source, String format) {
        double[] measured = Arrays.copyOf(masses, fitted);
        double median = Spread.of(measured).median();
        double[] core = Arrays.stream(measured)
                .filter(m -> Math.abs(m - median) <= CORE * median)
                .toArray();
        double[] truth = Arrays.stream(Arrays.copyOf(trueMasses, fitted))
                .filter(m -> Math.abs(m - median) <= CORE * median)
                .toArray();
        double[] scale = new double[fitted];
        for (int i = 0; i < fitted; i++) {
            scale[i] = masses[i] / trueMasses[i] - 1;
        }
        return new SimulationResult(
                source,
                format,
                events(),
                lostPairs + fitted,
                fitted,
                withoutPair,
                lost,
                weights,
                fittedWeights,
                new SimulationResult.Peak(core.length, Spread.of(core), Spread.of(truth)),
                Spread.of(scale));
    }
}
