package fr.comptoir.report;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.FactRow.Described;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of the tabular form before Metric_Type (CoP 5.1 and 5.0.3, section 3.2). */
final class Cells {
    private final ReportContext context;

    Cells(ReportContext context) {
        this.context = context;
    }

    /** The text under a column; {@code ""} when the catalogue has none or the row is not about it. */
    String text(Column column, Usage usage) {
        return switch (column) {
            case INSTITUTION_NAME -> usage.customer() == null ? "" : context.memberName(usage.customer());
            case CUSTOMER_ID -> usage.customer() == null ? "" : usage.customer();
            case PLATFORM -> context.platform();
            case ATTRIBUTED -> usage.attributed() == null ? "" : Filters.yesOrNo(usage.attributed());
            case DATABASE, TITLE, ITEM -> usage.subject().name();
            case PUBLISHER -> usage.subject().publisher();
            case PUBLISHER_ID ->
                OrganisationIds.ofPublisher(usage.subject().publisherId(), context.platformId())
                        .tabular();
            case AUTHORS -> Author.tabular(usage.subject().authors());
            case PUBLICATION_DATE -> usage.subject().publicationDate();
            case ARTICLE_VERSION -> usage.subject().articleVersion();
            case DOI -> ItemId.DOI.value(usage.subject(), context.platformId());
            case PROPRIETARY_ID -> ItemId.PROPRIETARY.value(usage.subject(), context.platformId());
            case ISBN -> ItemId.ISBN.value(usage.subject(), context.platformId());
            case PRINT_ISSN -> ItemId.PRINT_ISSN.value(usage.subject(), context.platformId());
            case ONLINE_ISSN -> ItemId.ONLINE_ISSN.value(usage.subject(), context.platformId());
            case URI -> ItemId.URI.value(usage.subject(), context.platformId());
            case DATA_TYPE -> code(usage.dataType());
            case SECTION_TYPE ->
                usage.sectionType() == null ? "" : usage.sectionType().code();
            case YOP -> usage.yop() == 0 ? "" : Filters.yop(usage.yop());
            case ACCESS_TYPE ->
                usage.accessType() == null ? "" : usage.accessType().code();
            case ACCESS_METHOD ->
                usage.accessMethod() == null ? "" : usage.accessMethod().code();
            case FORMAT -> usage.format() == null ? "" : usage.format().code();
            case PARENT_TITLE,
                    PARENT_AUTHORS,
                    PARENT_PUBLICATION_DATE,
                    PARENT_ARTICLE_VERSION,
                    PARENT_DATA_TYPE,
                    PARENT_DOI,
                    PARENT_PROPRIETARY_ID,
                    PARENT_ISBN,
                    PARENT_PRINT_ISSN,
                    PARENT_ONLINE_ISSN,
                    PARENT_URI -> usage.parent() == null ? "" : parentText(column, usage.parent());
            case COMPONENT_TITLE,
                    COMPONENT_AUTHORS,
                    COMPONENT_PUBLICATION_DATE,
                    COMPONENT_DATA_TYPE,
                    COMPONENT_DOI,
                    COMPONENT_PROPRIETARY_ID,
                    COMPONENT_ISBN,
                    COMPONENT_PRINT_ISSN,
                    COMPONENT_ONLINE_ISSN,
                    COMPONENT_URI -> "";
        };
    }

    private String parentText(Column column, Described parent) {
        return switch (column) {
            case PARENT_TITLE -> parent.name();
            case PARENT_AUTHORS -> Author.tabular(parent.authors());
            case PARENT_PUBLICATION_DATE -> parent.publicationDate();
            case PARENT_ARTICLE_VERSION -> parent.articleVersion();
            case PARENT_DATA_TYPE -> parent.dataType() == DataType.DATABASE ? "" : code(parent.dataType());
            case PARENT_DOI -> ItemId.DOI.value(parent, context.platformId());
            case PARENT_PROPRIETARY_ID -> ItemId.PROPRIETARY.value(parent, context.platformId());
            case PARENT_ISBN -> ItemId.ISBN.value(parent, context.platformId());
            case PARENT_PRINT_ISSN -> ItemId.PRINT_ISSN.value(parent, context.platformId());
            case PARENT_ONLINE_ISSN -> ItemId.ONLINE_ISSN.value(parent, context.platformId());
            case PARENT_URI -> ItemId.URI.value(parent, context.platformId());
            default -> throw new IllegalArgumentException(column.code() + " is not about a parent");
        };
    }

    private static String code(@Nullable DataType dataType) {
        return dataType == null ? "" : dataType.code();
    }
}
