package fr.comptoir.report;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * An element of Attribute_Performance (COUNTER API 5.1): the attributes that are shown and, for each metric, the months that have usage.
 */
final class JsonUsageR51 {
    private final ReportContext context;
    private final Set<Column> columns;
    private final boolean totals;
    private final JsonBytes json;
    private final byte[][] metricTypes;
    private final byte[][] months;
    private final byte[] performance;
    private final byte[] institutionName;
    private final byte[] customerId;
    private final byte[] attributed;
    private final byte[] dataType;
    private final byte[] yop;
    private final byte[] accessType;
    private final byte[] accessMethod;
    private final byte[][] dataTypes = texts(DataType.values(), DataType::code);
    private final byte[][] accessTypes = texts(AccessType.values(), AccessType::code);
    private final byte[][] accessMethods = texts(AccessMethod.values(), AccessMethod::code);
    private final Map<Integer, byte[]> years = new HashMap<>();

    JsonUsageR51(ReportHeader header, Set<Column> columns, boolean indented) {
        this.context = header.context();
        this.columns = columns;
        this.totals = header.request().totals();
        this.json = new JsonBytes(indented);
        this.metricTypes = names(header.request().metricTypes().stream()
                .map(metric -> metric.code())
                .toList());
        this.months = names(Months.from(header.begin(), header.end()).stream()
                .map(month -> month.toString())
                .toList());
        this.performance = json.name("Performance");
        this.institutionName = json.name("Institution_Name");
        this.customerId = json.name("Customer_ID");
        this.attributed = json.name("Attributed");
        this.dataType = json.name("Data_Type");
        this.yop = json.name("YOP");
        this.accessType = json.name("Access_Type");
        this.accessMethod = json.name("Access_Method");
    }

    private byte[][] names(List<String> names) {
        return names.stream().map(json::name).toArray(byte[][]::new);
    }

    private static <E> byte[][] texts(E[] values, Function<E, String> code) {
        return Arrays.stream(values)
                .map(value -> JsonBytes.text(code.apply(value)))
                .toArray(byte[][]::new);
    }

    void write(JsonGenerator generator, Usage usage) {
        json.begin(generator);
        json.open('{');
        attributes(usage);
        json.name(performance);
        json.open('{');
        for (int metric = 0; metric < metricTypes.length; metric++) {
            if (usage.total(metric) != 0) {
                metric(usage, metric);
            }
        }
        json.close('}');
        json.close('}');
        json.end(generator);
    }

    private void attributes(Usage usage) {
        String customer = usage.customer();
        if (customer != null && columns.contains(Column.INSTITUTION_NAME)) {
            json.member(institutionName, JsonBytes.text(context.memberName(customer)));
        }
        if (customer != null && columns.contains(Column.CUSTOMER_ID)) {
            json.member(customerId, JsonBytes.text(customer));
        }
        Boolean attributedTo = usage.attributed();
        if (attributedTo != null) {
            json.member(attributed, JsonBytes.text(Filters.yesOrNo(attributedTo)));
        }
        DataType type = usage.dataType();
        if (type != null) {
            json.member(dataType, dataTypes[type.ordinal()]);
        }
        if (usage.yop() != 0) {
            json.member(yop, years.computeIfAbsent(usage.yop(), year -> JsonBytes.text(Filters.yop(year))));
        }
        AccessType access = usage.accessType();
        if (access != null) {
            json.member(accessType, accessTypes[access.ordinal()]);
        }
        AccessMethod method = usage.accessMethod();
        if (method != null) {
            json.member(accessMethod, accessMethods[method.ordinal()]);
        }
    }

    /** Writes the months that have usage; in a report of totals all of it stands under the first month. */
    private void metric(Usage usage, int metric) {
        json.name(metricTypes[metric]);
        json.open('{');
        if (totals) {
            json.name(months[0]);
            json.value(usage.total(metric));
        } else {
            for (int month = usage.firstMonth(); month <= usage.lastMonth(); month++) {
                long count = usage.count(metric, month);
                if (count != 0) {
                    json.name(months[month]);
                    json.value(count);
                }
            }
        }
        json.close('}');
    }
}
