package org.sagitta.calibration.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A function of the azimuth of a leg: 1, cos(n phi) or sin(n phi).
 *
 * @param wave which of the three
 * @param order n, from 1 to {@link #MAX_ORDER}; 0 for the constant
 */
public record Harmonic(Wave wave, int order) implements Comparable<Harmonic> {
    /** The largest n. */
    public static final int MAX_ORDER = 8;

    /** 1. */
    public static final Harmonic CONSTANT = new Harmonic(Wave.CONSTANT, 0);

    /** cos(phi). */
    public static final Harmonic COSINE = cosine(1);

    /** sin(phi). */
    public static final Harmonic SINE = sine(1);

    /** The kinds of function. */
    public enum Wave {
        /** 1. */
        CONSTANT,
        /** cos(n phi). */
        COSINE,
        /** sin(n phi). */
        SINE
    }

    /** Checks n. */
    public Harmonic {
        if (wave == Wave.CONSTANT ? order != 0 : order < 1 || order > MAX_ORDER) {
            throw new IllegalArgumentException("harmonic: " + wave + " of order " + order
                    + "; it must be 0 for the constant, else from 1 to " + MAX_ORDER);
        }
    }

    /** cos(n phi). */
    public static Harmonic cosine(int n) {
        return new Harmonic(Wave.COSINE, n);
    }

    /** sin(n phi). */
    public static Harmonic sine(int n) {
        return new Harmonic(Wave.SINE, n);
    }

    /** The constant and all cosines and sines up to n: 1, cos(phi), sin(phi), cos(2 phi), sin(2 phi), ... */
    public static List<Harmonic> upTo(int n) {
        List<Harmonic> all = new ArrayList<>();
        all.add(CONSTANT);
        for (int order = 1; order <= n; order++) {
            all.add(cosine(order));
            all.add(sine(order));
        }
        return List.copyOf(all);
    }

    /** "0", "c", "s", "c2", "s2", ... */
    public String symbol() {
        return switch (wave) {
            case CONSTANT -> "0";
            case COSINE -> "c" + suffix();
            case SINE -> "s" + suffix();
        };
    }

    private String suffix() {
        return order == 1 ? "" : Integer.toString(order);
    }

    /** The function at phi [rad]. */
    public double value(double phi) {
        return switch (wave) {
            case CONSTANT -> 1;
            case COSINE -> Math.cos(order * phi);
            case SINE -> Math.sin(order * phi);
        };
    }

    /** In the order of the parameters: by n, cosine before sine. */
    @Override
    public int compareTo(Harmonic other) {
        return order != other.order ? Integer.compare(order, other.order) : wave.compareTo(other.wave);
    }
}
