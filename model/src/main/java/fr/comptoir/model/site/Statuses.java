package fr.comptoir.model.site;

import java.util.BitSet;

/** A set of HTTP statuses, 100 to 999. Immutable. */
public final class Statuses {
    private final BitSet set;

    private Statuses(BitSet set) {
        this.set = set;
    }

    /** The Code of Practice's: 200 and 304 (CoP 5.1, section 7.1). */
    public static Statuses delivered() {
        BitSet set = new BitSet();
        set.set(200);
        set.set(304);
        return new Statuses(set);
    }

    public static Statuses of(BitSet statuses) {
        return new Statuses((BitSet) statuses.clone());
    }

    public boolean contains(int status) {
        return status >= 0 && set.get(status);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Statuses statuses && set.equals(statuses.set);
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    @Override
    public String toString() {
        return set.toString();
    }
}
