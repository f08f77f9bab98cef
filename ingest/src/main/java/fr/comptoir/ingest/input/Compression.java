package fr.comptoir.ingest.input;

import java.util.Optional;

/** How an input is compressed, by its first bytes and never by its name. */
public enum Compression {
    NONE,
    GZIP,
    ZSTD,
    BZIP2;

    static final int MAGIC_BYTES = 6;

    /** By the first bytes, of which there are {@code length}, at most {@link #MAGIC_BYTES} of them are looked at. */
    static Compression of(byte[] first, int length) {
        if (begins(first, length, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (begins(first, length, 0x28, 0xB5, 0x2F, 0xFD) || zstdSkippable(first, length)) {
            return ZSTD;
        }
        boolean level = length > 3 && first[3] >= '1' && first[3] <= '9';
        return level && begins(first, length, 'B', 'Z', 'h') ? BZIP2 : NONE;
    }

    /** The name of a packing that is known but cannot be read. */
    static Optional<String> unreadable(byte[] first, int length) {
        if (begins(first, length, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return Optional.of("xz");
        }
        if (begins(first, length, 'P', 'K', 3, 4)) {
            return Optional.of("zip");
        }
        if (begins(first, length, 0x04, 0x22, 0x4D, 0x18)) {
            return Optional.of("lz4");
        }
        if (begins(first, length, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
            return Optional.of("7z");
        }
        return begins(first, length, 0x1F, 0x9D) ? Optional.of("compress (.Z)") : Optional.empty();
    }

    private static boolean zstdSkippable(byte[] first, int length) {
        return length > 3 && (first[0] & 0xF0) == 0x50 && first[1] == 0x2A && first[2] == 0x4D && first[3] == 0x18;
    }

    private static boolean begins(byte[] first, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((first[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
