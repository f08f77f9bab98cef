package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.ReportSums;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.query.CustomerSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of the facts that a question is about, as SQL. */
final class UsageSql {
    /** The table {@code (id)} of the content that is chosen. */
    static final String CHOSEN = "chosen";

    private final UsageQuery query;
    private final List<CountedMonth> months;
    private final CustomerSets customers;
    private final String openAccess;

    /** @param openAccess the table {@code (item_id, oa_status)}, when the question chooses among statuses */
    UsageSql(UsageQuery query, List<CountedMonth> months, CustomerSets customers, String openAccess) {
        this.query = query;
        this.months = months;
        this.customers = customers;
        this.openAccess = openAccess;
    }

    /**
     * The rows of some sources, in brackets: {@code m}, the month's place, the columns asked for, and a column for each metric.
     *
     * @param columns among {@code customers}, {@code id}, {@code title}, {@code item}, {@code data_type}, {@code access_type}, {@code access_method} and
     *     {@code yop}
     * @param metrics of the sources
     * @param condition more on the rows of the facts; blank for none
     */
    String rows(List<Sources> sources, List<String> columns, Collection<MetricType> metrics, String condition) {
        List<String> selects = query.ways().isAll()
                ? selects(sources, columns, metrics, 0, months)
                : ofWays(sources, columns, metrics);
        if (!condition.isEmpty()) {
            selects =
                    selects.stream().map(select -> select + " AND " + condition).toList();
        }
        return selects.isEmpty() ? "" : "(" + String.join(" UNION ALL ", selects) + ")";
    }

    /** {@code , sum(x)::BIGINT AS x} for each metric. */
    static String sums(Collection<MetricType> metrics) {
        return metrics.stream()
                .map(metric -> ", sum(" + metric.code() + ")::BIGINT AS " + metric.code())
                .collect(Collectors.joining());
    }

    private List<String> selects(
            List<Sources> sources,
            List<String> columns,
            Collection<MetricType> metrics,
            int from,
            List<CountedMonth> some) {
        return sources.stream()
                .filter(source -> !isExcluded(source))
                .map(source -> select(source, columns, metrics, from, some))
                .toList();
    }

    /** Of some ways: months that did not record them have all as not recorded. */
    private List<String> ofWays(List<Sources> sources, List<String> columns, Collection<MetricType> metrics) {
        List<String> selects = new ArrayList<>();
        if (query.choosesUnknownOfWays()) {
            return selects;
        }
        List<Sources> ofWays = Sources.ofWays(sources);
        for (int place = 0; place < months.size(); place++) {
            List<CountedMonth> month = months.subList(place, place + 1);
            if (Sources.recordWays(month.get(0))) {
                selects.addAll(selects(ofWays, columns, metrics, place, month));
            } else if (!ofWays.isEmpty() && query.ways().passesUnrecorded()) {
                selects.addAll(selects(sources, columns, metrics, place, month));
            }
        }
        return selects;
    }

    /** @param from the place of the first of the months */
    private String select(
            Sources source, List<String> columns, Collection<MetricType> metrics, int from, List<CountedMonth> some) {
        StringBuilder sql = new StringBuilder("SELECT (file_index + " + from + ")::INTEGER AS m");
        for (String column : columns) {
            sql.append(", ").append(expression(source, column)).append(" AS ").append(column);
        }
        for (MetricType metric : metrics) {
            sql.append(", ")
                    .append(counts(metric) ? source.count(metric, query.release()) : "0::INTEGER")
                    .append(" AS ")
                    .append(metric.code());
        }
        List<Path> files = some.stream()
                .map(month -> month.facts().resolve(source.sums().file()))
                .toList();
        sql.append(" FROM ").append(Sql.parquet(files)).append(" f WHERE ");
        sql.append(source.sums().condition()).append(" AND ").append(customers.condition(from));
        filters(sql, source);
        return sql.toString();
    }

    private boolean counts(MetricType metric) {
        return query.ways().isAll() || Usage.OF_ROUTES.contains(metric);
    }

    /**
     * Sums by month, way of arrival, route of access and Access_Method, of months whose files have them.
     *
     * @param places of the months
     */
    String routes(List<Integer> places, Collection<MetricType> metrics) {
        StringBuilder each = new StringBuilder();
        for (int place : places) {
            each.append(each.isEmpty() ? "" : " UNION ALL ").append("SELECT ").append(place);
            each.append(" AS m, Arrival, Route, Access_Method");
            for (MetricType metric : metrics) {
                each.append(", ")
                        .append(ReportSums.column(metric, query.release()))
                        .append(" AS ")
                        .append(metric.code());
            }
            Path file = months.get(place).facts().resolve(FactFiles.ROUTES);
            each.append(" FROM ").append(Sql.parquet(List.of(file))).append(" f WHERE ");
            each.append(customers.condition(place))
                    .append(" AND ")
                    .append(Sources.WAYS.sums().condition());
            if (!query.dataTypes().isAll()) {
                in(each, "Title_Data_Type", dataTypes());
            }
            if (!query.accessMethods().isAll()) {
                in(each, "Access_Method", accessMethods());
            }
            if (!query.content().isAll()) {
                each.append(" AND Title_ID IN (SELECT id FROM " + CHOSEN + ")");
            }
        }
        return "SELECT m, Arrival, Route, Access_Method" + sums(metrics) + " FROM (" + each + ") GROUP BY ALL";
    }

