package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.DataType;
import java.util.Arrays;
import java.util.BitSet;

/** What rows say of one another: parents, databases and the segments of whole books. */
final class CatalogueLinks {
    private static final DataType[] DATA_TYPES = DataType.values();
    private static final byte THIS_WALK = 1;
    private static final byte EARLIER_WALK = 2;

    private final ItemIds ids;
    private final CatalogueColumns columns;
    private final BitSet rows;
    private final Problems problems;

    CatalogueLinks(ItemIds ids, CatalogueColumns columns, BitSet rows, Problems problems) {
        this.ids = ids;
        this.columns = columns;
        this.rows = rows;
        this.problems = problems;
    }

    /** Says what is wrong and cuts each such link, so that what is left leads to rows and never in a circle. */
    void check() {
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            checkParent(i);
            checkDatabase(i);
        }
        cutCircles();
    }

    private DataType type(int number) {
        return DATA_TYPES[columns.dataTypes[number]];
    }

    private String name(int number) {
        return type(number).code() + " '" + ids.text(number) + "'";
    }

    private void checkParent(int item) {
        int parent = columns.parents[item];
        if (parent == Catalogue.NONE) {
            return;
        }
        if (!rows.get(parent)) {
            problems.warning(
                    columns.lines[item],
                    "parent_id",
                    "the parent '" + ids.text(parent) + "' of the " + name(item)
                            + " is not in the catalogue; it counts as without one");
            columns.parents[item] = Catalogue.NONE;
        } else if (!mayBeParent(type(item), type(parent))) {
            problems.warning(
                    columns.lines[item],
                    "parent_id",
                    "the " + name(item) + " has the " + name(parent) + " as its parent");
        }
    }

    private static boolean mayBeParent(DataType type, DataType parent) {
        return switch (type) {
            case BOOK_SEGMENT -> parent == DataType.BOOK;
            case REFERENCE_ITEM -> parent == DataType.REFERENCE_WORK;
            case NEWS_ITEM -> parent == DataType.NEWSPAPER_OR_NEWSLETTER;
            case DATABASE_FULL_ITEM -> parent == DataType.DATABASE_FULL;
            case ARTICLE -> parent != DataType.BOOK && parent != DataType.REFERENCE_WORK;
            default -> type.level() != DataType.Level.TITLE && type.level() != DataType.Level.DATABASE;
        };
    }

    private void checkDatabase(int item) {
        int database = columns.databases[item];
        if (database == Catalogue.NONE) {
            return;
        }
        if (!rows.get(database)) {
            problems.warning(
                    columns.lines[item],
                    "database_id",
                    "the database '" + ids.text(database) + "' of the " + name(item) + " is not in the catalogue");
            columns.databases[item] = Catalogue.NONE;
        } else if (!type(database).isDatabase()) {
            problems.error(
                    columns.lines[item],
                    "database_id",
                    "of the " + name(item) + ": the " + name(database) + " is no database");
            columns.databases[item] = Catalogue.NONE;
        }
    }

    private void cutCircles() {
        byte[] walks = new byte[ids.size()];
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            for (int at = i; at != Catalogue.NONE && walks[at] == 0; at = columns.parents[at]) {
                walks[at] = THIS_WALK;
                int parent = columns.parents[at];
                if (parent != Catalogue.NONE && walks[parent] == THIS_WALK) {
                    problems.error(
                            columns.lines[at],
                            "parent_id",
                            "the " + name(at) + " is its own ancestor: its parent is the " + name(parent));
                    columns.parents[at] = Catalogue.NONE;
                }
            }
            for (int at = i; at != Catalogue.NONE && walks[at] == THIS_WALK; at = columns.parents[at]) {
                walks[at] = EARLIER_WALK;
            }
        }
    }

    /** For each item of the finished catalogue where its segments begin, and the segments of all, by ascending id within a book. */
    int[][] segments(ItemIds kept, CatalogueColumns dense) {
        int size = kept.size();
        int[] starts = new int[size + 1];
        for (int i = 0; i < size; i++) {
            if (isSegment(dense, i)) {
                starts[dense.parents[i] + 1]++;
            }
        }
        for (int i = 0; i < size; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] segments = new int[starts[size]];
        for (int i = 0; i < size; i++) {
            if (isSegment(dense, i)) {
                segments[next[dense.parents[i]]++] = i;
            }
        }
        for (int i = 0; i < size; i++) {
            if (starts[i + 1] - starts[i] > 1) {
                sort(segments, starts[i], starts[i + 1], kept);
            }
        }
        return new int[][] {starts, segments};
    }

    private static boolean isSegment(CatalogueColumns dense, int item) {
        int parent = dense.parents[item];
        if (parent == Catalogue.NONE) {
            return false;
        }
        DataType parentType = DATA_TYPES[dense.dataTypes[parent]];
        return parentType.isWholeBook() && DATA_TYPES[dense.dataTypes[item]] == parentType.segmentType();
    }

    private static void sort(int[] segments, int from, int to, ItemIds kept) {
        Integer[] sorted = Arrays.stream(segments, from, to).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, kept::compare);
        for (int i = 0; i < sorted.length; i++) {
            segments[from + i] = sorted[i];
        }
    }
}
