package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.model.action.LineOutcome;

/** Looks on while lines are judged. */
interface LineWatcher {
    /** Sees nothing. */
    LineWatcher NONE = new LineWatcher() {
        @Override
        public boolean needsSettled() {
            return false;
        }

        @Override
        public void readable(int line, LineJudge judge, LineFields fields, LineOutcome outcome) {}

        @Override
        public void malformed(int line, byte[] bytes, int from, int to) {}
    };

    /** Whether it must know if a line is an action or held, which costs time. */
    boolean needsSettled();

    /**
     * A line that could be read.
     *
     * @param line its number in the piece, from 1
     * @param judge holds what it decided about the line
     */
    void readable(int line, LineJudge judge, LineFields fields, LineOutcome outcome);

    /** A line {@code bytes[from, to)} that could not be read; of a very long one the beginning. */
    void malformed(int line, byte[] bytes, int from, int to);
}
