package fr.comptoir.operation;

import fr.comptoir.operation.compare.RowDifferences.Cell;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came of making a report again.
 *
 * @param notes what else there is to say, each a sentence without full stop
 * @param changes what the report would be made from differently now; empty when that is not known
 * @param cells the first cells that differ
 * @param rows how many rows differ
 * @param fingerprint of what it was made from, when its side file says it
 * @param fingerprintNow of what it would be made from now, when it can be
 */
public record Verification(
        Path file,
        Outcome outcome,
        List<String> notes,
        List<Change> changes,
        List<Cell> cells,
        long rows,
        Optional<String> fingerprint,
        Optional<String> fingerprintNow) {
    public Verification {
        notes = List.copyOf(notes);
        changes = List.copyOf(changes);
        cells = List.copyOf(cells);
    }

    /** How it ended. */
    public enum Outcome {
        /** Made again, it is the same. */
        IDENTICAL("identical"),
        /** The file is what was made then; made again, it is another. */
        DIFFERENT("different from what is made now"),
        /** The file is not what was made then. */
        FILE_CHANGED("changed after it was made"),
        /** It could not be made again. */
        NOT_VERIFIED("cannot be verified");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * One thing that the report was made from and that is another now.
     *
     * @param month {@code yyyy-mm}; {@code ""} when it is not of one month
     * @param what program, catalogue, institutions, a member of the platform, and of a month: counted, restated, logs, robots, rules
     * @param then {@code ""} for nothing
     * @param now {@code ""} for nothing
     */
    public record Change(String month, String what, String then, String now) {
        static final String COUNTED = "counted";
        static final String RESTATED = "restated";
        private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,64}");
        private static final int HASH_SHOWN = 12;

        @Override
        public String toString() {
            return (month.isEmpty() ? "" : month + ": ") + sentence();
        }

        private String sentence() {
            return switch (what) {
                case COUNTED ->
                    then.isEmpty()
                            ? "counted at " + now + ", and not yet then"
                            : now.isEmpty()
                                    ? "counted then, and not any more"
                                    : "counted again at " + now + ", before at " + then;
                case RESTATED -> "restated at " + now;
                default -> what + ": " + shown(then) + " then, " + shown(now) + " now";
            };
        }

        private static String shown(String value) {
            return value.isEmpty()
                    ? "none"
                    : HASH.matcher(value).replaceAll(hash -> hash.group().substring(0, HASH_SHOWN));
        }
    }

    static Verification notVerified(Path file, String why) {
        return new Verification(
                file, Outcome.NOT_VERIFIED, List.of(why), List.of(), List.of(), 0, Optional.empty(), Optional.empty());
    }
}
