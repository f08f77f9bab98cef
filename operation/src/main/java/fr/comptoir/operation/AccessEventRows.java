package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.engine.Verdicts;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.catalogue.IndexName;
import fr.comptoir.model.catalogue.IndexNames;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.registry.Members;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@link AccessEvents}: which actions are events, and what stands in each column. The names of columns are those of ezPAARSE's
 * access events; those that it has no name for are ours.
 */
final class AccessEventRows {
    static final List<String> COLUMNS = List.of(
            "datetime",
            "date",
            "log_id",
            "platform",
            "platform_name",
            "publisher_name",
            "rtype",
            "mime",
            "print_identifier",
            "online_identifier",
            "title_id",
            "doi",
            "publication_title",
            "publication_date",
            "title",
            "unitid",
            "db_id",
            "session_id",
            "customer_id",
            "index_name",
            "institutionName",
            "isni",
            "isil",
            "ror",
            "access_method",
            "access_modality",
            "is_oa",
            "oa_status");

    private static final AccessType[] ACCESS_TYPES = AccessType.values();
    private static final AccessMethod[] ACCESS_METHODS = AccessMethod.values();
    private static final byte NO_ACCESS = -1;
    private static final int ID_LENGTH = 40;

    private final SiteConfig.Platform platform;
    private final String customer;
    private final Map<String, Institution> institutions;
    /** The name of the index of each, by customer_id. */
    private final Map<String, String> indices;

    private final Set<String> consortia;
    private final Catalogue catalogue;
    private final Map<Owned, List<String>> owners = new HashMap<>();
    private @Nullable Events events;
    /** The rows of the actions that are events, in the order of time. */
    private int[] chosen = {};

    AccessEventRows(
            SiteConfig.Platform platform, String customer, Map<String, Institution> institutions, Catalogue catalogue) {
        this.platform = platform;
        this.customer = customer;
        this.institutions = institutions;
        this.indices = IndexNames.of(institutions.values().stream()
                .collect(Collectors.toMap(Institution::customerId, Institution::indexName)));
        this.catalogue = catalogue;
        this.consortia = institutions.values().stream()
                .flatMap(one -> one.memberOf().stream())
                .map(dated -> dated.split("@", 2)[0])
                .collect(Collectors.toSet());
    }

    /** Looks which of these actions are events of the customer; they hold all rows of each item that they have any of. */
    void take(YearMonth month, Actions actions) {
        Events told = new Events(actions);
        Counting.explain(month, actions, catalogue, told);
        events = told;
        chosen = chosen();
    }

    /** The items of those events and what they belong to, by id. */
    Set<String> items() {
        Set<String> ids = new HashSet<>();
        for (int row : chosen) {
            int item = number(row);
            for (int one = item; one != Catalogue.NONE; one = catalogue.parent(one)) {
                ids.add(catalogue.itemId(one));
            }
            int title = item == Catalogue.NONE ? Catalogue.NONE : catalogue.title(item);
            if (title != Catalogue.NONE) {
                ids.add(catalogue.itemId(title));
            }
        }
        return ids;
    }

    /** Takes one row of {@link #COLUMNS}. */
    @FunctionalInterface
    interface Taker {
        void take(List<String> row) throws IOException;
    }

    /** Gives the rows in the order of time, one after another: all of them at once would need a kilobyte each. */
    void forEach(Map<String, CatalogueRow> described, Taker taker) throws IOException {
        Map<String, Integer> alike = new HashMap<>();
        long second = Long.MIN_VALUE;
        for (int row : chosen) {
            if (told().actions.time[row] != second) {
                alike.clear();
                second = told().actions.time[row];
            }
            String what = what(row);
            taker.take(row(row, what + "\n" + alike.merge(what, 1, Integer::sum), described));
        }
    }

    private Events told() {
        Events known = events;
        if (known == null) {
            throw new IllegalStateException("no actions were taken");
        }
        return known;
    }

