package fr.comptoir.validate.read;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Author;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Hash64;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.TypedValue;
import fr.comptoir.validate.event.UsageRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** What the bodies of both releases have in common. An item is held until it has been read whole, for the order of its elements is free. */
abstract class JsonBody {
    final JsonCursor json;
    final Layout layout;
    final ReportEvents events;
    final Thing item = new Thing(Role.ITEM);
    final UsageRow row;
    private final Map<String, MetricType> metrics = new HashMap<>();
    private final Map<String, Integer> months = new HashMap<>();
    /** Whether the report has a field for items, parents and components. */
    private final boolean[][] shown = new boolean[Role.values().length][Field.COUNT];

    JsonBody(JsonCursor json, Layout layout, ReportEvents events) {
        this.json = json;
        this.layout = layout;
        this.events = events;
        row = new UsageRow(item, layout.counts());
        for (MetricType metric : MetricType.values()) {
            metrics.put(metric.code(), metric);
        }
        for (int month = 0; month < layout.counts(); month++) {
            months.put(layout.key(month), month);
        }
        for (Field field : Field.values()) {
            shown[Role.ITEM.ordinal()][field.ordinal()] = layout.shows(field.column());
            shown[Role.PARENT.ordinal()][field.ordinal()] = layout.shows("Parent_" + field.column());
            shown[Role.COMPONENT.ordinal()][field.ordinal()] = layout.shows("Component_" + field.column());
        }
    }

    /** Reads Report_Items; gives how many there were. */
    abstract int read();

    /** Whether an element of an item is one that this report has or could have; says what is wrong and passes over it otherwise. */
    final boolean belongs(String name, String column) {
        if (layout.shows(column)) {
            return true;
        }
        if (layout.report.hasColumn(column) || layout.report.attributesToShow().contains(column)) {
            if (column.equals("Book_Segment_Count") && requested(column)) {
                return true;
            }
            json.notRequested(name);
        } else {
            json.unknown(name, What.itemOf(layout.report.id()));
        }
        return false;
    }

    private boolean requested(String attribute) {
        var list = layout.header.attributes.get("Attributes_To_Show");
        return list != null && list.values().contains(attribute);
    }

    /** Reads an attribute into {@code into} if {@code name} is one. */
    final boolean attribute(String name, @Nullable String[] into) {
        Attribute attribute = Attribute.of(name);
        if (attribute == null) {
            return false;
        }
        if (layout.shows(attribute)) {
            into[attribute.ordinal()] = json.text(name);
        } else {
            belongs(name, name);
        }
        return true;
    }

    final void field(Thing thing, Field field, String name) {
        thing.set(field, json.text(name));
    }

    final MetricCounts.Line line(MetricCounts counts, String metric) {
        return counts.line(metric, metrics.get(metric));
    }

    /** Whether a namespace of Item_ID belongs to this report for an item, a parent or a component. */
    final void identifier(Thing thing, String type, @Nullable String value, int index) {
        Field field = Field.ofIdType(type);
        if (field == null
                || (field == Field.LINKING_ISSN && layout.report.release() != fr.comptoir.model.code.Release.R5)) {
            json.add(Form.JSON_UNKNOWN, Sentence.of("json-unknown-element.item-id", "{0} is no type of Item_ID", type));
            return;
        }
        if (field != Field.LINKING_ISSN && !shown[thing.role.ordinal()][field.ordinal()]) {
            json.add(
                    Form.JSON_UNKNOWN,
                    Sentence.of(
                            "json-unknown-element.identifier",
                            "{0} is no identifier in {1}",
                            type,
                            layout.report.id()));
        } else if (value != null) {
            if (thing.get(field) != null) {
                json.add(
                        Form.JSON_REPEATED,
                        Sentence.of(
                                "json-element-repeated.identifier",
                                "{0} is there twice; an item has one value of each type",
                                type));
            }
            thing.set(field, value, index);
        }
    }

    /** Reads one count. */
    final void count(long[] counts, int month) {
        if (counts[month] != UsageRow.ABSENT) {
            json.add(
                    Form.MONTH_REPEATED,
                    Sentence.of("month-repeated.same", "there is another count for the same metric and month before"));
        }
        long count = count();
        if (count != UsageRow.ABSENT) {
            counts[month] = count;
        }
    }

    private long count() {
        if (json.tokens.isCount()) {
            return json.tokens.count();
        }
        JsonToken token = json.tokens.current();
        if (token != null && (token.isNumeric() || token == JsonToken.VALUE_STRING)) {
            return countOfText(json.tokens.text(), token);
        }
        json.add(Form.COUNT, Sentence.of("count.kind", "the count must be a whole number"));
        json.tokens.skipChildren();
        return UsageRow.ABSENT;
    }

    private long countOfText(String text, JsonToken token) {
        long digits = Counts.digits(text.strip());
        if (digits >= 0 && token == JsonToken.VALUE_STRING) {
            json.add(
                    Form.COUNT_NOT_NUMBER,
                    Sentence.of("count-not-a-number.text", "the count must be a number, not the text \"{0}\"", text));
            return digits;
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT && isWhole(text)) {
            json.add(
                    Form.COUNT_NOT_NUMBER,
                    Sentence.of(
                            "count-not-a-number.written",
                            "the count must be written as a whole number, not as {0}",
                            text));
            return new BigDecimal(text).longValueExact();
        }
        json.add(
                Form.COUNT,
                Sentence.of("count.number", "the count is {0}; it must be a whole number, not negative", text));
        return UsageRow.ABSENT;
    }

    private static boolean isWhole(String text) {
        if (text.length() > 30) {
            return false;
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.signum() >= 0 && number.scale() <= 0 && number.precision() - number.scale() < 18;
    }

    /** The place of a month {@code yyyy-mm} among the counts, or -1 with a finding. */
    final int month(String key) {
        Integer month = months.get(key);
        if (month != null) {
            return month;
        }
        json.add(
                Form.MONTH_OUTSIDE,
                layout.totalsOnly
                        ? Sentence.of(
                                "month-outside-period.totals",
                                "{0} is no month for totals, which stand under {1}",
                                key,
                                layout.key(0))
                        : Sentence.of(
                                "month-outside-period.period",
                                "{0} is no month of the reporting period, {1} to {2}",
                                key,
                                layout.key(0),
                                layout.key(layout.months() - 1)));
        return -1;
    }

    /** Tells all lines of one set of attributes. */
    final void tell(MetricCounts counts) {
        for (int at = 0; at < counts.size(); at++) {
            MetricCounts.Line line = counts.get(at);
            row.metric = line.metric;
            row.metricText = line.text;
            System.arraycopy(line.counts, 0, row.counts, 0, row.counts.length);
            events.row(row);
        }
    }

    /** The hash by which an item is known; chapters of different books may have one name and nothing else that tells them apart. */
    final long itemHash(long parentKey) {
        return item.hasIdentifier() ? item.hash() : Hash64.then(item.hash(), parentKey);
    }

    /** An author, from a name and {@code identifiers}; nameless ones are not kept. */
    final void author(Thing thing, @Nullable String name, List<TypedValue> identifiers) {
        if (name == null || name.isBlank()) {
            json.add(Form.AUTHOR_FORM, Sentence.of("author-form.name", "an author must have a Name"));
        } else {
            thing.authors.add(new Author(name, identifiers));
        }
    }

    static <T> T reuse(List<T> pool, int at, java.util.function.Supplier<T> maker) {
        if (at == pool.size()) {
            pool.add(maker.get());
        }
        return pool.get(at);
    }

    static <T> List<T> pool() {
        return new ArrayList<>();
    }
}
