package fr.comptoir.store.usage;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.query.CodeSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/** The numbers of {@link TitleNumbers}, and those of open-access statuses, by those that the same rows have for counting. */
final class CatalogueNumbers {
    private final int[] titles;
    private final char[] statuses;

    private CatalogueNumbers(int[] titles, char[] statuses) {
        this.titles = titles;
        this.statuses = statuses;
    }

    /** Of a catalogue without rows, or with none that are titles. */
    static CatalogueNumbers none(Catalogue catalogue) {
        return new CatalogueNumbers(new int[catalogue.size()], new char[catalogue.size()]);
    }

    static CatalogueNumbers of(TitleNumbers numbers, Path temporary, Catalogue catalogue)
            throws SQLException, IOException {
        CatalogueNumbers all = none(catalogue);
        Arrays.fill(all.titles, numbers.catalogued());
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            read(
                    kept,
                    "SELECT item_id, n FROM " + numbers.contents(kept),
                    catalogue,
                    (item, n) -> all.titles[item] = n);
            read(
                    kept,
                    "SELECT item_id, number FROM " + numbers.openAccess(kept),
                    catalogue,
                    (item, n) -> all.statuses[item] = (char) n);
        }
        return all;
    }

    /** Takes a number of an item. */
    @FunctionalInterface
    private interface Taker {
        void take(int item, int number);
    }

    private static void read(KeptDuck kept, String sql, Catalogue catalogue, Taker taker)
            throws SQLException, IOException {
        ColumnReader.read(kept.duck(), sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                int item = catalogue.find(chunk.vector(0).getString(row));
                if (item != Catalogue.NONE) {
                    taker.take(item, chunk.vector(1).getInt(row));
                }
            }
        });
    }

    /** The number of a title, or of an item without one; how many there are for what cannot be chosen. */
    int title(int item) {
        return titles[item];
    }

    /** From 1; 0 for none. */
    int status(int item) {
        return statuses[item];
    }
}
