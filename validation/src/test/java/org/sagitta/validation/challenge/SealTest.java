package org.sagitta.validation.challenge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] PLAIN = "the hidden truth".getBytes(StandardCharsets.UTF_8);
    private static final String KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private final Seal seal = new Seal(KEY, "here");

    @Test
    void whatWasClosedOpens() {
        assertArrayEquals(PLAIN, seal.open(seal.close(PLAIN)).orElseThrow());
    }

    @Test
    void twoClosingsOfTheSameDiffer() {
        assertNotEquals(Digest.of(seal.close(PLAIN)), Digest.of(seal.close(PLAIN)));
    }

    @Test
    void noOtherKeyOrContextOpensIt() {
        byte[] sealed = seal.close(PLAIN);
        assertEquals(Optional.empty(), new Seal(Seal.newKey(), "here").open(sealed));
        assertEquals(Optional.empty(), new Seal(KEY, "there").open(sealed));
    }

    @Test
    void everyAlteredByteIsFound() {
        byte[] sealed = seal.close(PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertEquals(Optional.empty(), seal.open(altered), "byte " + i);
        }
        assertEquals(Optional.empty(), seal.open(new byte[3]));
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Seal("00ff", "here"));
        assertThrows(IllegalArgumentException.class, () -> new Seal("no key", "here"));
    }

    /** FIPS 180-4: SHA-256 of "abc". */
    @Test
    void theDigestIsSha256() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Digest.of("abc".getBytes(StandardCharsets.UTF_8)));
    }
}
