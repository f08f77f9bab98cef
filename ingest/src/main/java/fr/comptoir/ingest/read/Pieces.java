package fr.comptoir.ingest.read;

import fr.comptoir.model.site.InputException;
import java.io.IOException;

/** Cuts a content into pieces at line ends. Safe for many threads: each piece goes to one of them. */
interface Pieces {
    /** Fills in the next piece; false when there is no more. */
    boolean next(Piece piece) throws IOException, InputException;

    /** How many bytes of the file were read so far, as it lies on the disk. */
    long fileBytesRead();
}
