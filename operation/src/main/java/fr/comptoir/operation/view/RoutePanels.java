package fr.comptoir.operation.view;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.usage.RouteRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the panels that tell from where usage came and by what access. */
final class RoutePanels {
    private static final String ARRIVAL = "Arrival";
    private static final String ROUTE = "Route";
    private static final List<MetricType> USUAL =
            List.of(MetricType.TOTAL_ITEM_REQUESTS, MetricType.TOTAL_ITEM_INVESTIGATIONS);

    /** What someone did, with the part of a row's counts that is it. */
    private enum Use {
        REQUEST,
        INVESTIGATION,
        DENIAL;

        private String code() {
            return "use_" + name().toLowerCase(java.util.Locale.ROOT);
        }

        private long of(long[] counts) {
            long requests = counts[MetricType.TOTAL_ITEM_REQUESTS.ordinal()];
            return switch (this) {
                case REQUEST -> requests;
                case INVESTIGATION -> counts[MetricType.TOTAL_ITEM_INVESTIGATIONS.ordinal()] - requests;
                case DENIAL -> counts[MetricType.NO_LICENSE.ordinal()] + counts[MetricType.LIMIT_EXCEEDED.ordinal()];
            };
        }
    }

    /** One stream of the flow. */
    private record Stream(String arrival, String route, Use use) {}

    private final View view;
    private final List<RouteRow> rows;
    private final OverviewPanels panels;
    private final String note;
    private final Map<String, String> kinds;

    private RoutePanels(View view, List<RouteRow> rows, OverviewPanels panels, String note, Map<String, String> kinds) {
        this.kinds = kinds;
        this.view = view;
        this.rows = rows;
        this.panels = panels;
        this.note = note;
    }

    /** Asks, unless something narrows that ways and routes know nothing of: then all panels are empty and say so. */
    static RoutePanels of(View view, Usage usage, SiteConfig config, SortedSet<YearMonth> available)
            throws IOException {
        boolean known = !view.choosesUnknownOfWays();
        View counted = Usage.OF_ROUTES.contains(view.metric()) ? view : view.with(MetricType.TOTAL_ITEM_REQUESTS);
        List<RouteRow> rows = known ? usage.byRoutes() : List.of();
        return new RoutePanels(
                counted,
                rows.stream().filter(row -> RouteNames.passes(view, row)).toList(),
                new OverviewPanels(counted, List.of(), Overview.occurring(config), available),
                known ? "" : "note.notByThis",
                config.arrivals().rules().stream()
                        .collect(Collectors.toMap(
                                ArrivalRule::name, rule -> rule.kind().code(), (one, other) -> one)));
    }

    /** Usage by way of arrival. */
    Panel arrivals() {
        return withKinds(breakdown("arrivals", Field.ARRIVAL, ARRIVAL, RouteNames::arrival));
    }

    /** What kind of thing the rule of each way is about; nothing for ways that no rule names. */
    private Panel withKinds(Panel panel) {
        if (panel.isEmpty()) {
            return panel;
        }
        List<Column> columns = new ArrayList<>(panel.columns());
        columns.add(1, new Column("Arrival_Kind", Kind.CODE));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> cells : panel.rows()) {
            List<@Nullable Object> row = new ArrayList<>(cells);
            row.add(1, kinds.get(String.valueOf(cells.get(0))));
            rows.add(row);
        }
        return new Panel(panel.id(), panel.picture(), panel.field(), columns, rows, panel.note());
    }

    /** Usage by route of access. */
    Panel routes() {
        return breakdown("routes", Field.ROUTE, ROUTE, RouteNames::route);
    }

    private Panel breakdown(String id, Field field, String key, Function<RouteRow, String> name) {
        Map<String, Sums> sums = new TreeMap<>();
        for (RouteRow row : rows) {
            sums.computeIfAbsent(name.apply(row), any -> new Sums()).add(view, row.month(), row.counts());
        }
        if (sums.keySet().equals(Set.of(RouteNames.NOT_RECORDED))) {
            return new Panel(id, Picture.BARS, Optional.of(field), List.of(), List.of(), "note.notRecorded");
        }
        Map<Object, Sums> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Sums> one) -> -one.getValue().now(view.metric())))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        Set<MetricType> metrics = new LinkedHashSet<>(List.of(view.metric()));
        metrics.addAll(USUAL);
        return panels.breakdown(id, Picture.BARS, field, new Column(key, Kind.CODE), sorted, metrics)
                .with(note);
    }

    /** From way of arrival through route of access to kind of use: what people do. */
    Panel documentary() {
        return flow("flow", method -> method != AccessMethod.TDM);
    }

    /** The same of programs. */
    Panel technical() {
        return flow("technical", method -> method == AccessMethod.TDM);
    }

    private Panel flow(String id, Predicate<AccessMethod> of) {
        Map<Stream, long[]> streams = new LinkedHashMap<>();
        for (RouteRow row : rows) {
            for (Use use : of.test(row.accessMethod()) ? Use.values() : new Use[0]) {
                Stream stream = new Stream(RouteNames.arrival(row), RouteNames.route(row), use);
                long[] counts = streams.computeIfAbsent(stream, any -> new long[2]);
                counts[0] += view.asks(row.month()) ? use.of(row.counts()) : 0;
                counts[1] += view.comparesWith(row.month()) ? use.of(row.counts()) : 0;
            }
        }
        streams.values().removeIf(counts -> counts[0] + counts[1] == 0);
        long total = streams.values().stream().mapToLong(counts -> counts[0]).sum();
        List<Column> columns = new ArrayList<>(List.of(
                new Column(ARRIVAL, Kind.CODE),
                new Column(ROUTE, Kind.CODE),
                new Column("Use", Kind.CODE),
                new Column("Uses", Kind.COUNT),
                new Column("Share", Kind.SHARE)));
        panels.compared(columns);
        List<List<@Nullable Object>> cells = new ArrayList<>();
        streams.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Stream, long[]> one) -> -one.getValue()[0])
                        .thenComparing(one -> one.getKey().toString()))
                .forEach(one -> {
                    Stream stream = one.getKey();
                    long now = one.getValue()[0];
                    List<@Nullable Object> row = new ArrayList<>(List.of(
                            stream.arrival(), stream.route(), stream.use().code(), now));
                    row.add(total == 0 ? null : (Object) ((double) now / total));
                    panels.compare(row, now, one.getValue()[1]);
                    cells.add(row);
                });
        return new Panel(id, Picture.FLOW, Optional.of(Field.ARRIVAL), columns, cells, note);
    }
}
