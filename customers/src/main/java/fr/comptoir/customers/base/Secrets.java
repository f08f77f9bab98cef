package fr.comptoir.customers.base;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes, recognises and seals secrets. What is made here has 256 random bits, which nobody guesses: one SHA-256 keeps it safe, and a slow
 * hash as for passwords would only cost time. Keys for sealing and signing are derived from the site's secret, one for each purpose.
 */
public final class Secrets {
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SITE_SECRET_MIN = 16;

    private final SecureRandom random = new SecureRandom();
    private final byte[] siteSecret;

    /**
     * Takes the site's secret.
     *
     * @param siteSecret at least 16 bytes, random, kept outside the database
     */
    public Secrets(byte[] siteSecret) {
        if (siteSecret.length < SITE_SECRET_MIN) {
            throw new CustomersException("the site's secret has " + siteSecret.length + " bytes; at least "
                    + SITE_SECRET_MIN + " are expected");
        }
        this.siteSecret = siteSecret.clone();
    }

    /** 32 random bytes as 43 characters that may stand in an address. */
    public String make() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(BYTES));
    }

    public byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A random whole number from 0, below {@code bound}. */
    public int randomBelow(int bound) {
        return random.nextInt(bound);
    }

    /** SHA-256 in 64 hexadecimal digits: what is kept of a secret that was made here. */
    public static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether two texts are equal, in a time that does not tell where they differ. */
    public static boolean areEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA-256 under the key of that purpose, as 43 characters that may stand in an address. */
    public String sign(String purpose, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(derived(purpose), text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Encrypts with AES-256-GCM.
     *
     * @param owner to whom it belongs; it opens for no one else
     */
    public byte[] seal(String purpose, String owner, byte[] secret) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, owner, nonce, secret, 0);
        byte[] out = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, out, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
        return out;
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws CustomersException when the site's secret is another one or the bytes were changed
     */
    public byte[] open(String purpose, String owner, byte[] sealed) {
        return cipher(Cipher.DECRYPT_MODE, purpose, owner, sealed, sealed, NONCE_BYTES);
    }

    private byte[] cipher(int mode, String purpose, String owner, byte[] nonce, byte[] bytes, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(derived(purpose), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new CustomersException(
                    "a secret of " + owner + " cannot be opened: the site's secret is not the one it was sealed with",
                    e);
        }
    }

    private byte[] derived(String purpose) {
        return hmac(siteSecret, ("comptoir " + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