    private int[] chosen() {
        Actions actions = told().actions;
        boolean[] own = Explain.belonging(actions, customer);
        return told().counted.stream()
                .filter(row -> isEvent(ActionKind.of(actions.kind[row])))
                .filter(row -> own[actions.customers[row]])
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(row -> actions.time[row])
                        .thenComparing(this::what)
                        .thenComparing(row -> actions.input[row])
                        .thenComparing(row -> actions.line[row])
                        .thenComparing(row -> actions.part[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A search of several databases is one event; of a denial nothing was seen. */
    private static boolean isEvent(ActionKind kind) {
        return kind.isInvestigation() || kind == ActionKind.SEARCHES_PLATFORM;
    }

    private String customers(int row) {
        Actions actions = told().actions;
        return actions.dictionaries.customers().text(actions.customers[row]);
    }

    private String item(int row) {
        Actions actions = told().actions;
        return actions.item[row] == Actions.NO_ITEM
                ? ""
                : actions.dictionaries.items().text(actions.item[row]);
    }

    private int number(int row) {
        return catalogue.find(item(row));
    }

    private String session(int row) {
        return HexFormat.of().toHexDigits(told().actions.session[row]);
    }

    private String format(int row) {
        Actions actions = told().actions;
        return actions.dictionaries.formats().text(actions.format[row]);
    }

    /** What the event is, whatever file and line it was read from: a log that is read again gives the same events the same ids. */
    private String what(int row) {
        Actions actions = told().actions;
        return String.join(
                "\n",
                platform.id(),
                String.valueOf(actions.time[row]),
                session(row),
                ActionKind.of(actions.kind[row]).code(),
                item(row),
                format(row));
    }

    private List<String> row(int row, String identity, Map<String, CatalogueRow> described) {
        Actions actions = told().actions;
        OffsetDateTime time = Instant.ofEpochMilli(actions.time[row])
                .atZone(platform.timeZone())
                .toOffsetDateTime();
        ActionKind kind = ActionKind.of(actions.kind[row]);
        int number = kind.isSearch() ? Catalogue.NONE : number(row);
        CatalogueRow item = number == Catalogue.NONE ? null : described.get(catalogue.itemId(number));
        int titled = number == Catalogue.NONE ? Catalogue.NONE : catalogue.title(number);
        CatalogueRow title = titled == Catalogue.NONE ? null : described.get(catalogue.itemId(titled));
        List<String> own = owners(row);
        Institution institution = own.isEmpty() ? null : institutions.get(own.get(0));
        byte access = told().access[row];
        boolean open = access != NO_ACCESS && ACCESS_TYPES[access] == AccessType.OPEN;
        return List.of(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time),
                time.toLocalDate().toString(),
                Sha256.of(identity.getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH),
                platform.id(),
                platform.name(),
                publisher(number, described),
                number == Catalogue.NONE ? EventWords.SEARCH : EventWords.rtype(kind, catalogue.dataType(number)),
                EventWords.mime(kind, format(row)),
                title == null ? "" : printed(title),
                title == null ? "" : title.onlineIssn(),
                title == null ? "" : title.itemId(),
                item == null ? "" : item.doi(),
                title == null ? "" : title.name(),
                number == Catalogue.NONE ? "" : String.valueOf(catalogue.yop(number)),
                item == null ? "" : item.name(),
                item == null ? "" : item.itemId(),
                database(number),
                session(row),
                String.join("|", own),
                own.stream().map(this::index).collect(Collectors.joining("|")),
                institution == null ? "" : institution.name(),
                institution == null ? "" : institution.isni(),
                institution == null ? "" : institution.isil(),
                institution == null ? "" : institution.ror(),
                ACCESS_METHODS[actions.accessMethod[row]].code(),
                AccessRoute.of(actions.route[row]).code(),
                access == NO_ACCESS ? "" : String.valueOf(open),
                access == NO_ACCESS || item == null ? "" : open ? known(item.oaStatus()) : "closed");
    }

    private String index(String id) {
        String name = indices.get(id);
        return name == null ? IndexName.of(id, "") : name;
    }

    private static String known(String status) {
        return status.isEmpty() ? "unknown" : status;
    }

    private static String printed(CatalogueRow title) {
        return title.printIssn().isEmpty() ? title.isbn() : title.printIssn();
    }

    private String database(int number) {
        int database = number == Catalogue.NONE ? Catalogue.NONE : catalogue.database(number);
        return database == Catalogue.NONE ? "" : catalogue.itemId(database);
    }

    /** That of the item, or of the nearest that it is a part of. */
    private String publisher(int number, Map<String, CatalogueRow> described) {
        for (int one = number; one != Catalogue.NONE; one = catalogue.parent(one)) {
            CatalogueRow row = described.get(catalogue.itemId(one));
            if (row != null && !row.publisher().isEmpty()) {
                return row.publisher();
            }
        }
        return "";
    }

    /**
     * Of all to whom the action belongs those that are no consortium; of a consortium's events those that belonged to it on that day, for it
     * is not told who else has a range of its members; of an institution's events, that institution.
     */
    private List<String> owners(int row) {
        boolean ofAll = customer.equals(Institution.THE_WORLD);
        if (!ofAll && !consortia.contains(customer)) {
            return List.of(customer);
        }
        LocalDate day = LocalDate.ofEpochDay(told().actions.day[row]);
        return owners.computeIfAbsent(
                new Owned(customers(row), day),
                owned -> Arrays.stream(owned.customers().split("\\|"))
                        .filter(id -> !id.isEmpty() && !consortia.contains(id))
                        .filter(id -> ofAll || Members.belongs(id, customer, institutions, day))
                        .toList());
    }

    /** All to whom actions of a day belong. */
    private record Owned(String customers, LocalDate day) {}

    /** Hears which rows count, and under which Access_Type of Release 5.1. */
    private static final class Events implements Verdicts {
        private final Actions actions;
        private final BitSet counted = new BitSet();
        private final byte[] access;

        Events(Actions actions) {
            this.actions = actions;
            access = new byte[actions.size];
            Arrays.fill(access, NO_ACCESS);
        }

        @Override
        public void counted(int row) {
            counted.set(row);
        }

        @Override
        public void counts(int row, Figure figure) {
            AccessType type = figure.accessType();
            if (figure.release() == Release.R5_1 && type != null) {
                access[row] = (byte) type.ordinal();
            }
        }
    }
}
