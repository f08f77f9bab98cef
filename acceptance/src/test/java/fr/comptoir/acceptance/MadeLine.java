package fr.comptoir.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One line of a made log and what the contract says of it, known because it was made so and not because it was read.
 *
 * @param end the place in the ledger where the line ends: {@code malformed}, {@code excluded.robot}, ..., {@code actions}
 * @param rows what the store keeps of it: its actions, or what it holds; empty for the others
 */
record MadeLine(String text, String end, List<Row> rows) {
    /**
     * One row of the Parquet of actions.
     *
     * @param user who acted, in words of the log: two rows are of one user exactly when these are equal
     * @param session likewise
     * @param customers sorted and joined with {@code |}
     * @param item absent for a search of the platform
     * @param action as in the Parquet
     * @param accessTypeR5 of the page rule, if it says one
     * @param part which row of its line
     */
    record Row(
            Instant time,
            LocalDate day,
            String user,
            String session,
            String organisation,
            String customers,
            Optional<String> item,
            String action,
            String format,
            String accessMethod,
            Optional<String> accessTypeR5,
            int part) {}
}
