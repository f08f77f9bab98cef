package fr.comptoir.server.space;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Comparison;
import fr.comptoir.operation.view.Field;
import fr.comptoir.operation.view.PackageUsage.Use;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Preset;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.TableAsk;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.View;
import fr.comptoir.server.web.CustomerPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of a page of figures lead: the same view, a little different.
 *
 * @param page its name in the path: {@code overview}
 * @param last the last month that is counted and over
 * @param more of the page's own parameters, encoded; blank for none
 * @param examines whether who looks at the page may see actions one by one
 */
public record Links(View view, String page, YearMonth last, String more, boolean examines) {
    /** By what rows are told apart. */
    static final String BY = "by";

    static final String ITEM = "item";

    private static final String METRIC = "metric=";

    static final String INSTITUTION = "institution";

    /** Pages whose figures lead to their actions. */
    private static final Set<String> OPENING = Set.of("overview", "explain", "routes");

    /** A value that narrows the view. */
    public record Chip(Field field, String value, boolean wanted, String remove, String turn) {}

    /** Values by which figures are counted, though not together with others of the view, and the page without them. */
    public record Side(List<Chip> chips, String without) {}

    /** The customer's pages. */
    public String base() {
        return "/space/" + CustomerPath.write(view.customer());
    }

    private String to(String name, View other, String extra) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(other.query(), extra)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return base() + "/" + name + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private String to(View other) {
        return to(page, other, more);
    }

    /** Where a link to this view, to be read only, is made. */
    public String sharing() {
        return base() + "/links" + (view.query().isEmpty() ? "" : "?view=" + encoded(view.query()));
    }

    public String here() {
        return to(view);
    }

    /** The page without what narrows it. */
    public String cleared() {
        return to(view.withoutFilters());
    }

    /** The page as it is when nothing is asked. */
    public String usual() {
        return base() + "/" + page;
    }

    public String preset(Preset preset) {
        return to(view.with(preset.period(last)));
    }

    /** The same of other months. */
    public String period(Period period) {
        return to(view.with(period));
    }

    public String comparison(Comparison comparison) {
        return to(view.with(comparison));
    }

    public String metric(String code) {
        return MetricType.of(code).map(metric -> to(view.with(metric))).orElse("");
    }

    /** The same in the usual release. */
    public String usualRelease() {
        return to(view.with(Release.R5_1));
    }

    /** Narrowed to a value. */
    public String with(Field field, Object value) {
        return to(view.with(field, value.toString(), true));
    }

    /** One month alone. */
    public String month(YearMonth month) {
        return to(view.with(new Period(Optional.empty(), month, month)));
    }

    /** A month by day. */
    public String days(YearMonth month) {
        return to("days", view, "month=" + month);
    }

    /** A month of a title by day. */
    public String days(Object title, YearMonth month) {
        return to("days", view.with(Field.TITLE, title.toString(), true), "month=" + month);
    }

    /** A day by hour, and its month by day. */
    public String day(LocalDate day) {
        return to("days", view, "month=" + YearMonth.from(day) + "&day=" + day);
    }

    /** The overview of one month alone. */
    public String overview(YearMonth month) {
        return to("overview", view.with(new Period(Optional.empty(), month, month)), "");
    }

    /** Another page of the same view. */
    public String other(String name) {
        return to(name, view, "");
    }

    /** The titles of a publisher. */
    public String publisher(Object name) {
        return to("titles", view.with(Field.PUBLISHER, name.toString(), true), "");
    }

    /** The titles in another order, or another page of them. */
    public String titles(TitleAsk ask) {
        return to("titles", view, ask.query());
    }

    /** The titles of a package, in another order, or another page of them. */
    public String packageTitles(String own, TitleAsk ask) {
        return to("package", view, own + (ask.query().isEmpty() ? "" : "&" + ask.query()));
    }

    /** The key of the column by which a table is sorted; the metric that is looked at where none was asked for. */
    String sorted(String asked) {
        return asked.isEmpty() ? view.metric().code() : asked;
    }

    /** The page of a package. */
    public String pack(Object name) {
        return to("package", view, "id=" + encoded(name.toString()));
    }

    /** The page of a package with some of its titles. */
    public String pack(Object name, Use use) {
        return pack(name) + (use == Use.ALL ? "" : "&use=" + use.code());
    }

    /** The rows of this page in another order, or another page of them. */
    public String ranked(TableAsk ask) {
        return to(page, view, ask.query());
    }

    /** The page of a title. */
    public String title(Object id) {
        return to("title", view, "id=" + encoded(id.toString()));
    }

    /** The Title Report of a release for the months that are looked at. */
    public String titleReport(Release release) {
        return base() + "/reports?report=TR&release=" + release.code() + "&begin_date="
                + view.period().begin() + "&end_date=" + view.period().end();
    }

