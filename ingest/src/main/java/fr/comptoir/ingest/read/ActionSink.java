package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Extraction;
import java.io.IOException;

/** Takes actions in batches, and extractions. */
@FunctionalInterface
public interface ActionSink {
    /** Takes a batch, never empty, which is the taker's from then on. Called by one thread at a time, not always the same. */
    void take(Actions batch) throws IOException;

    /** Takes an extraction, in the order of the lines of an input; who does not want to know of any does nothing. */
    default void extracted(Extraction extraction) throws IOException {}
}
