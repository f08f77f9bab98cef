package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private final FactQuery query;
    private final List<CountedMonth> months;
    private final CustomerSets customers;
    private final boolean members;
    private final @Nullable Set<String> ids;
    private final @Nullable Set<String> databases;

    /**
     * Prepares a question.
     *
     * @param customers the sets that the customer belongs to
     * @param ids the subjects to which it is narrowed; null for all
     * @param databases the databases to which it is narrowed; null for all
     */
    FactSql(
            FactQuery query,
            List<CountedMonth> months,
            CustomerSets customers,
            @Nullable Set<String> ids,
            @Nullable Set<String> databases) {
        this.query = query;
        this.months = months;
        this.customers = customers;
        this.members = query.shown().contains(Attribute.CUSTOMER);
        this.ids = ids;
        this.databases = databases;
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
        List<String> sources = new ArrayList<>();
        for (ReportSums sums : ReportSums.of(report(query.subject()))) {
            boolean asked = sums.metrics().stream().anyMatch(query.metrics()::contains);
            if (asked && !excluded(sums)) {
                sources.add(select(sums, from, to));
            }
        }
        if (sources.isEmpty()) {
            return "";
        }
        List<MetricType> metrics = metrics(query);
        String sums = metrics.stream()
                .map(metric -> ", sum(" + metric.code() + ")::BIGINT AS " + metric.code())
                .collect(Collectors.joining());
        String some = metrics.stream().map(metric -> metric.code() + " > 0").collect(Collectors.joining(" OR "));
        String keys = "data_type, section_type, yop, access_type, access_method" + (members ? ", member" : "");
        // Within a month an item has one parent and one type: they need not be told apart by.
        return "SELECT m, any_value(parent) AS parent, id, max(own) AS own, " + keys + sums + " FROM ("
                + String.join(" UNION ALL ", sources) + ") GROUP BY m, id, " + keys + " HAVING " + some;
    }

    private static String report(Subject subject) {
        return switch (subject) {
            case PLATFORM -> "PR";
            case DATABASE -> "DR";
            case TITLE -> "TR";
            case ITEM -> "IR";
        };
    }

    private String select(ReportSums sums, int from, int to) {
        List<Path> files = months.subList(from, to).stream()
                .map(month -> month.facts().resolve(sums.file()))
                .toList();
        String type = dataTypeColumn(sums);
        String section = hasSectionType(sums) ? "Data_Type" : "NULL";
        String yop = isSearch(sums) ? "NULL" : "YOP";
        String access = isSearch(sums) ? "NULL" : query.release() == Release.R5 ? "Access_Type_R5" : "Access_Type";
        StringBuilder sql = new StringBuilder("SELECT file_index::INTEGER + " + from + " AS m, ");
        sql.append(parent())
                .append(" AS parent, ")
                .append(id())
                .append(" AS id, ")
                .append(own())
                .append(" AS own, ");
        sql.append(CodeSql.asDataType(shown(Attribute.DATA_TYPE, type))).append(" AS data_type, ");
        sql.append(CodeSql.asDataType(shown(Attribute.SECTION_TYPE, section))).append(" AS section_type, ");
        sql.append(shown(Attribute.YOP, yop) + "::SMALLINT").append(" AS yop, ");
        sql.append(CodeSql.asAccessType(shown(Attribute.ACCESS_TYPE, access))).append(" AS access_type, ");
        sql.append(CodeSql.asAccessMethod(shown(Attribute.ACCESS_METHOD, "Access_Method")))
                .append(" AS access_method");
        if (members) {
            sql.append(", ").append(customers.member()).append(" AS member");
        }
        for (MetricType metric : metrics(query)) {
            String column = sums.metrics().contains(metric) ? ReportSums.column(metric, query.release()) : "0::INTEGER";
            sql.append(", ").append(column).append(" AS ").append(metric.code());
        }
        sql.append(" FROM ").append(Sql.parquet(files)).append(" f WHERE ").append(sums.condition());
        sql.append(" AND ").append(customers.condition());
        filters(sql, type, section, yop, access);
        return sql.toString();
    }

    private void filters(StringBuilder sql, String type, String section, String yop, String access) {
        if (!query.dataTypes().isEmpty()) {
            in(sql, type, CodeSql.dataTypes(query.dataTypes(), query.subject(), query.release()));
        }
        if (!sectionTypes().isEmpty()) {
            in(sql, section, CodeSql.dataTypes(sectionTypes()));
        }
        if (!accessTypes().isEmpty()) {
            in(sql, access, accessTypes().stream().map(AccessType::code).toList());
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
            case TITLE -> "Title_ID";
            case ITEM -> "Item_ID";
        };
    }

    /** In Release 5.1 a whole book is the parent of the segment that it appears as. */
    private String parent() {
        if (query.subject() != Subject.ITEM || !query.shown().contains(Attribute.PARENT)) {
            return "NULL::VARCHAR";
        }
        return query.release() == Release.R5
                ? "Parent_ID"
                : "CASE WHEN Data_Type IN ('Book', 'Reference_Work') THEN Item_ID ELSE Parent_ID END";
    }

    /** The subject's own Data_Type; that of a database is the catalogue's. */
    private String own() {
        return switch (query.subject()) {
            case PLATFORM, DATABASE -> CodeSql.asDataType("NULL");
            case TITLE -> CodeSql.asDataType("Title_Data_Type");
            case ITEM -> CodeSql.asDataType("Data_Type");
        };
    }

    private String shown(Attribute attribute, String sql) {
        boolean known = attribute != Attribute.SECTION_TYPE || query.release() == Release.R5;
        return known && query.shown().contains(attribute) ? sql : "NULL";
    }

    private boolean hasSectionType(ReportSums sums) {
        return query.subject() == Subject.TITLE && sums.file().equals(FactFiles.ITEMS);
    }

    private static boolean isSearch(ReportSums sums) {
        return sums.file().equals(FactFiles.SEARCHES);
    }

    /** All of them are no filter: rows without a Section_Type pass too. */
    private Set<SectionType> sectionTypes() {
        boolean all = query.sectionTypes().size() == SectionType.values().length;
        return all || query.release() != Release.R5 ? Set.of() : query.sectionTypes();
    }

    /** All of them are no filter: searches pass too. */
    private Set<AccessType> accessTypes() {
        boolean all = Arrays.stream(AccessType.values())
                .filter(type -> type.in(query.release()))
                .allMatch(query.accessTypes()::contains);
        return all ? Set.of() : query.accessTypes();
    }

    private static void in(StringBuilder sql, String expression, Collection<String> values) {
        if (values.isEmpty()) {
            sql.append(" AND false");
        } else {
            sql.append(" AND ").append(expression).append(" IN ").append(Sql.texts(values));
        }
    }
}
