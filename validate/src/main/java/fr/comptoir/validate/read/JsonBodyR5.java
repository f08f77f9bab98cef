package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.TypedValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Report_Items of Release 5: one item for each set of attributes, with Performance by period (CoP 5.0.3, section 8). */
final class JsonBodyR5 extends JsonBody {
    /** One of Item_Component. */
    private final class Component {
        final Thing thing = new Thing(Role.COMPONENT);
        final MetricCounts counts = new MetricCounts(layout.counts());
    }

    private final Thing parent = new Thing(Role.PARENT);
    private final MetricCounts counts = new MetricCounts(layout.counts());
    private final List<Component> components = new ArrayList<>();
    private final String lastDay;
    private long first = -1;
    private int index;
    private @Nullable String begin;
    private @Nullable String end;

    JsonBodyR5(JsonCursor json, Layout layout, ReportEvents events) {
        super(json, layout, events);
        lastDay = layout.end.atEndOfMonth().toString();
    }

    @Override
    int read() {
        return json.array("Report_Items", () -> {
            first++;
            readItem();
        });
    }

    private void readItem() {
        item.clear();
        parent.clear();
        counts.clear();
        components.clear();
        Arrays.fill(row.attributes, null);
        item.code = JsonPlaces.code(first, 0, 0);
        parent.code = item.code;
        boolean[] performance = new boolean[1];
        boolean isObject = json.object(What.ITEM, name -> {
            performance[0] |= name.equals("Performance");
            readItemElement(name);
        });
        if (!isObject) {
            return;
        }
        if (!performance[0]) {
            json.add(Form.JSON_MISSING, Sentence.of("missing", "{0} is missing", "Performance"));
        }
        tellItem();
    }

    private void readItemElement(String name) {
        if (name.equals(layout.report.nameColumn())) {
            field(item, Field.NAME, name);
            return;
        }
        switch (name) {
            case "Platform" -> field(item, Field.PLATFORM, name);
            case "Publisher" -> {
                if (belongs(name, name)) {
                    field(item, Field.PUBLISHER, name);
                }
            }
            case "Publisher_ID" -> {
                if (belongs(name, name)) {
                    list(name, "Type", this::publisherIds);
                }
            }
            case "Item_ID" -> list(name, "Type", (type, value) -> identifier(item, type, value, index));
            case "Item_Contributors", "Item_Dates", "Item_Attributes" -> {
                String column = column(name);
                if (name.equals("Item_Attributes") || belongs(name, column)) {
                    described(item, name);
                }
            }
            case "Item_Parent" -> {
                if (!layout.parents) {
                    json.notRequested(name);
                } else {
                    readParent();
                }
            }
            case "Item_Component" -> {
                if (layout.components) {
                    json.array(name, this::readComponent);
                } else {
                    json.notRequested(name);
                }
            }
            case "Performance" -> {
                if (json.array(name, () -> readPeriod(counts)) == 0) {
                    json.add(
                            Form.JSON_EMPTY,
                            Sentence.of(
                                    "json-empty-element.performance",
                                    "Performance is empty; an item without usage is left out"));
                }
            }
            default -> {
                if (!attribute(name, row.attributes)) {
                    json.unknown(name, What.itemOf(layout.report.id()));
                }
            }
        }
    }

    /** Several values of one type stand in one text. */
    private void publisherIds(String type, String values) {
        for (String value : values.split("\\|", -1)) {
            item.publisherIds.add(new TypedValue(type, value));
        }
    }

    private static String column(String element) {
        return switch (element) {
            case "Item_Contributors" -> "Authors";
            case "Item_Dates" -> "Publication_Date";
            default -> "Article_Version";
        };
    }

