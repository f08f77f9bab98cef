package fr.comptoir.validate.rule;

import fr.comptoir.validate.event.Thing;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of what has an identifier that nothing can have. In a table it stands in each row: wrong in some of them, it makes two things of
 * one, and what the one lacks the other has.
 */
final class BadIdentifiers {
    private final Set<Long> names = new HashSet<>();

    void add(Thing thing) {
        names.add(thing.nameHash());
    }

    boolean has(long nameHash) {
        return names.contains(nameHash);
    }
}
