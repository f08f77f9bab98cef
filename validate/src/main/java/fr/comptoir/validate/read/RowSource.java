package fr.comptoir.validate.read;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of a table from the first, none left out. */
interface RowSource extends Closeable {
    /** The cells of the next row as text; null after the last. */
    String @Nullable [] next();
}
