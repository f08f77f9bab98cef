package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.ReportSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One question as one aggregation. Its columns: {@code m} the month's place among the months asked, {@code parent} and {@code id} of the
 * subject, {@code own} its Data_Type, then the attributes (null where not shown or absent) and a sum for each metric asked, in their
 * order. What lacks an attribute, as a search lacks a YOP and a unique title a Section_Type, does not pass a filter on it.
 */
final class FactSql {
    private final FactQuery query;
    private final List<CountedMonth> months;
    private final @Nullable Set<String> ids;
    private final @Nullable Set<String> databases;

    /**
     * Prepares a question.
     *
     * @param ids the subjects to which it is narrowed; null for all
     * @param databases the databases to which it is narrowed; null for all
     */
    FactSql(FactQuery query, List<CountedMonth> months, @Nullable Set<String> ids, @Nullable Set<String> databases) {
        this.query = query;
        this.months = months;
        this.ids = ids;
        this.databases = databases;
    }

    /** The metrics asked, in the order of the columns. */
    static List<MetricType> metrics(FactQuery query) {
        return query.metrics().stream().sorted().toList();
    }

    /** The aggregation, or nothing when no row can answer the question. */
    String text() {
        List<String> sources = new ArrayList<>();
        for (ReportSums sums : ReportSums.of(report())) {
            boolean asked = sums.metrics().stream().anyMatch(query.metrics()::contains);
            if (asked && !excluded(sums)) {
                months(sums, sources);
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
        return "SELECT m, parent, id, max(own) AS own, data_type, section_type, yop, access_type, access_method" + sums
                + " FROM ("
                + String.join(" UNION ALL ", sources)
                + ") GROUP BY m, parent, id, data_type, section_type, yop, access_type, access_method HAVING " + some;
    }

    private String report() {
        return switch (query.subject()) {
            case PLATFORM -> "PR";
            case DATABASE -> "DR";
            case TITLE -> "TR";
            case ITEM -> "IR";
        };
    }

    /** One select over all months of the world, or one for each month of a customer, whose sets have other numbers in each. */
    private void months(ReportSums sums, List<String> sources) {
        if (months.get(0).sets() == null) {
            List<java.nio.file.Path> files = months.stream()
                    .map(month -> month.facts().resolve(sums.file()))
                    .toList();
            sources.add(select(sums, "file_index::INTEGER", Sql.parquet(files), "true"));
            return;
        }
        for (int m = 0; m < months.size(); m++) {
            CountedMonth month = months.get(m);
            String file = Sql.parquet(List.of(month.facts().resolve(sums.file())));
            sources.add(select(sums, Integer.toString(m), file, customers(month)));
        }
    }

    private static String customers(CountedMonth month) {
        int[] sets = month.sets() == null ? new int[0] : month.sets();
        String list = Arrays.stream(sets).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "Customers BETWEEN " + sets[0] + " AND " + sets[sets.length - 1] + " AND Customers IN (" + list + ")";
    }

    private String select(ReportSums sums, String month, String file, String customers) {
        String type = CodeSql.dataType(dataTypeColumn(sums), query.subject(), query.release());
        String sectionType = hasSectionType(sums) ? CodeSql.sectionType("Data_Type") : "NULL::TINYINT";
        String yop = isSearch(sums) ? "NULL::SMALLINT" : "YOP";
        String accessType = isSearch(sums)
                ? "NULL::TINYINT"
                : CodeSql.accessType(query.release() == Release.R5 ? "Access_Type_R5" : "Access_Type");
        String accessMethod = CodeSql.accessMethod("Access_Method");
        StringBuilder sql = new StringBuilder("SELECT ").append(month).append(" AS m, ");
        sql.append(parent()).append(" AS parent, ").append(id()).append(" AS id, ");
        sql.append(own()).append(" AS own, ");
        sql.append(shown(Attribute.DATA_TYPE, type, "TINYINT")).append(" AS data_type, ");
        sql.append(shown(Attribute.SECTION_TYPE, sectionType, "TINYINT")).append(" AS section_type, ");
        sql.append(shown(Attribute.YOP, yop, "SMALLINT")).append(" AS yop, ");
        sql.append(shown(Attribute.ACCESS_TYPE, accessType, "TINYINT")).append(" AS access_type, ");
        sql.append(shown(Attribute.ACCESS_METHOD, accessMethod, "TINYINT")).append(" AS access_method");
        for (MetricType metric : metrics(query)) {
            String column = sums.metrics().contains(metric) ? ReportSums.column(metric, query.release()) : "0::INTEGER";
            sql.append(", ").append(column).append(" AS ").append(metric.code());
        }
        sql.append(" FROM ")
                .append(file)
                .append(" WHERE ")
                .append(sums.condition())
                .append(" AND ")
                .append(customers);
        in(sql, type, query.dataTypes());
        in(sql, sectionType, sectionTypes());
        in(sql, accessType, accessTypes());
        in(sql, accessMethod, query.accessMethods());
        if (!query.yop().isEmpty()) {
            sql.append(query.yop().stream()
                    .map(range -> yop + " BETWEEN " + range.from() + " AND " + range.to())
                    .collect(Collectors.joining(" OR ", " AND (", ")")));
        }
        if (ids != null && query.subject() != Subject.PLATFORM) {
            sql.append(" AND ").append(id()).append(" IN ").append(Sql.texts(ids));
        }
        if (databases != null) {
            sql.append(" AND Database_ID IN ").append(Sql.texts(databases));
        }
        return sql.toString();
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
            case PLATFORM -> isSearch(sums) ? "'Platform'" : titleOrItem(sums);
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

    private String parent() {
        if (query.subject() != Subject.ITEM) {
            return "NULL::VARCHAR";
        }
        return query.release() == Release.R5
                ? "Parent_ID"
                : "CASE WHEN Data_Type IN ('Book', 'Reference_Work') THEN Item_ID ELSE Parent_ID END";
    }

    /** The subject's own Data_Type; unique titles by database do not carry the database's. */
    private String own() {
        return switch (query.subject()) {
            case PLATFORM, DATABASE -> "NULL::TINYINT";
            case TITLE -> CodeSql.dataType("Title_Data_Type", Subject.TITLE, query.release());
            case ITEM -> CodeSql.dataType("Data_Type", Subject.ITEM, query.release());
        };
    }

    private String shown(Attribute attribute, String sql, String type) {
        boolean known = attribute != Attribute.SECTION_TYPE || query.release() == Release.R5;
        return known && query.shown().contains(attribute) ? sql : "NULL::" + type;
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

    private static void in(StringBuilder sql, String expression, Set<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            IntStream ordinals = values.stream().mapToInt(Enum::ordinal).sorted();
            String list = ordinals.mapToObj(Integer::toString).collect(Collectors.joining(", ", " IN (", ")"));
            sql.append(" AND ").append(expression).append(list);
        }
    }
}
