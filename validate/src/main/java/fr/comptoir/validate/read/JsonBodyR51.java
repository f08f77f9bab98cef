package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.TypedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Report_Items of Release 5.1: items with Attribute_Performance, in Item Reports below the objects of their parents (CoP 5.1, section 8.2). */
final class JsonBodyR51 extends JsonBody {
    /** One Attribute_Performance. */
    private final class AttributeSet {
        final @Nullable String[] attributes = new @Nullable String[Attribute.COUNT];
        final MetricCounts counts = new MetricCounts(layout.counts());
        final List<Component> components = new ArrayList<>();
        boolean performance;

        void clear() {
            Arrays.fill(attributes, null);
            counts.clear();
            components.clear();
            performance = false;
        }
    }

    /** One of Components. */
    private final class Component {
        final Thing thing = new Thing(Role.COMPONENT);
        final MetricCounts counts = new MetricCounts(layout.counts());
    }

    private final boolean nested;
    private final Thing parent = new Thing(Role.PARENT);
    private final List<AttributeSet> sets = pool();
    private final Map<String, Long> dataTypes = new LinkedHashMap<>();
    private int used;
    private long first = -1;
    private long ordinal;

    JsonBodyR51(JsonCursor json, Layout layout, ReportEvents events) {
        super(json, layout, events);
        nested = layout.report.family().equals("IR");
    }

    @Override
    int read() {
        return json.array("Report_Items", () -> {
            first++;
            if (nested) {
                readParent();
            } else {
                readItem();
            }
        });
    }

    private void readParent() {
        parent.clear();
        parent.code = JsonPlaces.code(first, 0, 0);
        dataTypes.clear();
        ordinal = -1;
        boolean[] items = new boolean[1];
        json.object(What.PARENT, name -> {
            if (name.equals("Items")) {
                items[0] = true;
                int length = json.array(name, () -> {
                    ordinal++;
                    readItem();
                });
                if (length == 0) {
                    json.add(
                            Form.JSON_EMPTY,
                            Sentence.of(
                                    "json-empty-element.items",
                                    "Items is empty; a parent without used items is left out"));
                }
            } else if (!layout.parents) {
                if (layout.report.id().equals("IR")) {
                    json.notRequested(name);
                } else {
                    json.unknown(name, What.parentIn(layout.report.id()));
                }
            } else {
                readParentElement(name);
            }
        });
        if (!items[0]) {
            json.add(Form.JSON_MISSING, Sentence.of("missing", "{0} is missing", "Items"));
        }
        Thing known = parent.isEmpty() ? null : parent;
        if (known != null) {
            events.thing(parent);
        }
        if (layout.parents) {
            dataTypes.forEach((type, code) -> events.itemsOf(known, type.isEmpty() ? null : type, code));
        }
        events.closed(parent, null);
    }

    private void readParentElement(String name) {
        boolean belongs = name.equals("Item_ID") || layout.shows("Parent_" + name);
        if (!belongs) {
            json.unknown(name, What.parentIn(layout.report.id()));
        } else if (!described(parent, name, "Title")) {
            json.unknown(name, What.PARENT);
        }
    }

