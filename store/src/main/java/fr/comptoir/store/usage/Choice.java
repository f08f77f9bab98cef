package fr.comptoir.store.usage;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Values that are wanted and values that are not.
 *
 * @param in one of these; empty for any
 * @param out none of these
 */
public record Choice<T>(Set<T> in, Set<T> out) {
    public Choice {
        in = Set.copyOf(in);
        out = Set.copyOf(out);
    }

    /** Everything. */
    public static <T> Choice<T> all() {
        return new Choice<>(Set.of(), Set.of());
    }

    public static <T> Choice<T> of(T value) {
        return new Choice<>(Set.of(value), Set.of());
    }

    /** Nothing at all, said by any one value: it is wanted and not wanted. An empty choice would be one of everything. */
    public static <T> Choice<T> none(T value) {
        return new Choice<>(Set.of(value), Set.of(value));
    }

    public boolean isAll() {
        return in.isEmpty() && out.isEmpty();
    }

    /** Whether nothing passes, whatever values there are. */
    public boolean isNone() {
        return !in.isEmpty() && out.containsAll(in);
    }

    public boolean passes(T value) {
        return (in.isEmpty() || in.contains(value)) && !out.contains(value);
    }

    /** Those of {@code values} that pass, in their order. */
    Set<T> of(Iterable<T> values) {
        Set<T> passing = new LinkedHashSet<>();
        for (T value : values) {
            if (passes(value)) {
                passing.add(value);
            }
        }
        return passing;
    }
}
