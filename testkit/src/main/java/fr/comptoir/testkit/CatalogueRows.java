package fr.comptoir.testkit;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.code.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the rows of a catalogue one by one; what is said after {@link #add} is said of that row, the rest is blank.
 *
 * <pre>{@code
 * new CatalogueRows().add("J", DataType.JOURNAL).add("A", DataType.ARTICLE).parent("J").yop(2020).accessType("Open").catalogue()
 * }</pre>
 */
public final class CatalogueRows {
    private final List<CatalogueRow> rows = new ArrayList<>();

    public CatalogueRows add(String itemId, DataType dataType) {
        int line = rows.size() + 2;
        rows.add(new CatalogueRow(
                line,
                itemId,
                "",
                dataType.code(),
                itemId,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                ""));
        return this;
    }

    /** Adds {@code count} Book_Segments (of a Reference_Work: Reference_Items) named {@code book.1}, {@code book.2}, ... */
    public CatalogueRows addSegments(String book, int count) {
        DataType type = rows.stream()
                .filter(row -> row.itemId().equals(book))
                .map(row -> DataType.of(row.dataType()).orElseThrow())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row " + book));
        for (int i = 1; i <= count; i++) {
            add(book + "." + i, type.segmentType()).parent(book);
        }
        return this;
    }

    public CatalogueRows parent(String itemId) {
        CatalogueRow row = last();
        return replace(row, itemId, row.yop(), row.accessType(), row.accessTypeR5(), row.oaStatus(), row.databaseId());
    }

    public CatalogueRows yop(int yop) {
        CatalogueRow row = last();
        return replace(
                row,
                row.parentId(),
                String.format(Locale.ROOT, "%04d", yop),
                row.accessType(),
                row.accessTypeR5(),
                row.oaStatus(),
                row.databaseId());
    }

    /** Says the Access_Type, with its changes as in {@code Controlled;2026-01-15:Open}. */
    public CatalogueRows accessType(String accessType) {
        CatalogueRow row = last();
        return replace(
                row, row.parentId(), row.yop(), accessType, row.accessTypeR5(), row.oaStatus(), row.databaseId());
    }

    /** Says the Access_Type of Release 5, in the same form. */
    public CatalogueRows accessTypeR5(String accessType) {
        CatalogueRow row = last();
        return replace(row, row.parentId(), row.yop(), row.accessType(), accessType, row.oaStatus(), row.databaseId());
    }

    public CatalogueRows oaStatus(String oaStatus) {
        CatalogueRow row = last();
        return replace(
                row, row.parentId(), row.yop(), row.accessType(), row.accessTypeR5(), oaStatus, row.databaseId());
    }

    public CatalogueRows database(String itemId) {
        CatalogueRow row = last();
        return replace(row, row.parentId(), row.yop(), row.accessType(), row.accessTypeR5(), row.oaStatus(), itemId);
    }

    public List<CatalogueRow> rows() {
        return List.copyOf(rows);
    }

    public TestCatalogue catalogue() {
        return TestCatalogue.of(rows);
    }

    private CatalogueRow last() {
        return rows.get(rows.size() - 1);
    }

    private CatalogueRows replace(
            CatalogueRow row,
            String parentId,
            String yop,
            String accessType,
            String accessTypeR5,
            String oaStatus,
            String databaseId) {
        rows.set(
                rows.size() - 1,
                new CatalogueRow(
                        row.line(),
                        row.itemId(),
                        parentId,
                        row.dataType(),
                        row.name(),
                        row.publisher(),
                        row.publisherId(),
                        row.authors(),
                        row.publicationDate(),
                        row.articleVersion(),
                        yop,
                        accessType,
                        accessTypeR5,
                        oaStatus,
                        row.doi(),
                        row.isbn(),
                        row.printIssn(),
                        row.onlineIssn(),
                        row.issnL(),
                        row.uri(),
                        row.packages(),
                        databaseId));
        return this;
    }
}
