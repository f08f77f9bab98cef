package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Actions;
import java.io.IOException;

/** Takes actions in batches. */
@FunctionalInterface
public interface ActionSink {
    /** Takes a batch, never empty, which is the taker's from then on. Called by one thread at a time, not always the same. */
    void take(Actions batch) throws IOException;
}
