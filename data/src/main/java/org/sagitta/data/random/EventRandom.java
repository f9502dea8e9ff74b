package org.sagitta.data.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random numbers of one event: a generator L64X128Mix (Steele and Vigna, OOPSLA 2021, doi 10.1145/3485525) whose
 * state is a hash of (seed, stream, event number). Made anew for each event by the thread that works on it, used by that
 * thread only, and thrown away: it is mutable and not safe for sharing.
 */
public final class EventRandom {
    private static final int STATE_WORDS = 4;

    private final long key;
    private final UniformRandomProvider generator;
    private final SharedStateContinuousSampler gaussian;
    private final Chances chances;

    private EventRandom(long key, Chances chances) {
        this.key = key;
        this.chances = chances;
        this.generator = RandomSource.L64_X128_MIX.create(state(key));
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
    }

    /** The sequence that belongs to this seed, stream and event number, from its start. */
    public static EventRandom of(long seed, RandomStream stream, long event) {
        return of(seed, stream, event, Chances.DRAWN);
    }

    /** The sequence that belongs to this seed, stream and event number, from its start, as it is or mirrored. */
    public static EventRandom of(long seed, RandomStream stream, long event, Chances chances) {
        return new EventRandom(
                Mixing.combine(Mixing.combine(Mixing.mix(seed + Mixing.GOLDEN_GAMMA), stream.id()), event), chances);
    }

    /**
     * Another sequence of the same event, from its start, whatever has been drawn from this one: what draws from a branch
     * leaves this sequence as it was. Mirrored as this one is.
     */
    public EventRandom branch(RandomPurpose purpose) {
        return new EventRandom(Mixing.combine(key, purpose.id()), chances);
    }

    private static long[] state(long key) {
        long[] state = new long[STATE_WORDS];
        long word = key;
        for (int i = 0; i < STATE_WORDS; i++) {
            word += Mixing.GOLDEN_GAMMA;
            state[i] = Mixing.mix(word);
        }
        return state;
    }

    /** A number uniform in [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return generator.nextDouble();
    }

    /** A number uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * generator.nextDouble();
    }

    /** A number of the normal distribution with mean 0 and standard deviation 1. */
    public double gaussian() {
        return chances == Chances.MIRRORED ? -gaussian.sample() : gaussian.sample();
    }

    /** 64 random bits. */
    public long bits() {
        return generator.nextLong();
    }
}
