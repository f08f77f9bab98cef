package fr.comptoir.ingest.read;

import fr.comptoir.model.action.InputRecord;
import java.util.Optional;

/**
 * Which lines of an input are to be counted: all, or those that an earlier, shorter state of it had not yet.
 *
 * @param number of the input in the store
 * @param continues the earlier state
 */
record InputPart(int number, Optional<InputRecord> continues, long resumeAt, long earlierBytes) {

    static InputPart whole(int number) {
        return new InputPart(number, Optional.empty(), 0, 0);
    }

    /** What follows the earlier state; its last line again, if that had no LF. */
    static InputPart after(InputRecord earlier, int number) {
        long resumeAt = earlier.tail().map(InputRecord.Tail::offset).orElse(earlier.bytes());
        return new InputPart(number, Optional.of(earlier), resumeAt, earlier.bytes());
    }

    /**
     * Whether a line was read as a whole then.
     *
     * @param offset where it begins in the content
     * @param next where the line after it begins
     */
    boolean isOld(long offset, long next) {
        return offset < resumeAt && next <= earlierBytes;
    }
}
