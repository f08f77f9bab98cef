package fr.comptoir.ingest.format;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A piece of a format: text that stands in every line as it is, or a value. */
sealed interface Token {
    /** Text. */
    record Literal(String text) implements Token {}

    /**
     * A value.
     *
     * @param written as the format writes it, for messages
     * @param name by which the site may name it, whatever the way of writing: see {@link FieldNames}
     * @param rank among the values of the same meaning; the lowest is taken
     * @param time how it is written, if the meaning is TIME
     */
    record Value(
            String written,
            String name,
            Meaning meaning,
            int rank,
            @Nullable Supplier<TimeForm> time) implements Token {
        Value(String written, String name, Meaning meaning, int rank) {
            this(written, name, meaning, rank, null);
        }

        /** Whether it says a piece of a time only. */
        boolean isFraction() {
            return meaning == Meaning.TIME && rank == FRACTION;
        }
    }

    /** Rank of a TIME that is added to another: a fraction of a second. */
    int FRACTION = 9;
    /** Rank of a TIME that may be one piece of several. */
    int PIECE = 5;
}
