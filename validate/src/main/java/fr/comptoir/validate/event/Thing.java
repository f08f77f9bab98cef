package fr.comptoir.validate.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was used, its parent, or a component of it, as described in one place. Readers fill it again for the next. */
public final class Thing {
    /** What it is in the report. */
    public enum Role {
        ITEM,
        PARENT,
        COMPONENT
    }

    public final Role role;
    private final @Nullable String[] values = new @Nullable String[Field.COUNT];
    private final int[] listed = new int[Field.COUNT];
    public final List<TypedValue> publisherIds = new ArrayList<>();
    public final List<Author> authors = new ArrayList<>();
    /** Where it is, in the words of its reader. */
    public long code;
    /** Which component of its item, from 0. */
    public int ordinal;

    private long hash;
    /** How much was known when the hash was worked out; -1 when it has to be done again. */
    private int hashed = -1;

    public Thing(Role role) {
        this.role = role;
    }

    public void clear() {
        hashed = -1;
        Arrays.fill(values, null);
        publisherIds.clear();
        authors.clear();
        ordinal = 0;
    }

    /** The value; null when it is absent, empty when an element is there and has none. */
    public @Nullable String get(Field field) {
        return values[field.ordinal()];
    }

    /** Whether there is a value that is not empty. */
    public boolean has(Field field) {
        String value = values[field.ordinal()];
        return value != null && !value.isEmpty();
    }

    public void set(Field field, @Nullable String value) {
        hashed = -1;
        values[field.ordinal()] = value;
    }

    /** Sets a value that stands at {@code index} of a list (Release 5 JSON). */
    public void set(Field field, String value, int index) {
        hashed = -1;
        values[field.ordinal()] = value;
        listed[field.ordinal()] = index;
    }

    /** The place of a value in its list (Release 5 JSON). */
    public int listed(Field field) {
        return listed[field.ordinal()];
    }

    public boolean hasIdentifier() {
        for (Field field : IDENTIFIERS) {
            if (has(field)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing at all is known of it. */
    public boolean isEmpty() {
        for (String value : values) {
            if (value != null && !value.isEmpty()) {
                return false;
            }
        }
        return authors.isEmpty() && publisherIds.isEmpty();
    }

    /** The same for two descriptions exactly when all that is said is the same. */
    public long hash() {
        int known = publisherIds.size() + authors.size(); // lists grow until all is cleared
        if (hashed != known) {
            hashed = known;
            hash = hashAll();
        }
        return hash;
    }

    private long hashAll() {
        long all = role.ordinal();
        for (String value : values) {
            all = Hash64.then(all, value == null || value.isEmpty() ? 0 : Hash64.of(value));
        }
        long publishers = 0;
        for (TypedValue id : publisherIds) {
            publishers += Hash64.then(Hash64.of(id.type()), Hash64.of(id.value()));
        }
        all = Hash64.then(all, publishers);
        for (Author author : authors) {
            all = Hash64.then(all, Hash64.of(author.name()));
            for (TypedValue id : author.identifiers()) {
                all = Hash64.then(all, Hash64.of(id.value()));
            }
        }
        return all;
    }

    /** The same for two descriptions under one name, whatever is said besides; of things without a name, that of {@link #hash}. */
    public long nameHash() {
        String name = get(Field.NAME);
        return name == null || name.isEmpty() ? hash() : Hash64.then(role.ordinal(), Hash64.of(name));
    }

    private static final Field[] IDENTIFIERS =
            Arrays.stream(Field.values()).filter(Field::isIdentifier).toArray(Field[]::new);
}
