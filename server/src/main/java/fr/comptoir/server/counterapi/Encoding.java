package fr.comptoir.server.counterapi;

import java.util.Locale;

/** How the body of an answer is compressed (RFC 9110, section 12.5.3). */
enum Encoding {
    BR("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    /**
     * The one that a client likes best; of several that it likes as much, the smallest.
     *
     * @param accepted the field Accept-Encoding; {@code ""} when there is none
     * @param brotli whether this machine can write it
     */
    static Encoding of(String accepted, boolean brotli) {
        double br = brotli ? weight(accepted, "br") : 0;
        double gzip = Math.max(weight(accepted, "gzip"), weight(accepted, "x-gzip"));
        if (br > 0 && br >= gzip) {
            return BR;
        }
        return gzip > 0 ? GZIP : IDENTITY;
    }

    private static double weight(String accepted, String token) {
        double any = 0;
        for (String part : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.strip().split(";", -1);
            String name = pieces[0].strip();
            if (name.equals(token)) {
                return quality(pieces);
            }
            if (name.equals("*")) {
                any = quality(pieces);
            }
        }
        return any;
    }

    private static double quality(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            String piece = pieces[i].strip();
            if (piece.startsWith("q=")) {
                try {
                    return Double.parseDouble(piece.substring(2));
                } catch (NumberFormatException e) {
                    return 0; // what cannot be read is no wish
                }
            }
        }
        return 1;
    }
}
