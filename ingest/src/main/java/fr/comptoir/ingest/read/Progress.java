package fr.comptoir.ingest.read;

/** Is told how far reading is. */
@FunctionalInterface
public interface Progress {
    /**
     * Called now and then by one thread at a time, not always the same.
     *
     * @param bytesRead bytes of the files as they lie on the disk
     * @param bytesTotal of all files; standard input adds nothing
     */
    void read(long bytesRead, long bytesTotal);
}
