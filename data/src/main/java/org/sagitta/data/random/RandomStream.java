package org.sagitta.data.random;

import java.nio.charset.StandardCharsets;

/**
 * One named sequence of random numbers. The identity depends on the name of the sample and the purpose only, so that it
 * is the same in every run, on every machine and for every number of threads.
 */
public record RandomStream(long id) {
    /** The stream of a sample (for example {@code "JPSI"} or {@code "ideal/Z"}) for one purpose. */
    public static RandomStream of(String sample, RandomPurpose purpose) {
        return new RandomStream(Mixing.combine(fnv1a(sample), purpose.id()));
    }

    /**
     * FNV-1a hash of 64 bits over the UTF-8 bytes; {@code String.hashCode} has only 32. Source: Fowler, Noll, Vo,
     * offset basis and prime of the 64-bit variant.
     */
    private static long fnv1a(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
