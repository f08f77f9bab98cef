package fr.comptoir.customers.month;

import java.time.Instant;
import java.time.YearMonth;

/**
 * Usage that somebody should look at (CoP 5.1, section 7.12). It is a case for people; nothing is ever blocked or left out because of it.
 *
 * @param subjectKind PLATFORM, DATABASE or TITLE
 * @param subject id in the catalogue, {@code ""} for the platform
 * @param name of the subject, for people
 * @param value usage of the month
 * @param mean monthly mean of the twelve months before
 * @param parts what explains it, JSON of the program that found it
 */
public record Anomaly(
        long id,
        YearMonth month,
        String customerId,
        String subjectKind,
        String subject,
        String name,
        String metric,
        long value,
        double mean,
        Kind kind,
        String parts,
        State state,
        Instant detectedAt,
        int version) {

    /** Which way. */
    public enum Kind {
        SPIKE,
        DIP
    }

    /** What people think of it. */
    public enum State {
        /** Nobody has looked. */
        NEW,
        /** Somebody is looking. */
        IN_REVIEW,
        /** The usage was real. */
        GENUINE,
        /** Programs or abuse; the customer is spoken to. */
        ABUSE,
        /** A fault of counting or of logs: the month is to be corrected. */
        ERROR
    }

    /** Found by the program, before it is a case. */
    public record Found(
            YearMonth month,
            String customerId,
            String subjectKind,
            String subject,
            String name,
            String metric,
            long value,
            double mean,
            Kind kind,
            String parts) {}

    /**
     * What somebody wrote, and the state from then on.
     *
     * @param state as it was set with the note
     */
    public record Note(Instant at, String person, State state, String text) {}
}
