package fr.comptoir.report;

import static fr.comptoir.report.DeclaredColumn.always;
import static fr.comptoir.report.DeclaredColumn.extension;
import static fr.comptoir.report.DeclaredColumn.withComponentDetails;
import static fr.comptoir.report.DeclaredColumn.withParentDetails;

import java.util.List;
import java.util.stream.Stream;

/** Runs of columns that several reports of both releases have. */
final class Columns {
    private Columns() {}

    /** Those that name a member of a consortium. */
    static final List<Column> OF_MEMBERS = List.of(Column.INSTITUTION_NAME, Column.CUSTOMER_ID);

    /** Whose usage it is: reserved by the Code, and first in tabular reports (CoP 5.1 and 5.0.3, section 11.5). */
    static Stream<DeclaredColumn> whose() {
        return extension(Column.INSTITUTION_NAME, Column.CUSTOMER_ID, Column.ATTRIBUTED);
    }

    static Stream<DeclaredColumn> platform() {
        return always(Column.PLATFORM);
    }

    static Stream<DeclaredColumn> database() {
        return always(Column.DATABASE, Column.PUBLISHER, Column.PUBLISHER_ID, Column.PLATFORM, Column.PROPRIETARY_ID);
    }

    static Stream<DeclaredColumn> title() {
        return always(
                Column.TITLE,
                Column.PUBLISHER,
                Column.PUBLISHER_ID,
                Column.PLATFORM,
                Column.DOI,
                Column.PROPRIETARY_ID,
                Column.ISBN,
                Column.PRINT_ISSN,
                Column.ONLINE_ISSN,
                Column.URI);
    }

    /** As {@link #title()}, without ISBN. */
    static Stream<DeclaredColumn> journal() {
        return title().filter(column -> column.column() != Column.ISBN);
    }

    static Stream<DeclaredColumn> item() {
        return always(Column.ITEM, Column.PUBLISHER, Column.PUBLISHER_ID, Column.PLATFORM);
    }

    static Stream<DeclaredColumn> identifiers() {
        return always(
                Column.DOI, Column.PROPRIETARY_ID, Column.ISBN, Column.PRINT_ISSN, Column.ONLINE_ISSN, Column.URI);
    }

    static Stream<DeclaredColumn> parent() {
        return withParentDetails(
                Column.PARENT_TITLE,
                Column.PARENT_AUTHORS,
                Column.PARENT_PUBLICATION_DATE,
                Column.PARENT_ARTICLE_VERSION,
                Column.PARENT_DATA_TYPE,
                Column.PARENT_DOI,
                Column.PARENT_PROPRIETARY_ID,
                Column.PARENT_ISBN,
                Column.PARENT_PRINT_ISSN,
                Column.PARENT_ONLINE_ISSN,
                Column.PARENT_URI);
    }

    static Stream<DeclaredColumn> component() {
        return withComponentDetails(
                Column.COMPONENT_TITLE,
                Column.COMPONENT_AUTHORS,
                Column.COMPONENT_PUBLICATION_DATE,
                Column.COMPONENT_DATA_TYPE,
                Column.COMPONENT_DOI,
                Column.COMPONENT_PROPRIETARY_ID,
                Column.COMPONENT_ISBN,
                Column.COMPONENT_PRINT_ISSN,
                Column.COMPONENT_ONLINE_ISSN,
                Column.COMPONENT_URI);
    }

    /** All columns of IR_A1, the same in both releases. */
    static Stream<DeclaredColumn> journalArticle() {
        return always(
                Column.ITEM,
                Column.PUBLISHER,
                Column.PUBLISHER_ID,
                Column.PLATFORM,
                Column.AUTHORS,
                Column.PUBLICATION_DATE,
                Column.ARTICLE_VERSION,
                Column.DOI,
                Column.PROPRIETARY_ID,
                Column.PRINT_ISSN,
                Column.ONLINE_ISSN,
                Column.URI,
                Column.PARENT_TITLE,
                Column.PARENT_AUTHORS,
                Column.PARENT_ARTICLE_VERSION,
                Column.PARENT_DOI,
                Column.PARENT_PROPRIETARY_ID,
                Column.PARENT_PRINT_ISSN,
                Column.PARENT_ONLINE_ISSN,
                Column.PARENT_URI,
                Column.ACCESS_TYPE);
    }

    static Stream<DeclaredColumn> multimediaItem() {
        return always(
                Column.ITEM,
                Column.PUBLISHER,
                Column.PUBLISHER_ID,
                Column.PLATFORM,
                Column.DOI,
                Column.PROPRIETARY_ID,
                Column.URI);
    }
}
