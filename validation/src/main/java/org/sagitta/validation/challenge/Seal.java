package org.sagitta.validation.challenge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes bytes with AES in Galois/Counter mode (NIST SP 800-38D): 256-bit key, 96-bit nonce in front, 128-bit tag behind. Who
 * has no key learns nothing but the length; whoever changes a bit is found out. The mode does not bind the key: a maker
 * could prepare bytes that open to different contents with different keys. Therefore the SHA-256 of the content is published
 * with it, see {@link Challenge}. Immutable.
 */
final class Seal {
    static final String ALGORITHM = "AES-256-GCM";

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] context;

    /**
     * @param keyHex 64 hexadecimal digits
     * @param context what the bytes belong to; they open in no other
     * @throws IllegalArgumentException if the key is not of that form
     */
    Seal(String keyHex, String context) {
        byte[] bytes = HexFormat.of().parseHex(keyHex);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key of " + bytes.length + " bytes, it must have " + KEY_BYTES + " as hexadecimal digits");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.context = context.getBytes(StandardCharsets.UTF_8);
    }

    /** A key that nobody can guess, as hexadecimal digits. */
    static String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Nonce, then the closed bytes and their tag. */
    byte[] close(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
            System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in Galois/Counter mode", e);
        }
    }

    /** The bytes; empty if they were not closed with this key in this context, or have changed since. */
    Optional<byte[]> open(byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES));
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in Galois/Counter mode", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
