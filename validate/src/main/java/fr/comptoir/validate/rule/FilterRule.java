package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Author;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.HeaderList;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content keeps to the filters that the header declares, those of a standard view included (CoP 5.1, section 3.3.8). */
final class FilterRule extends BodyRule {
    private static final Kind CONTRADICTED =
            Kind.critical("filter-contradicted", "3.3.8").inR5("3.3.9");

    /** The years from and to, both included. */
    private record Years(int from, int to) {}

    private final Map<Attribute, Set<String>> values = new EnumMap<>(Attribute.class);
    private final Set<MetricType> metrics = EnumSet.noneOf(MetricType.class);
    private final List<Years> years = new ArrayList<>();
    private final @Nullable String database;
    private final @Nullable String itemId;
    private final @Nullable String author;

    FilterRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        for (Attribute attribute : layout.attributes) {
            Set<String> chosen = new HashSet<>(layout.header.filter(attribute.code()));
            chosen.addAll(layout.report.presets().getOrDefault(attribute.code(), List.of()));
            if (attribute != Attribute.YOP && !chosen.isEmpty()) {
                values.put(attribute, chosen);
            }
        }
        layout.header.filter("Metric_Type").forEach(code -> MetricType.of(code).ifPresent(metrics::add));
        layout.header.filter("YOP").forEach(this::addYears);
        database = single("Database");
        itemId = single("Item_ID");
        HeaderList authors = layout.header.filters.get("Author");
        author = authors != null ? String.join("|", authors.values()) : single("Item_Contributor");
    }

    private @Nullable String single(String filter) {
        HeaderList list = layout.header.filters.get(filter);
        return list == null || list.values().size() != 1 ? null : list.values().get(0);
    }

    private void addYears(String text) {
        int dash = text.indexOf('-');
        String from = dash < 0 ? text : text.substring(0, dash);
        String to = text.substring(dash + 1);
        if (YopRule.isYear(from) && YopRule.isYear(to)) {
            years.add(new Years(Integer.parseInt(from), Integer.parseInt(to)));
        }
    }

    @Override
    void row(UsageRow row) {
        MetricType metric = row.metric;
        if (metric != null
                && !metrics.isEmpty()
                && !metrics.contains(metric)
                && layout.report.metrics().contains(metric)) {
            findings.add(
                    CONTRADICTED,
                    () -> places.metric(row),
                    () -> Sentence.of(
                            "filter-contradicted.metric",
                            "Metric_Type is {0}, which the header's Metric_Type filter leaves out",
                            metric.code()));
        }
        values.forEach((attribute, chosen) -> {
            String value = row.get(attribute);
            if (value != null && !value.isEmpty() && !chosen.contains(value)) {
                contradicted(row, attribute, value);
            }
        });
        String yop = row.get(Attribute.YOP);
        if (!years.isEmpty() && yop != null && YopRule.isYear(yop) && !isChosen(Integer.parseInt(yop))) {
            contradicted(row, Attribute.YOP, yop);
        }
    }

    private boolean isChosen(int year) {
        for (Years range : years) {
            if (range.from <= year && year <= range.to) {
                return true;
            }
        }
        return false;
    }

    private void contradicted(UsageRow row, Attribute attribute, String value) {
        findings.add(
                CONTRADICTED,
                () -> places.attribute(row, attribute),
                () -> Sentence.of(
                        "filter-contradicted.attribute",
                        "{0} is {1}, which the filter of the header leaves out",
                        attribute.code(),
                        value));
    }

    @Override
    void thing(Thing thing) {
        if (thing.role != Role.ITEM) {
            return;
        }
        if (database != null && thing.has(Field.NAME) && !database.equalsIgnoreCase(thing.get(Field.NAME))) {
            findings.add(
                    CONTRADICTED,
                    () -> places.field(thing, Field.NAME),
                    () -> Sentence.of(
                            "filter-contradicted.database",
                            "Database is \"{0}\", which the filter Database={1} leaves out",
                            String.valueOf(thing.get(Field.NAME)),
                            database));
        }
        if (itemId != null && !hasIdentifier(thing, itemId)) {
            findings.add(
                    CONTRADICTED,
                    () -> places.thing(thing),
                    () -> Sentence.of(
                            "filter-contradicted.item", "the item is not the one of the filter Item_ID={0}", itemId));
        }
        if (author != null && !thing.authors.isEmpty() && !isBy(thing, author)) {
            findings.add(
                    CONTRADICTED,
                    () -> places.author(thing, 0),
                    () -> Sentence.of(
                            "filter-contradicted.author",
                            "no author of the item is {0}, whom the filter of the header chooses",
                            author));
        }
    }

    /** Whether the item has the identifier, or one of a kind that it does not show. */
    private boolean hasIdentifier(Thing thing, String filter) {
        int colon = filter.indexOf(':');
        Field field = colon < 0 ? null : Field.ofIdType(filter.substring(0, colon));
        if (field == null || !layout.shows(field.column())) {
            return filter.equals(thing.get(Field.PROPRIETARY_ID)) || field != null || colon < 0;
        }
        return filter.substring(colon + 1).equals(thing.get(field));
    }

    /** Of more than three authors only the first are there, and the one asked for may be among the others. */
    private static boolean isBy(Thing thing, String filter) {
        if (thing.authors.size() >= 3) {
            return true;
        }
        for (Author author : thing.authors) {
            boolean found = author.identifiers().stream()
                    .anyMatch(id -> filter.equals(id.type() + ":" + id.value()) || filter.equals(id.value()));
            if (found || author.identifiers().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
