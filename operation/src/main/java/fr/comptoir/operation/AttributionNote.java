package fr.comptoir.operation;

import java.time.YearMonth;

/**
 * What could not be attributed anew in a month.
 *
 * @param count of addresses and days that stay as they were; 0 where it is all usage by address
 * @param detail why it is all of it, in a sentence; blank otherwise
 */
public record AttributionNote(Kind kind, YearMonth month, long count, String detail) {
    /** Why. */
    public enum Kind {
        /** Networks that are only in part an institution's, and hashes that do not tell which part. */
        UNDECIDED,
        /** The ranges of the institutions are too large to be worked out. */
        TOO_MANY_ADDRESSES
    }

    /** As the command line says it, the month left out. */
    @Override
    public String toString() {
        return switch (kind) {
            case UNDECIDED ->
                count
                        + " addresses and days stay as they were attributed: their network is only in part an institution's,"
                        + " and their hashes do not tell which part";
            case TOO_MANY_ADDRESSES -> "usage by address stays as it was attributed: " + detail;
        };
    }
}
