package fr.comptoir.model.fact;

import java.io.IOException;

/** Answers questions to the facts; the store is one. */
public interface FactSource {
    /**
     * Gives every row of the answer, in order, in constant memory.
     *
     * @throws IOException when the facts cannot be read, or when {@code rows} throws it
     */
    void rows(FactQuery query, Rows rows) throws IOException;

    /** Takes rows one by one. */
    interface Rows {
        void row(FactRow row) throws IOException;
    }
}
