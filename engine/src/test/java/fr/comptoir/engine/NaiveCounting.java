package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.testkit.Figure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The counting rules once more, as a reader of the Code would write them down: lists, maps and sets, slow and plain. */
final class NaiveCounting {
    private final Catalogue catalogue;
    final Map<Figure, Long> figures = new HashMap<>();
    private final Set<List<Object>> seen = new HashSet<>();
    long actions;
    long doubleClicks;
    long held;

    private record Row(
            long time,
            int day,
            long user,
            long session,
            long address,
            String organisation,
            String customers,
            String item,
            ActionKind kind,
            String format,
            AccessMethod method,
            int accessTypeR5,
            int input,
            int line,
            int part) {
        List<Object> link() {
            return List.of(user, item, kind, format, method);
        }
    }

    private static final Comparator<Row> IN_TIME = Comparator.comparingLong(Row::time)
            .thenComparingLong(Row::address)
            .thenComparing(Row::organisation)
            .thenComparing(Row::customers)
            .thenComparingLong(Row::session)
            .thenComparingInt(Row::accessTypeR5)
            .thenComparingInt(Row::part)
            .thenComparingInt(Row::input)
            .thenComparingInt(Row::line);

    NaiveCounting(YearMonth month, Actions actions, Catalogue catalogue) {
        this.catalogue = catalogue;
        List<Row> rows =
                IntStream.range(0, actions.size).mapToObj(i -> row(actions, i)).toList();
        Set<Row> replaced = replaced(rows);
        for (Row row : rows) {
            if (YearMonth.from(LocalDate.ofEpochDay(row.day)).equals(month)) {
                count(row, replaced.contains(row));
            }
        }
    }

    private static Row row(Actions a, int i) {
        Actions.Dictionaries names = a.dictionaries;
        return new Row(
                a.time[i],
                a.day[i],
                a.user[i],
                a.session[i],
                names.addresses().hash(a.address[i]),
                names.organisations().text(a.organisation[i]),
                names.customers().text(a.customers[i]),
                a.item[i] == Actions.NO_ITEM ? "" : names.items().text(a.item[i]),
                ActionKind.of(a.kind[i]),
                names.formats().text(a.format[i]),
                AccessMethod.values()[a.accessMethod[i]],
                a.accessTypeR5[i],
                a.input[i],
                a.line[i],
                a.part[i]);
    }

    private static Set<Row> replaced(List<Row> rows) {
        Map<List<Object>, List<Row>> links = new HashMap<>();
        for (Row row : rows) {
            if (!row.kind.isSearch() && !row.item.isEmpty()) {
                links.computeIfAbsent(row.link(), any -> new ArrayList<>()).add(row);
            }
        }
        Set<Row> replaced = new HashSet<>();
        for (List<Row> link : links.values()) {
            link.sort(IN_TIME);
            for (int i = 1; i < link.size(); i++) {
                if (link.get(i).time - link.get(i - 1).time <= 30_000) {
                    replaced.add(link.get(i - 1));
                }
            }
        }
        return replaced;
    }

    private void count(Row row, boolean replaced) {
        int item = row.item.isEmpty() ? Catalogue.NONE : catalogue.find(row.item);
        if (row.kind == ActionKind.SEARCHES_PLATFORM) {
            actions++;
            search(row, "");
            return;
        }
        if (item == Catalogue.NONE) {
            held += row.part == 0 && !row.item.isEmpty() ? 1 : 0;
            return;
        }
        DataType type = catalogue.dataType(item);
        if (row.kind.isSearch()
                ? !type.isDatabase()
                : !type.mayBeItem() && !(type.isDatabase() && row.kind.isDenial())) {
            return;
        }
        if (replaced) {
            doubleClicks += row.part == 0 ? 1 : 0;
            return;
        }
        actions += row.part == 0 ? 1 : 0;
        if (row.kind.isSearch()) {
            search(row, row.item);
        } else if (row.kind.isDenial()) {
            for (Release release : Release.values()) {
                add(figure(release, MetricType.valueOf(row.kind.name()), row, item, item, Catalogue.NONE));
            }
        } else {
            int title = catalogue.title(item);
            use(Release.R5, row, item, title);
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i < catalogue.segmentCount(item); i++) {
                parts.add(catalogue.segment(item, i));
            }
            for (int part : parts.isEmpty() ? List.of(item) : parts) {
                use(Release.R5_1, row, part, title);
            }
        }
    }

    private void search(Row row, String database) {
        for (Release release : Release.values()) {
            MetricType metric = MetricType.valueOf(row.kind.name());
            add(new Figure(release, metric, row.customers, database, "", 0, "", row.method));
        }
    }

    private void use(Release release, Row row, int item, int title) {
        boolean request = row.kind == ActionKind.REQUEST;
        add(figure(release, MetricType.TOTAL_ITEM_INVESTIGATIONS, row, item, item, Catalogue.NONE));
        addOnce(row, figure(release, MetricType.UNIQUE_ITEM_INVESTIGATIONS, row, item, item, Catalogue.NONE));
        if (request) {
            add(figure(release, MetricType.TOTAL_ITEM_REQUESTS, row, item, item, Catalogue.NONE));
            addOnce(row, figure(release, MetricType.UNIQUE_ITEM_REQUESTS, row, item, item, Catalogue.NONE));
        }
        if (title == Catalogue.NONE
                || (catalogue.dataType(title) != DataType.BOOK
                        && catalogue.dataType(title) != DataType.REFERENCE_WORK)) {
            return;
        }
        for (int database : new HashSet<>(List.of(Catalogue.NONE, catalogue.database(item)))) {
            addOnce(row, figure(release, MetricType.UNIQUE_TITLE_INVESTIGATIONS, row, item, title, database));
            if (request) {
                addOnce(row, figure(release, MetricType.UNIQUE_TITLE_REQUESTS, row, item, title, database));
            }
        }
    }

    private Figure figure(Release release, MetricType metric, Row row, int item, int subject, int database) {
        AccessType type = catalogue.accessType(item, row.day);
        if (release == Release.R5) {
            type = row.accessTypeR5 == Actions.NO_ACCESS_TYPE
                            || row.kind.isDenial()
                            || catalogue.accessTypeR5InAllFormats(item, row.day)
                    ? catalogue.accessTypeR5(item, row.day)
                    : AccessType.values()[row.accessTypeR5];
        }
        return new Figure(
                release,
                metric,
                row.customers,
                catalogue.itemId(subject),
                database == Catalogue.NONE ? "" : catalogue.itemId(database),
                catalogue.yop(item),
                type.code(),
                row.method);
    }

    private void add(Figure figure) {
        figures.merge(figure, 1L, Long::sum);
    }

    private void addOnce(Row row, Figure figure) {
        if (seen.add(List.of(row.session, figure))) {
            add(figure);
        }
    }
}
