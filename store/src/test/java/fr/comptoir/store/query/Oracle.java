package fr.comptoir.store.query;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Catalogue;
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
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The same question answered in Java from the facts in memory, row by row, without any of the store's code. */
final class Oracle {
    private final Catalogue catalogue;
    private final FactQuery query;
    private final boolean r5;
    private final Map<String, long[]> answer = new TreeMap<>();
    /** Of the set that was last found to be the customer's. */
    private String member = "";
    /** Whether the set that was last looked at is anybody's. */
    private boolean attributed;
    /** Of what is added. */
    private @Nullable Format format;

    private Oracle(Catalogue catalogue, FactQuery query) {
        this.catalogue = catalogue;
        this.query = query;
        r5 = query.release() == Release.R5;
    }

    /** Counts by the text of a row's subject and attributes. */
    static Map<String, long[]> answer(FactQuery query, Collection<MonthFacts> months, Catalogue catalogue) {
        Oracle oracle = new Oracle(catalogue, query);
        for (MonthFacts month : months) {
            if (!month.month().isBefore(query.begin()) && !month.month().isAfter(query.end())) {
                oracle.items(month);
                oracle.titles(month);
                oracle.searches(month);
            }
        }
        oracle.answer.values().removeIf(counts -> Arrays.stream(counts).sum() == 0);
        return oracle.answer;
    }