    private boolean described(Thing thing, String name) {
        switch (name) {
            case "Item_Name" -> field(thing, Field.NAME, name);
            case "Item_ID" -> list(name, "Type", (type, value) -> identifier(thing, type, value, index));
            case "Item_Dates" ->
                list(name, "Type", (type, value) -> {
                    if (type.equals("Publication_Date")) {
                        thing.set(Field.PUBLICATION_DATE, value, index);
                    } else {
                        json.add(
                                Form.JSON_UNKNOWN,
                                Sentence.of("json-unknown-element.date", "{0} is no type of Item_Dates", type));
                    }
                });
            case "Item_Attributes" ->
                list(name, "Type", (type, value) -> {
                    if (type.equals("Article_Version")) {
                        thing.set(Field.ARTICLE_VERSION, value, index);
                    }
                });
            case "Item_Contributors" -> readContributors(thing);
            case "Data_Type" -> field(thing, Field.DATA_TYPE, name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readParent() {
        json.object("Item_Parent", name -> {
            if (!described(parent, name)) {
                json.unknown(name, "Item_Parent");
            }
        });
    }

    private void readComponent() {
        Component component = new Component();
        component.thing.code = item.code;
        component.thing.ordinal = components.size();
        components.add(component);
        json.object(What.COMPONENT, name -> {
            if (name.equals("Performance")) {
                json.array(name, () -> readPeriod(component.counts));
            } else if (!described(component.thing, name)) {
                json.unknown(name, "Item_Component");
            }
        });
    }

    /** A pair of a list {@code [{Type, Value}]}. */
    private interface Pair {
        void take(String type, String value);
    }

    private void list(String name, String key, Pair pair) {
        index = -1;
        int length = json.array(name, () -> {
            index++;
            String[] parts = new String[2];
            boolean isObject = json.object(What.IT, member -> {
                String value = json.text(member);
                if (value != null) {
                    if (member.equals(key)) {
                        parts[0] = value;
                    } else if (member.equals("Value")) {
                        parts[1] = value;
                    }
                }
            });
            if (isObject && (parts[0] == null || parts[1] == null)) {
                json.add(
                        Form.JSON_MISSING,
                        Sentence.of("json-element-missing.pair", "{0} needs {1} and Value", name, key));
            } else if (isObject) {
                pair.take(parts[0], parts[1]);
            }
        });
        if (length == 0) {
            json.add(Form.JSON_EMPTY, Sentence.of("empty", "{0} is empty; what has no value is left out", name));
        }
    }

    private void readContributors(Thing thing) {
        json.array("Item_Contributors", () -> {
            String[] name = new String[1];
            List<TypedValue> ids = new ArrayList<>();
            boolean isObject = json.object(What.CONTRIBUTOR, member -> {
                String value = json.text(member);
                if (value == null) {
                    return;
                }
                switch (member) {
                    case "Name" -> name[0] = value;
                    case "Identifier" -> {
                        int colon = value.indexOf(':');
                        ids.add(new TypedValue(colon < 0 ? "" : value.substring(0, colon), value.substring(colon + 1)));
                    }
                    case "Type" -> {
                        if (!value.equals("Author")) {
                            json.add(
                                    Form.AUTHOR_FORM,
                                    Sentence.of(
                                            "author-form.type",
                                            "Type of a contributor is {0}; it must be Author",
                                            value));
                        }
                    }
                    default ->
                        json.add(
                                Form.JSON_UNKNOWN,
                                Sentence.of(
                                        "json-unknown-element.place",
                                        "{0} is no element of {1}",
                                        member,
                                        "Item_Contributors"));
                }
            });
            if (isObject) {
                author(thing, name[0], ids);
            }
        });
    }

    private void readPeriod(MetricCounts into) {
        begin = null;
        end = null;
        List<String> metrics = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        int[] instances = new int[1];
        json.object(What.PERFORMANCE, name -> {
            switch (name) {
                case "Period" ->
                    json.object(name, member -> {
                        String date = json.text(member);
                        if (member.equals("Begin_Date")) {
                            begin = date;
                        } else if (member.equals("End_Date")) {
                            end = date;
                        }
                    });
                case "Instance" -> instances[0] = json.array(name, () -> readInstance(metrics, values));
                default -> json.unknown(name, "Performance");
            }
        });
        if (instances[0] == 0) {
            json.add(
                    Form.JSON_EMPTY,
                    Sentence.of(
                            "json-empty-element.instance",
                            "Instance is missing or empty; a period without usage is left out"));
        }
        int month = period();
        for (int at = 0; month >= 0 && at < metrics.size(); at++) {
            MetricCounts.Line line = line(into, metrics.get(at));
            if (line.counts[month] >= 0) {
                json.add(
                        Form.MONTH_REPEATED,
                        Sentence.of(
                                "month-repeated.metric",
                                "{0} has another count for {1} before",
                                metrics.get(at),
                                layout.key(month)));
            }
            line.counts[month] = values.get(at);
        }
    }

    private void readInstance(List<String> metrics, List<Long> values) {
        String[] metric = new String[1];
        long[] count = {fr.comptoir.validate.event.UsageRow.ABSENT};
        json.object(What.INSTANCE, member -> {
            switch (member) {
                case "Metric_Type" -> {
                    String text = json.text(member);
                    metric[0] = text == null ? "" : text;
                }
                case "Count" -> count(count, 0);
                default -> json.unknown(member, "Instance");
            }
        });
        if (metric[0] == null) {
            json.add(Form.JSON_MISSING, Sentence.of("missing", "{0} is missing", "Metric_Type"));
        } else {
            metrics.add(metric[0]);
            values.add(count[0]);
        }
    }

    /** The month that the period is; -1 with a finding when it is none. */
    private int period() {
        LocalDate from = date(begin);
        LocalDate to = date(end);
        if (from == null || to == null) {
            json.add(
                    Form.PERIOD_FORM,
                    Sentence.of("period-form.dates", "Period needs Begin_Date and End_Date as yyyy-mm-dd"));
            return -1;
        }
        if (layout.totalsOnly) {
            if (!begin().equals(from.toString()) || !lastDay.equals(to.toString())) {
                json.add(
                        Form.PERIOD_FORM,
                        Sentence.of(
                                "period-form.totals",
                                "with Granularity=Totals the Period must be the whole reporting period"));
            }
            return 0;
        }
        if (from.getDayOfMonth() != 1 || !to.equals(from.withDayOfMonth(from.lengthOfMonth()))) {
            json.add(
                    Form.PERIOD_FORM,
                    Sentence.of("period-form.month", "Period {0} to {1} is not one whole month", from, to));
        }
        return month(from.toString().substring(0, 7));
    }

    private String begin() {
        return layout.begin.atDay(1).toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.length() != 10) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    private void tellItem() {
        row.code = item.code;
        events.thing(item);
        boolean hasParent = !parent.isEmpty();
        if (hasParent) {
            events.thing(parent);
        }
        row.parent = hasParent ? parent : null;
        row.parentKey = hasParent ? parent.hash() : 0;
        row.itemHash = itemHash(row.parentKey);
        row.component = null;
        tell(counts);
        for (Component component : components) {
            events.thing(component.thing);
            row.component = component.thing;
            tell(component.counts);
        }
        row.component = null;
        if (layout.parents) {
            events.itemsOf(row.parent, row.get(Attribute.DATA_TYPE), row.code);
        }
    }
}
