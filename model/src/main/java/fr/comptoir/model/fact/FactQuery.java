package fr.comptoir.model.fact;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question to the facts: what one of the four COUNTER Reports, narrowed by filters, has to say. An empty set or list of a filter means
 * "all". Filters on what is not shown sum the chosen values.
 *
 * @param subject what a row is about
 * @param customer a customer id, or {@link fr.comptoir.model.catalogue.Institution#THE_WORLD}
 * @param begin first month
 * @param end last month, not before {@code begin}
 * @param metrics the metrics to count, never empty
 * @param dataTypes in the terms of {@code release}
 * @param sectionTypes Release 5 only
 * @param yop inclusive ranges of years
 * @param itemId an identifier the row's own item (title in a Title Report) must have
 * @param database name of a database (Database Reports)
 * @param shown the attributes to group by; rows that differ in anything else are summed
 * @param members with {@link Attribute#CUSTOMER}, the customers among whom the usage is divided, each once: what belongs to several of
 *     them goes to the first, what belongs to none to {@code customer} itself. Not for the world.
 * @param attributed whether only usage counts that was attributed to a customer, or only what was not; empty for both
 */
public record FactQuery(
        Subject subject,
        Release release,
        String customer,
        YearMonth begin,
        YearMonth end,
        Set<MetricType> metrics,
        Set<DataType> dataTypes,
        Set<SectionType> sectionTypes,
        List<YopRange> yop,
        Set<AccessType> accessTypes,
        Set<AccessMethod> accessMethods,
        Optional<Identifier> itemId,
        Optional<String> database,
        Set<Attribute> shown,
        List<String> members,
        Optional<Boolean> attributed) {

    /** A question about usage, attributed or not. */
    public FactQuery(
            Subject subject,
            Release release,
            String customer,
            YearMonth begin,
            YearMonth end,
            Set<MetricType> metrics,
            Set<DataType> dataTypes,
            Set<SectionType> sectionTypes,
            List<YopRange> yop,
            Set<AccessType> accessTypes,
            Set<AccessMethod> accessMethods,
            Optional<Identifier> itemId,
            Optional<String> database,
            Set<Attribute> shown,
            List<String> members) {
        this(
                subject,
                release,
                customer,
                begin,
                end,
                metrics,
                dataTypes,
                sectionTypes,
                yop,
                accessTypes,
                accessMethods,
                itemId,
                database,
                shown,
                members,
                Optional.empty());
    }

    /** A question about a customer as a whole. */
    public FactQuery(
            Subject subject,
            Release release,
            String customer,
            YearMonth begin,
            YearMonth end,
            Set<MetricType> metrics,
            Set<DataType> dataTypes,
            Set<SectionType> sectionTypes,
            List<YopRange> yop,
            Set<AccessType> accessTypes,
            Set<AccessMethod> accessMethods,
            Optional<Identifier> itemId,
            Optional<String> database,
            Set<Attribute> shown) {
        this(
                subject,
                release,
                customer,
                begin,
                end,
                metrics,
                dataTypes,
                sectionTypes,
                yop,
                accessTypes,
                accessMethods,
                itemId,
                database,
                shown,
                List.of());
    }

    /** What the rows of the four COUNTER Reports are about: PR, DR, TR and IR. */
    public enum Subject {
        PLATFORM,
        DATABASE,
        TITLE,
        ITEM
    }

    /** What a row can be broken down by. */
    public enum Attribute {
        /** The member of a consortium (CoP 5.1, sections 10.3 and 11.5). */
        CUSTOMER,
        /** Whether the usage was attributed to a customer (CoP 5.1, section 11.5): all is but some of the world's. */
        ATTRIBUTED,
        /** The parent of an item, where items have one; an item whose parent changed is one row without it. */
        PARENT,
        DATA_TYPE,
        SECTION_TYPE,
        YOP,
        ACCESS_TYPE,
        ACCESS_METHOD,
        /** Of Total_Item_Requests of titles in Release 5 alone (CoP 5.0.3, section 11.5); nowhere else is anything divided by it. */
        FORMAT
    }

    /** Years {@code from} to {@code to}, both included, 1 to 9999. */
    public record YopRange(int from, int to) {}

    /**
     * An identifier of an item.
     *
     * @param namespace DOI, ISBN, Print_ISSN, Online_ISSN, Linking_ISSN, URI or Proprietary
     * @param value without the namespace; of Proprietary, without the platform's id too: the catalogue's {@code item_id}
     */
    public record Identifier(String namespace, String value) {}
}