    /** Reads what items, parents and components have in common. */
    private boolean described(Thing thing, String name, String nameElement) {
        if (name.equals(nameElement)) {
            field(thing, Field.NAME, name);
            return true;
        }
        switch (name) {
            case "Item_ID" -> readItemIds(thing);
            case "Authors" -> readAuthors(thing);
            case "Publication_Date" -> field(thing, Field.PUBLICATION_DATE, name);
            case "Article_Version" -> field(thing, Field.ARTICLE_VERSION, name);
            case "Data_Type" -> field(thing, Field.DATA_TYPE, name);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readItem() {
        item.clear();
        used = 0;
        item.code = nested ? JsonPlaces.code(first, ordinal, 0) : JsonPlaces.code(first, 0, 0);
        boolean[] performance = new boolean[1];
        boolean isObject = json.object(What.ITEM, name -> {
            if (name.equals("Attribute_Performance")) {
                performance[0] = true;
                if (json.array(name, this::readSet) == 0) {
                    json.add(
                            Form.JSON_EMPTY,
                            Sentence.of(
                                    "json-empty-element.attribute-performance",
                                    "Attribute_Performance is empty; an item without usage is left out"));
                }
            } else {
                readItemElement(name);
            }
        });
        if (!isObject) {
            return;
        }
        if (!performance[0]) {
            json.add(Form.JSON_MISSING, Sentence.of("missing", "{0} is missing", "Attribute_Performance"));
        }
        tellItem();
    }

    private void readItemElement(String name) {
        if (name.equals(layout.report.nameColumn())) {
            field(item, Field.NAME, name);
            return;
        }
        switch (name) {
            case "Item_ID" -> readItemIds(item);
            case "Publisher" -> {
                if (belongs(name, name)) {
                    field(item, Field.PUBLISHER, name);
                }
            }
            case "Platform" -> field(item, Field.PLATFORM, name);
            case "Publisher_ID" -> {
                if (belongs(name, name)) {
                    readPublisherIds();
                }
            }
            case "Authors", "Publication_Date", "Article_Version" -> {
                if (belongs(name, name)) {
                    described(item, name, "");
                }
            }
            case "Book_Segment_Count" -> {
                if (belongs(name, name)) {
                    item.set(Field.BOOK_SEGMENT_COUNT, json.tokens.text());
                    json.tokens.skipChildren();
                }
            }
            default -> json.unknown(name, What.itemOf(layout.report.id()));
        }
    }

    private void readItemIds(Thing thing) {
        int[] members = new int[1];
        boolean isObject = json.object("Item_ID", type -> {
            members[0]++;
            identifier(thing, type, json.text(type), 0);
        });
        if (isObject && members[0] == 0) {
            json.add(Form.JSON_EMPTY, Sentence.of("empty", "{0} is empty; what has no value is left out", "Item_ID"));
        }
    }

    private void readPublisherIds() {
        json.object("Publisher_ID", type -> {
            int length = json.array(type, () -> {
                String id = json.text(type);
                if (id != null) {
                    item.publisherIds.add(new TypedValue(type, id));
                }
            });
            if (length == 0) {
                json.add(Form.JSON_EMPTY, Sentence.of("empty", "{0} is empty; what has no value is left out", type));
            }
        });
    }

    private void readAuthors(Thing thing) {
        int length = json.array("Authors", () -> {
            String[] name = new String[1];
            List<TypedValue> ids = new ArrayList<>();
            boolean isObject = json.object(What.AUTHOR, member -> {
                String value = json.text(member);
                if (member.equals("Name")) {
                    name[0] = value == null ? "" : value;
                } else if (value != null) {
                    ids.add(new TypedValue(member, value));
                }
            });
            if (isObject) {
                author(thing, name[0], ids);
            }
        });
        if (length == 0) {
            json.add(Form.JSON_EMPTY, Sentence.of("empty", "{0} is empty; what has no value is left out", "Authors"));
        }
    }

    private void readSet() {
        AttributeSet set = reuse(sets, used++, AttributeSet::new);
        set.clear();
        boolean isObject = json.object(What.ATTRIBUTE_PERFORMANCE, name -> {
            if (name.equals("Performance")) {
                set.performance = true;
                readPerformance(set.counts);
            } else if (name.equals("Components")) {
                if (layout.components) {
                    json.array(name, () -> readComponent(set));
                } else {
                    json.notRequested(name);
                }
            } else if (!attribute(name, set.attributes)) {
                json.unknown(name, What.ATTRIBUTE_PERFORMANCE);
            }
        });
        if (isObject && !set.performance) {
            json.add(Form.JSON_MISSING, Sentence.of("missing", "{0} is missing", "Performance"));
        } else if (isObject && set.counts.size() == 0 && set.components.isEmpty()) {
            json.add(
                    Form.JSON_EMPTY,
                    Sentence.of("json-empty-element.usage", "Performance is empty; what has no usage is left out"));
        }
    }

    private void readPerformance(MetricCounts counts) {
        json.object("Performance", metric -> {
            if (counts.find(metric) != null) {
                json.add(Form.JSON_REPEATED, Sentence.of("twice", "{0} is there twice", metric));
            }
            MetricCounts.Line line = line(counts, metric);
            int[] months = new int[1];
            boolean isObject = json.object(metric, key -> {
                months[0]++;
                int month = month(key);
                if (month >= 0) {
                    count(line.counts, month);
                } else {
                    json.tokens.skipChildren();
                }
            });
            if (isObject && months[0] == 0) {
                json.add(
                        Form.JSON_EMPTY,
                        Sentence.of(
                                "json-empty-element.metric",
                                "{0} is empty; a metric without usage is left out",
                                metric));
            }
        });
    }

    private void readComponent(AttributeSet set) {
        Component component = new Component();
        component.thing.code = JsonPlaces.code(first, nested ? ordinal : 0, used - 1L);
        component.thing.ordinal = set.components.size();
        set.components.add(component);
        json.object(What.COMPONENT, name -> {
            if (name.equals("Attribute_Performance")) {
                json.array(name, () -> readComponentSet(component));
            } else if (name.equals("Data_Type") || !described(component.thing, name, "Item")) {
                json.unknown(name, What.COMPONENT);
            }
        });
    }

    private void readComponentSet(Component component) {
        json.object(What.ATTRIBUTE_PERFORMANCE, name -> {
            if (name.equals("Data_Type")) {
                field(component.thing, Field.DATA_TYPE, name);
            } else if (name.equals("Performance")) {
                readPerformance(component.counts);
            } else {
                json.unknown(name, What.PERFORMANCE_OF_COMPONENT);
            }
        });
    }

    /** Who the parent is, so that one that stands twice is the same; where it stands when what it is comes after its items. */
    private long parentKey() {
        return parent.isEmpty() ? first + 1 : parent.hash();
    }

    private void tellItem() {
        events.thing(item);
        row.parentKey = nested ? parentKey() : 0;
        row.itemHash = itemHash(row.parentKey);
        for (int at = 0; at < used; at++) {
            AttributeSet set = sets.get(at);
            System.arraycopy(set.attributes, 0, row.attributes, 0, row.attributes.length);
            row.code = nested ? JsonPlaces.code(first, ordinal, at) : JsonPlaces.code(first, 0, at);
            row.component = null;
            tell(set.counts);
            for (Component component : set.components) {
                events.thing(component.thing);
                row.component = component.thing;
                tell(component.counts);
            }
            if (nested) {
                String type = row.get(Attribute.DATA_TYPE);
                dataTypes.putIfAbsent(type == null ? "" : type, row.code);
            }
        }
        events.closed(item, nested ? parent : null);
    }
}
