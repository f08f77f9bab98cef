package fr.comptoir.model.fact;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Format;
import fr.comptoir.model.code.SectionType;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One month of one row of a report. Rows come sorted by (parent,) subject, member, whether attributed, format, attributes and month, so that a reader folds neighbours; rows
 * whose counts would all be 0 do not come.
 *
 * @param subject the database, title or item; null in a Platform Report
 * @param parent the parent of an item; null when not shown, when it has none, or has the same type as the item's title
 * @param dataType in the terms of the release; null when not shown
 * @param sectionType Release 5; null when not shown, and for unique titles
 * @param yop 0 when not shown
 * @param counts by ordinal of {@link fr.comptoir.model.code.MetricType}
 * @param customer the member whose usage it is; null when not shown
 * @param attributed whether the usage was attributed to any customer; null when not shown
 * @param format of Total_Item_Requests, in a row of its own; null when not shown, and for other metrics
 */
public record FactRow(
        @Nullable Described subject,
        @Nullable Described parent,
        @Nullable DataType dataType,
        @Nullable SectionType sectionType,
        int yop,
        @Nullable AccessType accessType,
        @Nullable AccessMethod accessMethod,
        YearMonth month,
        long[] counts,
        @Nullable String customer,
        @Nullable Boolean attributed,
        @Nullable Format format) {

    /** A row of usage, attributed or not. */
    public FactRow(
            @Nullable Described subject,
            @Nullable Described parent,
            @Nullable DataType dataType,
            @Nullable SectionType sectionType,
            int yop,
            @Nullable AccessType accessType,
            @Nullable AccessMethod accessMethod,
            YearMonth month,
            long[] counts,
            @Nullable String customer) {
        this(
                subject,
                parent,
                dataType,
                sectionType,
                yop,
                accessType,
                accessMethod,
                month,
                counts,
                customer,
                null,
                null);
    }

    /** A row of a customer as a whole. */
    public FactRow(
            @Nullable Described subject,
            @Nullable Described parent,
            @Nullable DataType dataType,
            @Nullable SectionType sectionType,
            int yop,
            @Nullable AccessType accessType,
            @Nullable AccessMethod accessMethod,
            YearMonth month,
            long[] counts) {
        this(subject, parent, dataType, sectionType, yop, accessType, accessMethod, month, counts, null);
    }

    /**
     * What the catalogue says of a database, title, item or parent; blank is {@code ""}. Two rows about the same thing carry the same
     * object.
     *
     * @param id the catalogue's {@code item_id}
     * @param dataType in the terms of the release
     * @param publisher of an item that has none in the catalogue, its parent's, and the parent's {@code publisherId} with it
     * @param publisherId {@code ISNI:...}, {@code ROR:...} or a proprietary value without namespace
     * @param authors {@code Name (ORCID:...); ...} as in the catalogue
     */
    public record Described(
            String id,
            DataType dataType,
            String name,
            String publisher,
            String publisherId,
            String authors,
            String publicationDate,
            String articleVersion,
            String doi,
            String isbn,
            String printIssn,
            String onlineIssn,
            String issnL,
            String uri) {}
}
