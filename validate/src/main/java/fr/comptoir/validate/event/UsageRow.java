package fr.comptoir.validate.event;

import fr.comptoir.model.code.MetricType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one metric for one item and one set of attributes: a row of the tabular form, or what is below a metric in JSON. Readers fill it
 * again for the next.
 */
public final class UsageRow {
    /** A count that is not there, or that could not be read. */
    public static final long ABSENT = -1;

    public final Thing item;
    /** What is known of the parent; null without one, or when a reader tells it later by {@link ReportEvents#itemsOf}. */
    public @Nullable Thing parent;
    /** The component that the counts are of; null for the item itself. */
    public @Nullable Thing component;

    public final @Nullable String[] attributes = new @Nullable String[Attribute.COUNT];
    /** The metric; null when the text is none of the Code. */
    public @Nullable MetricType metric;
    /** The metric as it is written. */
    public String metricText = "";
    /** By month of the reporting period, or one for the whole of it; {@link #ABSENT} where there is none. */
    public final long[] counts;
    /** Reporting_Period_Total; {@link #ABSENT} in JSON. */
    public long total = ABSENT;
    /** What was counted in columns of months that are not of the reporting period. */
    public long outside;
    /** Where it is, in the words of its reader. */
    public long code;
    /** {@link Thing#hash()} of the item. */
    public long itemHash;
    /** The same for items below the same parent; 0 without one. */
    public long parentKey;

    /** The attributes whose hashes are known, as objects; readers keep the object of a text that they find again. */
    private final @Nullable String[] hashed = new @Nullable String[Attribute.COUNT];

    private final long[] hashes = new long[Attribute.COUNT];
    private long hashedItem = -1;
    private long groupHash;
    private long attributesHash;

    public UsageRow(Thing item, int months) {
        this.item = item;
        counts = new long[months];
        Arrays.fill(counts, ABSENT);
    }

    public @Nullable String get(Attribute attribute) {
        return attributes[attribute.ordinal()];
    }

    public boolean has(Attribute attribute) {
        String value = attributes[attribute.ordinal()];
        return value != null && !value.isEmpty();
    }

    /** The item with all attributes but those that do not divide what metrics are compared over: Section_Type and Format. */
    public long groupHash() {
        hash();
        return groupHash;
    }

    /** The item with all attributes. */
    public long attributesHash() {
        hash();
        return attributesHash;
    }

    /** Works the hashes out unless they are those of the row before, as they are for the next metric of an item. */
    @SuppressWarnings("ReferenceEquality") // the same text in another object is only hashed once more
    private void hash() {
        boolean changed = hashedItem != itemHash;
        for (int at = 0; at < attributes.length; at++) {
            String value = attributes[at];
            if (value != hashed[at]) {
                hashed[at] = value;
                hashes[at] = value == null || value.isEmpty() ? 0 : Hash64.of(value);
                changed = true;
            }
        }
        if (changed) {
            hashedItem = itemHash;
            groupHash = hash(false);
            attributesHash = hash(true);
        }
    }

    private long hash(boolean all) {
        long hash = itemHash;
        for (int at = 0; at < hashes.length; at++) {
            boolean counts = all || (at != Attribute.SECTION_TYPE.ordinal() && at != Attribute.FORMAT.ordinal());
            if (counts && hashes[at] != 0) {
                hash = Hash64.then(hash + at, hashes[at]);
            }
        }
        return hash;
    }
}
