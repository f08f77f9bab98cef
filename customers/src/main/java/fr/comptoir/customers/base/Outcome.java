package fr.comptoir.customers.base;

import java.util.List;
import java.util.stream.Collectors;

/** What came of an attempt to keep something. */
public sealed interface Outcome<T> {
    /** It is kept; the value is as it is now. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Someone else changed it since it was read; nothing was kept. The value is as it is now. */
    record Conflict<T>(T current) implements Outcome<T> {}

    /** It is wrong; nothing was kept. */
    record Refused<T>(List<Fault> faults) implements Outcome<T> {
        public Refused {
            faults = List.copyOf(faults);
        }

        public Refused(Fault fault) {
            this(List.of(fault));
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String field, Fault.Kind kind, String value) {
        return new Refused<>(new Fault(field, kind, value));
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** The faults of a refusal; empty for the others. */
    default List<Fault> problems() {
        return this instanceof Refused<T> refused ? refused.faults() : List.of();
    }

    /**
     * The value that was kept.
     *
     * @throws CustomersException with what was wrong, when nothing was kept
     */
    default T orThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new CustomersException(
                this instanceof Conflict
                        ? "someone else changed it since it was read"
                        : problems().stream().map(Fault::message).collect(Collectors.joining("; ")));
    }
}