    /** The pages of another customer. */
    public String space(Object id) {
        return "/space/" + CustomerPath.write(id.toString()) + "/overview"
                + (view.query().isEmpty() ? "" : "?" + view.query());
    }

    /** Whether figures lead to their actions; a publisher's do not, as the actions are the institutions'. */
    public boolean canExplain() {
        return examines && view.publishers().isEmpty();
    }

    /** From where the usage of a title came. */
    public String routes(Object title) {
        return to("routes", view.withoutFilters().withoutText().with(Field.TITLE, title.toString(), true), "");
    }

    /** From a figure of a title or item to its actions, of all metrics. */
    public String explain(Object of, boolean item, YearMonth month, int number) {
        return to("explain", ofAllMetrics(), figure(of, item, month) + (number > 1 ? "&page=" + number : ""));
    }

    /** From a figure of a title, of all months, to its actions, before the code of its metric. */
    String explainTitle(Object title) {
        return to("explain", ofAllMetrics().only(Field.TITLE, title.toString()), METRIC);
    }

    /** The same of an item of a title. */
    String explainItemBy(Object title, Object item) {
        return to(
                "explain",
                ofAllMetrics(),
                "id=" + encoded(title.toString()) + "&item=" + encoded(item.toString()) + "&" + METRIC);
    }

    /** The same of all its figures. */
    public String explainItem(Object title, Object item) {
        return to("explain", view, "id=" + encoded(title.toString()) + "&item=" + encoded(item.toString()));
    }

    /** Whether a figure is one of actions, and whoever asks may see them. */
    boolean opens(Panel.Column column, @Nullable Object count) {
        return MetricType.of(column.key()).isPresent() && isOfActions(count);
    }

    /** The same of a figure that is known to be one of a metric. */
    boolean isOfActions(@Nullable Object count) {
        return canExplain() && count instanceof Long some && some > 0;
    }

    /** From a figure of an institution to its actions, before the code of its metric. */
    String explainInstitutionBy(Object id) {
        String query = ofAllMetrics().query();
        return "/space/" + CustomerPath.write(id.toString()) + "/explain?" + query + (query.isEmpty() ? "" : "&")
                + METRIC;
    }

    /** From a figure of a whole title in a release to its actions, before the code of its metric. */
    String explainRelease(Object title, Release release) {
        View whole = ofAllMetrics().withoutFilters().withoutText().with(release);
        return to("explain", whole.only(Field.TITLE, title.toString()), METRIC);
    }

    /** From all figures of the view to their actions; of several months the page asks which. */
    public String explain() {
        return to("explain", ofAllMetrics(), "");
    }

    /** The same of a package. */
    public String explainPackage(Object name) {
        return to("explain", ofAllMetrics().only(Field.PACKAGE, name.toString()), "");
    }

    /** From a figure of a package, of all months, to its actions, before the code of its metric. */
    String explainPackageBy(Object name) {
        return to("explain", ofAllMetrics().only(Field.PACKAGE, name.toString()), METRIC);
    }

    /** From a cell of a panel to the actions that add up to it; blank where it is no figure of the view that they add up to. */
    public String explain(Panel panel, List<Object> row, int at) {
        if (panel.picture() == Panel.Picture.FLOW) {
            return explainStream(panel, row, at);
        }
        Panel.Column column = panel.columns().get(at);
        if (!OPENING.contains(page)) {
            return "";
        }
        if (column.kind() == Panel.Kind.BEFORE) {
            return isOfActions(row.get(at))
                    ? before().map(earlier -> earlier.explainRow(panel, row, compared(panel), monthsAfter(earlier)))
                            .orElse("")
                    : "";
        }
        return opens(column, row.get(at))
                ? explainRow(panel, row, MetricType.of(column.key()).orElseThrow(), 0)
                : "";
    }

    private long monthsAfter(Links earlier) {
        return ChronoUnit.MONTHS.between(
                earlier.view().period().begin(), view.period().begin());
    }

    /** The same page of the months that are compared with. */
    Optional<Links> before() {
        return view.comparison()
                .of(view.period())
                .map(period -> new Links(view.with(period), page, last, more, examines));
    }

    /** The metric that a table compares: the one that is looked at, where titles have it. */
    MetricType compared(Panel table) {
        return table.column(view.metric().code()) < 0 ? MetricType.TOTAL_ITEM_REQUESTS : view.metric();
    }

