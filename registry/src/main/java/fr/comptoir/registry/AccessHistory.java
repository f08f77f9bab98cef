package fr.comptoir.registry;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.model.text.SentenceException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Access_Types in the course of time: {@code Controlled;2024-03-15:Open} is Controlled up to 14 March 2024 and Open from the 15th on. Where
 * the first type is blank ({@code ;2024-03-15:Open}, also written without the semicolon), the days before the first change are left to
 * the parent. In Release 5 a type may be said to hold {@code (in all formats)}, whatever page rules say of theirs.
 *
 * @param first what holds before the first change, absent when blank
 * @param changes in ascending order of day, each day once
 */
record AccessHistory(Optional<AccessHistory.Access> first, List<AccessHistory.Change> changes) {
    /** How a type that no page rule changes is written. */
    static final String IN_ALL_FORMATS = "(in all formats)";

    /** @param inAllFormats whatever page rules say of theirs */
    record Access(AccessType type, boolean inAllFormats) {
        @Override
        public String toString() {
            return type.code() + (inAllFormats ? " " + IN_ALL_FORMATS : "");
        }
    }

    /** From {@code day} on (days since 1970-01-01). */
    record Change(int day, Access access) {}

    static final AccessHistory BLANK = new AccessHistory(Optional.empty(), List.of());

    /**
     * Reads the text of a column.
     *
     * @throws SentenceException with what is wrong
     */
    static AccessHistory parse(String text, Release release) {
        if (text.isEmpty()) {
            return BLANK;
        }
        Optional<Access> first = Optional.empty();
        List<Change> changes = new ArrayList<>();
        String[] parts = text.split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            int colon = part.indexOf(':');
            if (colon >= 0) {
                changes.add(change(part, colon, release, changes));
            } else if (i == 0) {
                first = part.isEmpty() ? Optional.empty() : Optional.of(access(part, release));
            } else if (!part.isEmpty()) {
                throw new SentenceException(
                        Sentence.of("access.change", "'{0}': a change is written yyyy-mm-dd:Type", part));
            }
        }
        return new AccessHistory(first, List.copyOf(changes));
    }

    private static Change change(String part, int colon, Release release, List<Change> before) {
        String date = part.substring(0, colon).strip();
        Access access = access(part.substring(colon + 1).strip(), release);
        try {
            int day = (int) LocalDate.parse(date).toEpochDay();
            if (!before.isEmpty() && before.get(before.size() - 1).day() >= day) {
                throw new SentenceException(
                        Sentence.of("access.order", "'{0}': the changes must follow one another in time", part));
            }
            return new Change(day, access);
        } catch (DateTimeParseException e) {
            throw new SentenceException(Sentence.of("value.day", "'{0}' is no day written yyyy-mm-dd", date), e);
        }
    }

    private static Access access(String text, Release release) {
        boolean inAllFormats = release == Release.R5 && text.endsWith(IN_ALL_FORMATS);
        String type = inAllFormats
                ? text.substring(0, text.length() - IN_ALL_FORMATS.length()).strip()
                : text;
        return new Access(type(type, release), inAllFormats);
    }

    private static AccessType type(String text, Release release) {
        return AccessType.of(text)
                .filter(type -> type.in(release))
                .orElseThrow(() -> new SentenceException(Sentence.of(
                        "value.of",
                        "'{0}' is not one of {1}",
                        text,
                        Arrays.stream(AccessType.values())
                                .filter(type -> type.in(release))
                                .map(AccessType::code)
                                .collect(Collectors.joining(", ")))));
    }

    boolean isBlank() {
        return first.isEmpty() && changes.isEmpty();
    }

    /** Canonical text, which {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(first.map(Access::toString).orElse(""));
        for (Change change : changes) {
            text.append(';')
                    .append(LocalDate.ofEpochDay(change.day()))
                    .append(':')
                    .append(change.access());
        }
        return text.toString();
    }
}
