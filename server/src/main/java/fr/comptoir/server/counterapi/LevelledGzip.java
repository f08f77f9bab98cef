package fr.comptoir.server.counterapi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses at a level of choice. */
final class LevelledGzip extends GZIPOutputStream {
    /**
     * While a client waits: a fifth of the usual level's processor time for files half as large again. Of a report that took a tenth of a second
     * to make, that is what matters.
     */
    static final int WAITED_FOR = Deflater.BEST_SPEED;

    /** Where nobody waits: what is made once and fetched often is small. */
    static final int BEFOREHAND = 6;

    LevelledGzip(OutputStream out, int buffer, int level) throws IOException {
        super(out, buffer);
        def.setLevel(level);
    }
}