    /** @param back by how many months the actions are before the row */
    private String explainRow(Panel panel, List<Object> row, MetricType metric, long back) {
        if (row.get(0) instanceof YearMonth month) {
            return to("explain", ofAllMetrics(), "month=" + month.minusMonths(back) + "&" + METRIC + metric.code());
        }
        if (panel.column("Title_ID") == 1) {
            return to("explain", ofAllMetrics().only(Field.TITLE, row.get(1).toString()), METRIC + metric.code());
        }
        return panel.field()
                .map(field ->
                        to("explain", ofAllMetrics().only(field, row.get(0).toString()), METRIC + metric.code()))
                .orElse("");
    }

    /** The requests of a stream are a metric; what else people do is among all that came by its way and route. */
    private String explainStream(Panel panel, List<Object> row, int at) {
        boolean some = row.get(at) instanceof Long uses && uses > 0;
        if (!some || at != panel.column("Uses") || !canExplain() || !OPENING.contains(page)) {
            return "";
        }
        AccessMethod method = panel.id().equals("technical") ? AccessMethod.TDM : AccessMethod.REGULAR;
        View stream = ofAllMetrics()
                .only(Field.ARRIVAL, row.get(panel.column("Arrival")).toString())
                .only(Field.ROUTE, row.get(panel.column("Route")).toString())
                .only(Field.ACCESS_METHOD, method.code());
        boolean requests = row.get(panel.column("Use")).equals("use_request");
        return to("explain", stream, metric(requests ? Optional.of(MetricType.TOTAL_ITEM_REQUESTS) : Optional.empty()));
    }

    /** One page, from 1, of what is explained. */
    public String explain(ExplainedFigure figure, int number) {
        return to("explain", ofAllMetrics(), figure.query() + (number > 1 ? "&page=" + number : ""));
    }

    /** The same as a file. */
    public String explainFile(ExplainedFigure figure, String extension) {
        return to("explain." + extension, ofAllMetrics(), figure.query());
    }

    private View ofAllMetrics() {
        return view.with(MetricType.TOTAL_ITEM_REQUESTS);
    }

    static String figure(Object of, boolean item, YearMonth month) {
        return (item ? "item=" : "id=") + encoded(of.toString()) + "&month=" + month;
    }

    static String figure(YearMonth month, Optional<MetricType> metric) {
        return "month=" + month + (metric.isPresent() ? "&" + metric(metric) : "");
    }

    static String metric(Optional<MetricType> metric) {
        return metric.map(one -> METRIC + one.code()).orElse("");
    }

    /** A file of a panel. */
    public String file(String extension, String panel) {
        return to(page + "." + extension, view, (more.isEmpty() ? "" : more + "&") + "panel=" + encoded(panel));
    }

    /** The rows of the facts behind the page. */
    public String rows(String extension) {
        return to("rows." + extension, view, "");
    }

    /** The same of one title alone. */
    public String titleRows(String extension, Object id) {
        return to("rows." + extension, view.only(Field.TITLE, id.toString()), "");
    }

    /** The same of the items of one title, each by itself. */
    public String itemRows(String extension, Object title) {
        return to("rows." + extension, view.only(Field.TITLE, title.toString()), BY + "=" + ITEM);
    }

    /** The same of one package alone. */
    public String packageRows(String extension, Object name) {
        return to("rows." + extension, view.only(Field.PACKAGE, name.toString()), "");
    }

    /** The same of each institution in each month. */
    public String institutionRows(String extension) {
        return to("rows." + extension, view, BY + "=" + INSTITUTION);
    }

    /** The same of one month alone. */
    public String rows(String extension, YearMonth month) {
        return to("rows." + extension, view.with(new Period(Optional.empty(), month, month)), "");
    }

    /** The page's data. */
    public String json() {
        return to(page + ".json", view, more);
    }

    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        view.filters().forEach((field, terms) -> {
            terms.in().forEach(value -> chips.add(chip(field, value, true)));
            terms.out().forEach(value -> chips.add(chip(field, value, false)));
        });
        return chips;
    }

    /** What cannot be chosen together: ways of arrival and routes of access, and what these are not counted by. */
    public List<Side> apart() {
        return List.of(side(view.withoutWays()), side(view.withoutUnknownOfWays()));
    }

    private Side side(View without) {
        return new Side(
                chips().stream()
                        .filter(chip -> without.terms(chip.field()).isAny())
                        .toList(),
                to(without));
    }

    private Chip chip(Field field, String value, boolean wanted) {
        return new Chip(field, value, wanted, to(view.without(field, value)), to(view.with(field, value, !wanted)));
    }

    /** With what was meant by a filter in its place. */
    public String meant(Doubt doubt, String value) {
        return to(view.without(doubt.field(), doubt.value()).with(doubt.field(), value, doubt.wanted()));
    }

    /** With other words to be searched for. */
    public String text(String other) {
        return to(view.withText(other));
    }

    public String withoutText() {
        return to(view.withoutText());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