    /** The key under which the oracle has a row. */
    static String key(FactRow row) {
        return text(row.parent() == null ? null : row.parent().id()) + " > "
                + text(row.subject() == null ? null : row.subject().id()) + " " + text(row.dataType()) + " "
                + text(row.sectionType()) + " "
                + row.yop() + " " + text(row.accessType()) + " " + text(row.accessMethod()) + " " + row.month() + " "
                + text(row.customer()) + " " + text(row.attributed()) + " "
                + text(row.format());
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "-").toString();
    }

    private void items(MonthFacts month) {
        ItemFacts facts = month.items();
        for (int row = 0; row < facts.size; row++) {
            int item = facts.item[row];
            boolean isDatabase = catalogue.dataType(item).isDatabase();
            int database = isDatabase ? item : catalogue.database(item);
            int title = catalogue.title(item);
            boolean inReport = switch (query.subject()) {
                case PLATFORM, ITEM -> !isDatabase;
                case DATABASE -> database != Catalogue.NONE;
                case TITLE -> title != Catalogue.NONE;
            };
            if (!inReport || !ofCustomer(month, facts.customers[row])) {
                continue;
            }
            for (ItemFacts.Count count : ItemFacts.Count.values()) {
                boolean denial = count == ItemFacts.Count.LIMIT_EXCEEDED || count == ItemFacts.Count.NO_LICENSE;
                if ((denial && query.subject() == Subject.PLATFORM)
                        || (!denial && r5 != count.name().endsWith("_R5"))) {
                    continue;
                }
                DataType type = catalogue.dataType(
                        query.subject() == Subject.ITEM
                                ? item
                                : denial && query.subject() == Subject.DATABASE
                                        ? database
                                        : title != Catalogue.NONE ? title : item);
                SectionType section = query.subject() == Subject.TITLE && r5
                        ? SectionType.of(catalogue.dataType(title), catalogue.dataType(item))
                        : null;
                byte access = r5 ? facts.accessTypeR5[row] : facts.accessType[row];
                int subject = switch (query.subject()) {
                    case PLATFORM -> Catalogue.NONE;
                    case DATABASE -> database;
                    case TITLE -> title;
                    case ITEM -> item;
                };
                for (Map.Entry<Optional<Format>, Integer> part :
                        parts(facts, row, count).entrySet()) {
                    format = part.getKey().orElse(null);
                    add(
                            month,
                            subject,
                            type,
                            section,
                            catalogue.yop(item),
                            AccessType.values()[access],
                            facts.accessMethod[row],
                            MetricType.valueOf(count.name().replace("_R5", "")),
                            part.getValue());
                }
                format = null;
            }
        }
    }

    /** A count, or its parts where it is divided. */
    private Map<Optional<Format>, Integer> parts(ItemFacts facts, int row, ItemFacts.Count count) {
        if (!query.shown().contains(Attribute.FORMAT)
                || query.subject() != Subject.TITLE
                || count != ItemFacts.Count.TOTAL_ITEM_REQUESTS_R5) {
            return Map.of(Optional.empty(), facts.count(row, count));
        }
        int html = facts.formats[row * ItemFacts.Format.SIZE + ItemFacts.Format.HTML_R5.ordinal()];
        int pdf = facts.formats[row * ItemFacts.Format.SIZE + ItemFacts.Format.PDF_R5.ordinal()];
        return Map.of(
                Optional.of(Format.HTML), html,
                Optional.of(Format.PDF), pdf,
                Optional.of(Format.OTHER), facts.count(row, count) - html - pdf);
    }

    private void titles(MonthFacts month) {
        TitleFacts facts = month.titles();
        for (int row = 0; row < facts.size; row++) {
            boolean byDatabase = facts.database[row] != Catalogue.NONE;
            if (query.subject() == Subject.ITEM
                    || byDatabase != (query.subject() == Subject.DATABASE)
                    || !ofCustomer(month, facts.customers[row])) {
                continue;
            }
            for (TitleFacts.Count count : TitleFacts.Count.values()) {
                if (r5 == count.name().endsWith("_R5")) {
                    int subject = switch (query.subject()) {
                        case PLATFORM, ITEM -> Catalogue.NONE;
                        case DATABASE -> facts.database[row];
                        case TITLE -> facts.title[row];
                    };
                    add(
                            month,
                            subject,
                            catalogue.dataType(facts.title[row]),
                            null,
                            facts.yop[row],
                            AccessType.values()[r5 ? facts.accessTypeR5[row] : facts.accessType[row]],
                            facts.accessMethod[row],
                            MetricType.valueOf(count.name().replace("_R5", "")),
                            facts.count(row, count));
                }
            }
        }
    }

    private void searches(MonthFacts month) {
        SearchFacts facts = month.searches();
        for (int row = 0; row < facts.size; row++) {
            ActionKind kind = ActionKind.of(facts.kind[row]);
            boolean platform = kind == ActionKind.SEARCHES_PLATFORM;
            if (query.subject() == (platform ? Subject.PLATFORM : Subject.DATABASE)
                    && ofCustomer(month, facts.customers[row])) {
                int database = facts.database[row];
                DataType type = platform ? DataType.PLATFORM : catalogue.dataType(database);
                MetricType metric = MetricType.of(kind.code()).orElseThrow();
                add(month, database, type, null, 0, null, facts.accessMethod[row], metric, facts.count[row]);
            }
        }
    }

    private boolean ofCustomer(MonthFacts month, int set) {
        List<String> ids = Arrays.asList(month.customers().text(set).split("\\|"));
        member = query.members().stream().filter(ids::contains).findFirst().orElse(query.customer());
        attributed = !ids.contains("");
        if (query.attributed().isPresent() && query.attributed().get() != attributed) {
            return false;
        }
        return query.customer().equals(Institution.THE_WORLD) || ids.contains(query.customer());
    }

    private void add(
            MonthFacts month,
            int subject,
            DataType rawType,
            @Nullable SectionType section,
            int yop,
            @Nullable AccessType rawAccess,
            byte methodOrdinal,
            MetricType metric,
            long amount) {
        DataType type = named(rawType);
        AccessMethod method = AccessMethod.values()[methodOrdinal];
        boolean isFree = rawAccess == AccessType.OTHER_FREE_TO_READ;
        AccessType access = isFree && query.subject() == Subject.TITLE ? AccessType.CONTROLLED : rawAccess;
        boolean passes = query.metrics().contains(metric)
                && (query.dataTypes().isEmpty() || query.dataTypes().contains(type))
                && (query.sectionTypes().isEmpty()
                        || (section != null && query.sectionTypes().contains(section)))
                && (query.accessTypes().isEmpty()
                        || (access != null && query.accessTypes().contains(access)))
                && (query.accessMethods().isEmpty() || query.accessMethods().contains(method))
                && (query.yop().isEmpty()
                        || query.yop().stream().anyMatch(range -> yop >= range.from() && yop <= range.to() && yop > 0))
                && query.itemId().map(id -> sameDoi(subject, id)).orElse(true)
                && query.database()
                        .map(name -> subject == catalogue.find("db" + name.charAt(name.length() - 1)))
                        .orElse(true);
        if (passes) {
            String key = parent(subject) + " > " + (subject == Catalogue.NONE ? "-" : catalogue.itemId(subject)) + " "
                    + text(shown(Attribute.DATA_TYPE, type)) + " "
                    + text(r5 ? shown(Attribute.SECTION_TYPE, section) : null) + " "
                    + (query.shown().contains(Attribute.YOP) ? yop : 0) + " "
                    + text(shown(Attribute.ACCESS_TYPE, access)) + " "
                    + text(shown(Attribute.ACCESS_METHOD, method)) + " " + month.month() + " "
                    + text(shown(Attribute.CUSTOMER, member)) + " "
                    + text(shown(Attribute.ATTRIBUTED, attributed)) + " " + text(format);
            answer.computeIfAbsent(key, unused -> new long[MetricType.values().length])[metric.ordinal()] += amount;
        }
    }

    private boolean sameDoi(int subject, FactQuery.Identifier id) {
        return ("10.1/" + catalogue.itemId(subject)).equalsIgnoreCase(id.value());
    }

    private @Nullable Object shown(Attribute attribute, @Nullable Object value) {
        return query.shown().contains(attribute) ? value : null;
    }

    private DataType named(DataType type) {
        boolean item = query.subject() == Subject.ITEM;
        if (r5) {
            return item ? type.r5InItemReport() : type.r5();
        }
        return item && type.isWholeBook() ? type.segmentType() : type;
    }

    private String parent(int subject) {
        if (query.subject() != Subject.ITEM || !query.shown().contains(Attribute.PARENT)) {
            return "-";
        }
        List<String> own = new ArrayList<>();
        DataType type = catalogue.dataType(subject);
        int parent = catalogue.parent(subject);
        if (type.isWholeBook() && !r5) {
            own.add(catalogue.itemId(subject));
        } else if (type == DataType.DATABASE_FULL_ITEM) {
            own.add(r5 ? "-" : catalogue.itemId(catalogue.database(subject)));
        } else if (parent != Catalogue.NONE) {
            DataType parentType = catalogue.dataType(parent);
            DataType parentNamed = r5 ? parentType.r5() : parentType;
            own.add(parentNamed == named(type) ? "-" : catalogue.itemId(parent));
        }
        return own.isEmpty() ? "-" : own.get(0);
    }
}