    private List<String> accessMethods() {
        return query.accessMethods().of(List.of(AccessMethod.values())).stream()
                .map(AccessMethod::code)
                .toList();
    }

    private String expression(Sources source, String column) {
        return switch (column) {
            case "customers" -> "Customers";
            case "id" -> source.subject();
            case "title" -> source.title();
            case "item" -> source.item();
            case "data_type" -> source.dataType() + "::" + CodeSql.DATA_TYPE;
            case "access_type" -> source.accessType(query.release()) + "::" + CodeSql.ACCESS_TYPE;
            case "access_method" -> "Access_Method::" + CodeSql.ACCESS_METHOD;
            case "yop" -> source.yop();
            default -> throw new IllegalArgumentException(column);
        };
    }

    private void filters(StringBuilder sql, Sources source) {
        if (!query.dataTypes().isAll()) {
            in(sql, source.dataType(), dataTypes());
        }
        if (query.choosesAccessType()) {
            Set<AccessType> types = query.accessTypes().of(accessTypes());
            in(
                    sql,
                    source.accessType(query.release()),
                    types.stream().map(AccessType::code).toList());
        }
        if (query.choosesOpenAccess()) {
            sql.append(" AND ").append(statuses(source));
        }
        if (!query.accessMethods().isAll()) {
            in(sql, "Access_Method", accessMethods());
        }
        if (!query.yop().in().isEmpty()) {
            sql.append(" AND ").append(years(query.yop().in()));
        }
        if (!query.yop().out().isEmpty()) {
            sql.append(" AND NOT ").append(years(query.yop().out()));
        }
        if (source.areWays()) {
            ways(sql);
        }
        if (!query.content().isAll()) {
            sql.append(" AND ").append(source.subject()).append(" IN (SELECT id FROM " + CHOSEN + ")");
        }
    }

    private void ways(StringBuilder sql) {
        values(sql, "Arrival", query.ways().arrivals().in(), "");
        values(sql, "Arrival", query.ways().arrivals().out(), "NOT ");
        values(sql, "Route", codes(query.ways().routes().in()), "");
        values(sql, "Route", codes(query.ways().routes().out()), "NOT ");
    }

    private static Set<String> codes(Set<AccessRoute> routes) {
        return routes.stream().map(AccessRoute::code).collect(Collectors.toSet());
    }

    private static void values(StringBuilder sql, String column, Set<String> values, String not) {
        if (!values.isEmpty()) {
            sql.append(" AND ")
                    .append(column)
                    .append(' ')
                    .append(not)
                    .append("IN ")
                    .append(Sql.texts(values));
        }
    }

    /** What is not Controlled and of which the catalogue says nothing, or that it is closed, is open in an unknown way. */
    private String statuses(Sources source) {
        Choice<String> choice = query.openAccess();
        List<String> named = Usage.STATUSES.stream()
                .filter(status -> !status.equals(Usage.CLOSED) && !status.equals(Usage.UNKNOWN))
                .filter(status -> choice.passes(status) != choice.passes(Usage.UNKNOWN))
                .toList();
        String known = named.isEmpty()
                ? "false"
                : source.opened() + " IN (SELECT item_id FROM " + openAccess + " WHERE oa_status IN " + Sql.texts(named)
                        + ")";
        return "CASE WHEN " + source.accessType(query.release()) + " = 'Controlled' THEN " + choice.passes(Usage.CLOSED)
                + " ELSE " + (choice.passes(Usage.UNKNOWN) ? "NOT " : "") + known + " END";
    }

    private static String years(Set<YopRange> ranges) {
        return ranges.stream()
                .map(range -> "YOP BETWEEN " + range.from() + " AND " + range.to())
                .sorted()
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** The words of the files that are called so in the release. */
    List<String> dataTypes() {
        return Arrays.stream(DataType.values())
                .filter(type -> query.dataTypes().passes(CodeSql.named(type, Subject.PLATFORM, query.release())))
                .map(DataType::code)
                .toList();
    }

    private List<AccessType> accessTypes() {
        return Arrays.stream(AccessType.values())
                .filter(type -> type.in(query.release()))
                .toList();
    }

    /** A search is of no year, no Access_Type, no open-access status and no content. */
    private boolean isExcluded(Sources source) {
        return source.areSearches()
                && (query.choosesUnknownOfWays() || !query.content().isAll());
    }

    private static void in(StringBuilder sql, String expression, Collection<String> values) {
        sql.append(" AND ").append(values.isEmpty() ? "false" : expression + " IN " + Sql.texts(values));
    }
}
