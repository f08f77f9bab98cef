package fr.comptoir.validate.rule;

import fr.comptoir.validate.event.Thing;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of what has an identifier that nothing can have. In a table it stands in each row: wrong in some of them, it makes two things of
 * one, and what the one lacks the other has. Of a report that is wrong all over the first names are remembered; anything else may then be
 * wrong too. Its wrong identifiers are found and counted all the same.
 */
final class BadIdentifiers {
    /** Most names that are remembered. */
    static final int NAMES_MAX = 100_000;

    private final Set<Long> names = new HashSet<>();
    private boolean more;

    void add(Thing thing) {
        add(thing.nameHash());
    }

    void add(long nameHash) {
        if (names.size() < NAMES_MAX) {
            names.add(nameHash);
        } else {
            more |= !names.contains(nameHash);
        }
    }

    /** Whether it is known to have one. */
    boolean has(long nameHash) {
        return names.contains(nameHash);
    }

    /** Whether it may have one though that is not remembered. */
    boolean mayHave(long nameHash) {
        return more && !names.contains(nameHash);
    }
}
