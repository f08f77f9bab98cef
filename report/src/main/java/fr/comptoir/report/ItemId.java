package fr.comptoir.report;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactRow.Described;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identifiers of an item, in the order of their columns (CoP 5.1 and 5.0.3, section 3.2). */
enum ItemId {
    DOI("DOI", Column.DOI, Column.PARENT_DOI),
    PROPRIETARY("Proprietary", Column.PROPRIETARY_ID, Column.PARENT_PROPRIETARY_ID),
    ISBN("ISBN", Column.ISBN, Column.PARENT_ISBN),
    PRINT_ISSN("Print_ISSN", Column.PRINT_ISSN, Column.PARENT_PRINT_ISSN),
    ONLINE_ISSN("Online_ISSN", Column.ONLINE_ISSN, Column.PARENT_ONLINE_ISSN),
    /** Only in JSON of Release 5, where the other ISSNs may stand. */
    LINKING_ISSN("Linking_ISSN", Column.ONLINE_ISSN, Column.PARENT_ONLINE_ISSN),
    URI("URI", Column.URI, Column.PARENT_URI);

    private final String code;
    private final Column column;
    private final Column parentColumn;

    ItemId(String code, Column column, Column parentColumn) {
        this.code = code;
        this.column = column;
        this.parentColumn = parentColumn;
    }

    /** The name in JSON. */
    String code() {
        return code;
    }

    /** The identifiers that a release knows. */
    static List<ItemId> of(Release release) {
        return Arrays.stream(values())
                .filter(type -> type != LINKING_ISSN || release == Release.R5)
                .toList();
    }

    /** The identifier with that name in any letter case. */
    static Optional<ItemId> of(Release release, String code) {
        return of(release).stream()
                .filter(type -> type.code.equalsIgnoreCase(code))
                .findFirst();
    }

    /** Those of items that JSON shows beside these columns. */
    static List<ItemId> shown(Release release, Set<Column> columns) {
        return of(release).stream()
                .filter(type -> columns.contains(type.column))
                .toList();
    }

    /** Those of parents that JSON shows beside these columns. */
    static List<ItemId> shownOfParent(Release release, Set<Column> columns) {
        return of(release).stream()
                .filter(type -> columns.contains(type.parentColumn))
                .toList();
    }

    /** The value, or {@code ""}. */
    String value(Described described, String platformId) {
        return switch (this) {
            case DOI -> described.doi();
            case PROPRIETARY -> described.id().isEmpty() ? "" : platformId + ":" + described.id();
            case ISBN -> described.isbn();
            case PRINT_ISSN -> described.printIssn();
            case ONLINE_ISSN -> described.onlineIssn();
            case LINKING_ISSN -> described.issnL();
            case URI -> described.uri();
        };
    }
}
