package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.site.Problem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes an {@link IndexedCatalogue} of rows in any order. Memory grows by some 70 bytes a row plus its id; rows themselves are not kept.
 * Not thread-safe; for one use.
 */
public final class CatalogueBuilder {
    /**
     * A catalogue, and what is wrong between its rows: with an error it must not be used.
     *
     * @param problems a parent that is not there (warning: the item counts as without one), a parent of a type that has no such parts
     *     (warning), a circle of parents (error), a database_id that is not there (warning) or no database (error)
     */
    public record Built(IndexedCatalogue catalogue, List<Problem> problems) {
        public boolean hasErrors() {
            return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        }
    }

    private final ItemIds ids = new ItemIds();
    private final AccessResolver access = new AccessResolver();
    private final BitSet rows = new BitSet();
    private final RowHash version = new RowHash();
    private final RowHash countingVersion = new RowHash();
    private final CatalogueColumns columns = new CatalogueColumns();

    /**
     * Adds a row as {@link CatalogueFile} gives it.
     *
     * @throws IllegalArgumentException when a row with that id was added before, or a value is not in canonical form
     */
    public void add(CatalogueRow row) {
        int number = ids.number(row.itemId());
        if (rows.get(number)) {
            throw new IllegalArgumentException("the item '" + row.itemId() + "' was added twice");
        }
        rows.set(number);
        int parent = row.parentId().isEmpty() ? Catalogue.NONE : ids.number(row.parentId());
        int database = row.databaseId().isEmpty() ? Catalogue.NONE : ids.number(row.databaseId());
        DataType type = DataType.of(row.dataType())
                .orElseThrow(() -> new IllegalArgumentException("unknown data_type '" + row.dataType() + "'"));
        columns.ensure(ids.size());
        columns.dataTypes[number] = (byte) type.ordinal();
        columns.yops[number] = row.yop().isEmpty() ? 0 : Short.parseShort(row.yop());
        columns.parents[number] = parent;
        columns.databases[number] = database;
        columns.access[number] =
                access.number(new AccessResolver.Said(row.accessType(), row.accessTypeR5(), row.oaStatus()));
        columns.lines[number] = row.line();
        version.add(row.values());
        countingVersion.add(List.of(
                row.itemId(),
                row.parentId(),
                row.dataType(),
                row.yop(),
                row.accessType(),
                row.accessTypeR5(),
                row.oaStatus(),
                row.databaseId()));
    }

    /**
     * Makes the catalogue.
     *
     * @param file name of the source in problems
     */
    public Built build(String file) {
        Problems problems = new Problems(file);
        columns.ensure(ids.size());
        CatalogueLinks links = new CatalogueLinks(ids, columns, rows, problems);
        links.check();
        resolveInherited();
        int[] numbers = numbers();
        ItemIds kept = rows.cardinality() == ids.size() ? ids.trimmed() : ids.only(rows::get);
        CatalogueColumns dense = columns.renumbered(rows, numbers);
        int[][] segments = links.segments(kept, dense);
        IndexedCatalogue catalogue = new IndexedCatalogue(new IndexedCatalogue.Columns(
                version.text(),
                countingVersion.text(),
                kept,
                dense.dataTypes,
                dense.yops,
                dense.parents,
                dense.databases,
                dense.access,
                access.histories(),
                segments[0],
                segments[1]));
        return new Built(catalogue, problems.all());
    }

    /** Puts the year and the number of the history in place of what the row says, parents before their children. */
    private void resolveInherited() {
        BitSet done = new BitSet();
        int[] path = new int[64];
        for (int i = rows.nextSetBit(0); i >= 0; i = rows.nextSetBit(i + 1)) {
            int depth = 0;
            int at = i;
            while (at != Catalogue.NONE && !done.get(at)) {
                if (depth == path.length) {
                    path = Arrays.copyOf(path, depth * 2);
                }
                path[depth++] = at;
                at = columns.parents[at];
            }
            while (depth > 0) {
                int item = path[--depth];
                int parent = columns.parents[item];
                int parentHistory = parent == Catalogue.NONE ? AccessResolver.NO_PARENT : columns.access[parent];
                if (columns.yops[item] == 0) {
                    columns.yops[item] = parent == Catalogue.NONE ? 1 : columns.yops[parent];
                }
                columns.access[item] = access.history(columns.access[item], parentHistory);
                done.set(item);
            }
        }
    }

    /** From the numbers of all ids that were mentioned to those of the rows. */
    private int[] numbers() {
        int[] numbers = new int[ids.size()];
        int next = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.get(i) ? next++ : Catalogue.NONE;
        }
        return numbers;
    }
}
