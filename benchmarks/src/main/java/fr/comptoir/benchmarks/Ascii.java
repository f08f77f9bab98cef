package fr.comptoir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text as the bytes that stand in a log. */
final class Ascii {

    private Ascii() {}

    static byte[] of(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[][] of(String... texts) {
        byte[][] out = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            out[i] = of(texts[i]);
        }
        return out;
    }
}
