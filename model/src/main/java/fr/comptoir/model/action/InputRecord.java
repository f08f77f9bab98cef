package fr.comptoir.model.action;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is kept of one input (a log file or standard input) after it was read: enough to know it again and to answer for its lines.
 *
 * @param number number in the store, from 1, never used twice
 * @param name as the user named it; {@code -} for standard input
 * @param path absolute path, {@code ""} for standard input
 * @param bytes length of the content after decompression
 * @param contentHash hash of the whole content after decompression, 32 hex digits
 * @param headHash hash of the first {@link #HEAD_BYTES} of the content (of all of it when it is shorter), 32 hex digits
 * @param continues the earlier input whose content this one begins with (a log that grew); only what follows was counted
 * @param firstLine line number of the first line counted here, from 1
 * @param tail the last line when it does not end with LF; it is read again when the file has grown
 * @param retraction the tail of the continued input, which this one read again
 * @param ledger lines that were counted here, the retracted line not subtracted
 * @param days the same by day of the platform's time zone; malformed lines have no day and are in {@code ledger} only
 * @param hours for each day a set of bits: bit {@code h} when the hour {@code h} has at least one readable line
 */
public record InputRecord(
        int number,
        String name,
        String path,
        long bytes,
        String contentHash,
        String headHash,
        Optional<Integer> continues,
        int firstLine,
        Optional<Tail> tail,
        Optional<Retraction> retraction,
        Ledger ledger,
        SortedMap<LocalDate, Ledger> days,
        SortedMap<LocalDate, Integer> hours) {

    public static final int HEAD_BYTES = 65_536;

    /**
     * A last line without LF.
     *
     * @param offset where it begins in the content, bytes
     * @param line its number, from 1
     * @param day absent when it was malformed
     */
    public record Tail(long offset, int line, LineOutcome outcome, Optional<LocalDate> day) {}

    /** A line of an earlier input that no longer counts: number of the input and its tail. */
    public record Retraction(int input, Tail tail) {}
}
