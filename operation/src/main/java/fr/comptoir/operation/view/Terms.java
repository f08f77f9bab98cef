package fr.comptoir.operation.view;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Values of one {@link Field}, in the order in which addresses have them.
 *
 * @param in one of these; empty for any
 * @param out none of these
 */
public record Terms(SortedSet<String> in, SortedSet<String> out) {
    /** Any value. */
    public static final Terms ANY = new Terms(new TreeSet<>(), new TreeSet<>());

    public Terms {
        in = Collections.unmodifiableSortedSet(new TreeSet<>(in));
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
    }

    public boolean isAny() {
        return in.isEmpty() && out.isEmpty();
    }

    /** With one value more; it cannot be wanted and unwanted at once. */
    Terms with(String value, boolean wanted) {
        Terms less = without(value);
        TreeSet<String> more = new TreeSet<>(wanted ? less.in : less.out);
        more.add(value);
        return wanted ? new Terms(more, less.out) : new Terms(less.in, more);
    }

    Terms without(String value) {
        TreeSet<String> wanted = new TreeSet<>(in);
        wanted.remove(value);
        TreeSet<String> unwanted = new TreeSet<>(out);
        unwanted.remove(value);
        return new Terms(wanted, unwanted);
    }
}
