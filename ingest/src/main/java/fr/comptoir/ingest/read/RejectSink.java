package fr.comptoir.ingest.read;

import java.io.IOException;

/** Takes the lines that are malformed. */
@FunctionalInterface
public interface RejectSink {
    /**
     * Takes one line; those of one input come in order. Called by one thread at a time, not always the same.
     *
     * @param input number of the input in the store
     * @param line line number in the input, from 1
     * @param text without line end; of a very long line its beginning
     */
    void take(int input, int line, byte[] text) throws IOException;
}
