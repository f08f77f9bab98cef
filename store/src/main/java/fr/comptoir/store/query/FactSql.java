package fr.comptoir.store.query;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Format;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.ReportSums;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question as one aggregation, in the words of the files: {@code m} is the month's place among the months asked, {@code parent} and
 * {@code id} are of the subject, {@code own} is its Data_Type; then come the attributes (null where not shown or absent; of Section_Type
 * the item's Data_Type, from which it follows), the place of the {@code member} when members are shown, and a sum for each metric asked,
 * in their order. Rows that are one in the terms of a
 * release may still be several here. What lacks an attribute, as a search lacks a YOP and a unique title a Section_Type, does not pass a
 * filter on it.
 */
final class FactSql {
    /** Attributes that tell most rows of a title in a month apart. */
    private static final Set<Attribute> TELLING = Set.of(Attribute.YOP, Attribute.ACCESS_TYPE, Attribute.ACCESS_METHOD);

    private final FactQuery query;
    private final List<CountedMonth> months;
    private final MovedTitles moved;
    private final CustomerSets customers;
    private final boolean members;
    private final @Nullable Set<String> ids;
    private final @Nullable Set<String> databases;

    /**
     * Prepares a question.
     *
     * @param moved titles that are others in some of the months
     * @param customers the sets that the customer belongs to
     * @param ids the subjects to which it is narrowed; null for all
     * @param databases the databases to which it is narrowed; null for all
     */
    FactSql(
            FactQuery query,
            List<CountedMonth> months,
            MovedTitles moved,
            CustomerSets customers,
            @Nullable Set<String> ids,
            @Nullable Set<String> databases) {
        this.query = query;
        this.months = months;
        this.moved = moved;
        this.customers = customers;
        this.members = divides(query);
        this.ids = ids;
        this.databases = databases;
    }

    /** Whether rows are told apart by whose usage it is: by member, or of the world whether anybody's. */
    static boolean divides(FactQuery query) {
        boolean world = query.customer().equals(Institution.THE_WORLD);
        return query.shown().contains(Attribute.CUSTOMER)
                || (world && query.shown().contains(Attribute.ATTRIBUTED))
                || hasFormats(query);
    }

    /** Whether Total_Item_Requests are divided by format. */
    static boolean hasFormats(FactQuery query) {
        return query.shown().contains(Attribute.FORMAT)
                && query.subject() == Subject.TITLE
                && query.release() == Release.R5;
    }

    /** The metrics asked that the report has, in the order of the columns. */
    static List<MetricType> metrics(FactQuery query) {
        return ReportSums.of(report(query.subject())).stream()
                .flatMap(sums -> sums.metrics().stream())
                .filter(query.metrics()::contains)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The aggregation over some of the months, or nothing when no row can answer the question.
     *
     * @param from the first month's place among all
     * @param to the place after the last
     */
    String text(int from, int to) {
        String rows = rows(from, to, hasOwn());
        // Within a month an item has one parent and one type: they need not be told apart by.
        String parent = (hasParent() ? "any_value(parent)" : "NULL::VARCHAR") + " AS parent";
        String own = (hasOwn() ? "max(own)" : CodeSql.asDataType("NULL")) + " AS own";
        return rows.isEmpty() ? "" : sums(parent + ", id, " + own, "id", rows);
    }

    /**
     * The aggregation over some of the months as {@link #text} gives it, with the {@code rank} of the subject instead of its id, parent
     * and Data_Type. Of one institution the rows come as they are where all attributes are shown: hardly two of them are the same, and to
     * find those takes a third of the time.
     *
     * @param names a table {@code (rank, item_id)}; what is not in it has no rank
     */
    String ranked(int from, int to, String names) {
        String rows = rows(from, to, false);
        if (rows.isEmpty()) {
            return "";
        }
        String ranked = rows + " f LEFT JOIN " + names + " n ON n.item_id = f.id";
        boolean apart = !members && customers.few() && TELLING.stream().allMatch(this::isShown);
        return apart ? each(ranked) : sums("rank", "rank", ranked);
    }

    /** The rows of the files that the question is about, in brackets, or nothing. */
    private String rows(int from, int to, boolean withOwn) {
        List<String> sources = new ArrayList<>();
        for (ReportSums sums : ReportSums.of(report(query.subject()))) {
            boolean asked = sums.metrics().stream().anyMatch(query.metrics()::contains);
            if (asked && !excluded(sums)) {
                parts(sums).forEach(part -> sources.add(select(sums, from, to, withOwn, part)));
            }
        }
        return sources.isEmpty() ? "" : "(" + String.join(" UNION ALL ", sources) + ")";
    }

    /** Sums by month, subject and what is shown; what is not shown is no key at all. */
    private String sums(String subject, String subjectKey, String rows) {
        List<String> keys = new ArrayList<>(List.of("m", subjectKey));
        for (Key key : Key.values()) {
            if (isShown(key.attribute)) {
                keys.add(key.column);
            }
        }
        if (members) {
            keys.add("member");
        }
        return select(subject, metric -> "sum(" + metric + ")", rows) + " GROUP BY " + String.join(", ", keys)
                + " HAVING " + anyMetric();
    }

    /** The rows as they are, but for those that say nothing. */
    private String each(String rows) {
        return select("rank", metric -> metric, rows) + " WHERE " + anyMetric();
    }

    private String select(String subject, UnaryOperator<String> count, String rows) {
        List<String> columns = new ArrayList<>(List.of("m", subject));
        for (Key key : Key.values()) {
            columns.add(isShown(key.attribute) ? key.column : "NULL::" + key.type + " AS " + key.column);
        }
        if (members) {
            columns.add("member");
        }
        metrics(query).forEach(metric -> columns.add(count.apply(metric.code()) + "::BIGINT AS " + metric.code()));
        return "SELECT " + String.join(", ", columns) + " FROM " + rows;
    }

    private String anyMetric() {
        return metrics(query).stream().map(metric -> metric.code() + " > 0").collect(Collectors.joining(" OR "));
    }

    /** A column of the answer for an attribute. */
    private enum Key {
        DATA_TYPE("data_type", Attribute.DATA_TYPE, CodeSql.DATA_TYPE),
        SECTION_TYPE("section_type", Attribute.SECTION_TYPE, "TINYINT"),
        YOP("yop", Attribute.YOP, "SMALLINT"),
        ACCESS_TYPE("access_type", Attribute.ACCESS_TYPE, CodeSql.ACCESS_TYPE),
        ACCESS_METHOD("access_method", Attribute.ACCESS_METHOD, CodeSql.ACCESS_METHOD);

        private final String column;
        private final Attribute attribute;
        private final String type;

        Key(String column, Attribute attribute, String type) {
            this.column = column;
            this.attribute = attribute;
            this.type = type;
        }
    }

    private static String report(Subject subject) {
        return switch (subject) {
            case PLATFORM -> "PR";
            case DATABASE -> "DR";
            case TITLE -> "TR";
            case ITEM -> "IR";
        };
    }

    /**
     * A part of the rows by format.
     *
     * @param number what is added to four times the member's place
     * @param requests Total_Item_Requests of it; blank where the part has all other metrics
     */
    private record Part(int number, String requests) {}

    private static final Part WHOLE = new Part(0, "");
    private static final String HTML_REQUESTS = "Total_Item_Requests_HTML_R5";
    private static final String PDF_REQUESTS = "Total_Item_Requests_PDF_R5";
    private static final List<Part> FORMATS = List.of(
            WHOLE,
            part(Format.HTML, HTML_REQUESTS),
            part(Format.PDF, PDF_REQUESTS),
            part(Format.OTHER, "(Total_Item_Requests_R5 - " + HTML_REQUESTS + " - " + PDF_REQUESTS + ")"));

    private static Part part(Format format, String requests) {
        return new Part(format.ordinal() + 1, requests);
    }

    /** The format of a member's place. */
    static @Nullable Format format(int place) {
        return (place & 3) == 0 ? null : Format.values()[(place & 3) - 1];
    }

    private List<Part> parts(ReportSums sums) {
        boolean divided = hasFormats(query)
                && query.metrics().contains(MetricType.TOTAL_ITEM_REQUESTS)
                && sums.metrics().contains(MetricType.TOTAL_ITEM_REQUESTS);
        return divided ? FORMATS : List.of(WHOLE);
    }

    private String count(ReportSums sums, MetricType metric, Part part) {
        boolean requests = metric == MetricType.TOTAL_ITEM_REQUESTS && hasFormats(query);
        if (requests && !part.requests().isEmpty()) {
            return part.requests();
        }
        boolean elsewhere =
                requests || !part.requests().isEmpty() || !sums.metrics().contains(metric);
        return elsewhere ? "0::INTEGER" : ReportSums.column(metric, query.release());
    }

    private String member(int from, Part part) {
        String member = customers.member(from);
        return hasFormats(query) ? "(" + member + " * 4 + " + part.number() + ")" : member;
    }

    private String select(ReportSums sums, int from, int to, boolean withOwn, Part part) {
        List<Path> files = months.subList(from, to).stream()
                .map(month -> month.facts().resolve(sums.file()))
                .toList();
        String type = dataTypeColumn(sums);
        String section = hasSectionType(sums) ? CodeSql.sectionType("Title_Data_Type", "Data_Type") : "NULL";
        String yop = isSearch(sums) ? "NULL" : "YOP";
        String access = isSearch(sums) ? "NULL" : CodeSql.accessType(query.subject(), query.release());
        StringBuilder sql = new StringBuilder("SELECT file_index::INTEGER + " + from + " AS m, ");
        sql.append(id()).append(" AS id");
        if (hasParent()) {
            sql.append(", ").append(parent()).append(" AS parent");
        }
        if (withOwn) {
            sql.append(", ").append(own()).append(" AS own");
        }
        key(sql, Key.DATA_TYPE, type);
        key(sql, Key.SECTION_TYPE, section);
        key(sql, Key.YOP, yop);
        key(sql, Key.ACCESS_TYPE, access);
        key(sql, Key.ACCESS_METHOD, "Access_Method");
        if (members) {
            sql.append(", ").append(member(from, part)).append(" AS member");
        }
        for (MetricType metric : metrics(query)) {
            sql.append(", ").append(count(sums, metric, part)).append(" AS ").append(metric.code());
        }
        sql.append(" FROM ").append(Sql.parquet(files)).append(" f").append(moved.join(from));
        sql.append(" WHERE ").append(sums.condition());
        sql.append(" AND ").append(customers.condition(from));
        filters(sql, type, section, yop);
        attributed().ifPresent(yes -> sql.append(yes ? " AND NOT " : " AND ").append(customers.nobody(from)));
        return sql.toString();
    }

    private void key(StringBuilder sql, Key key, String value) {
        if (isShown(key.attribute)) {
            sql.append(", ")
                    .append(value)
                    .append("::")
                    .append(key.type)
                    .append(" AS ")
                    .append(key.column);
        }
    }

    private void filters(StringBuilder sql, String type, String section, String yop) {
        if (!query.dataTypes().isEmpty()) {
            in(sql, type, CodeSql.dataTypes(query.dataTypes(), query.subject(), query.release()));
        }
        if (!sectionTypes().isEmpty()) {
            sql.append(" AND ")
                    .append(section)
                    .append(sectionTypes().stream()
                            .map(one -> Integer.toString(one.ordinal()))
                            .collect(Collectors.joining(", ", " IN (", ")")));
        }
        if (!accessTypes().isEmpty()) {
            in(
                    sql,
                    CodeSql.accessType(query.release()),
                    accessTypes().stream().map(AccessType::code).toList());
        }
        if (!query.accessMethods().isEmpty()) {
            in(
                    sql,
                    "Access_Method",
                    query.accessMethods().stream().map(AccessMethod::code).toList());
        }
        if (!query.yop().isEmpty()) {
            sql.append(query.yop().stream()
                    .map(range -> yop + " BETWEEN " + range.from() + " AND " + range.to())
                    .collect(Collectors.joining(" OR ", " AND (", ")")));
        }
        if (ids != null && query.subject() != Subject.PLATFORM) {
            in(sql, id(), ids);
        }
        if (databases != null) {
            in(sql, "Database_ID", databases);
        }
    }

    /** Whether a filter leaves nothing of these rows. */
    private boolean excluded(ReportSums sums) {
        boolean none = (ids != null && ids.isEmpty()) || (databases != null && databases.isEmpty());
        boolean search =
                isSearch(sums) && (!query.yop().isEmpty() || !accessTypes().isEmpty());
        return none || search || (!hasSectionType(sums) && !sectionTypes().isEmpty());
    }

    private String dataTypeColumn(ReportSums sums) {
        return switch (query.subject()) {
            case PLATFORM -> isSearch(sums) ? Sql.text(DataType.PLATFORM.code()) : titleOrItem(sums);
            case DATABASE -> isSearch(sums) || sums.areDenials() ? "Database_Data_Type" : titleOrItem(sums);
            case TITLE -> "Title_Data_Type";
            case ITEM -> "Data_Type";
        };
    }

    private static String titleOrItem(ReportSums sums) {
        return sums.file().equals(FactFiles.ITEMS) ? "coalesce(Title_Data_Type, Data_Type)" : "Title_Data_Type";
    }

    private String id() {
        return switch (query.subject()) {
            case PLATFORM -> "NULL::VARCHAR";
            case DATABASE -> "Database_ID";
            case TITLE -> moved.title();
            case ITEM -> "Item_ID";
        };
    }

    /** In Release 5.1 a whole book is the parent of the segment that it appears as. */
    private String parent() {
        return query.release() == Release.R5
                ? "Parent_ID"
                : "CASE WHEN Data_Type IN ('Book', 'Reference_Work') THEN Item_ID ELSE Parent_ID END";
    }

    /** The subject's own Data_Type; that of a database is the catalogue's. */
    private String own() {
        return CodeSql.asDataType(query.subject() == Subject.TITLE ? "Title_Data_Type" : "Data_Type");
    }

    private boolean isShown(Attribute attribute) {
        boolean known = attribute != Attribute.SECTION_TYPE || query.release() == Release.R5;
        return known && query.shown().contains(attribute);
    }

    private boolean hasParent() {
        return query.subject() == Subject.ITEM && query.shown().contains(Attribute.PARENT);
    }

    private boolean hasOwn() {
        return query.subject() == Subject.TITLE || query.subject() == Subject.ITEM;
    }

    private boolean hasSectionType(ReportSums sums) {
        return query.subject() == Subject.TITLE && sums.file().equals(FactFiles.ITEMS);
    }

    private static boolean isSearch(ReportSums sums) {
        return sums.file().equals(FactFiles.SEARCHES);
    }

    /** Of a customer all that is left to be asked was attributed. */
    private Optional<Boolean> attributed() {
        return query.customer().equals(Institution.THE_WORLD) ? query.attributed() : Optional.empty();
    }

    /** All of them are no filter: rows without a Section_Type pass too. */
    private Set<SectionType> sectionTypes() {
        boolean all = query.sectionTypes().size() == SectionType.values().length;
        return all || query.release() != Release.R5 ? Set.of() : query.sectionTypes();
    }

    /** All of them are no filter: searches pass too. */
    private Set<AccessType> accessTypes() {
        return CodeSql.meant(query.accessTypes(), query.subject(), query.release());
    }

    private static void in(StringBuilder sql, String expression, Collection<String> values) {
        if (values.isEmpty()) {
            sql.append(" AND false");
        } else {
            sql.append(" AND ").append(expression).append(" IN ").append(Sql.texts(values));
        }
    }
}
