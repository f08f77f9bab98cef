package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * One question of a page: whose usage of what, when, compared with what. Immutable. Its address is canonical: two that mean the same have
 * the same, and what is as usual is left out.
 *
 * @param metric the one that pictures show
 * @param filters those that narrow
 * @param text words that titles must have; blank for none
 * @param publishers a publisher's question: usage of the titles of these alone, by whomever; empty for the customer's own usage
 */
public record View(
        String customer,
        Release release,
        Period period,
        Comparison comparison,
        MetricType metric,
        Map<Field, Terms> filters,
        String text,
        Optional<SortedSet<String>> publishers) {
    static final Preset USUAL_PERIOD = Preset.LAST_12_MONTHS;
    static final Comparison USUAL_COMPARISON = Comparison.YEAR;
    static final MetricType USUAL_METRIC = MetricType.TOTAL_ITEM_REQUESTS;
    private static final Set<Field> UNKNOWN_OF_WAYS = Set.of(Field.ACCESS_TYPE, Field.OA_STATUS, Field.YOP);

    public View {
        EnumMap<Field, Terms> narrowing = new EnumMap<>(Field.class);
        filters.forEach((field, terms) -> {
            if (!terms.isAny()) {
                narrowing.put(field, terms);
            }
        });
        filters = Collections.unmodifiableMap(narrowing);
        text = text.strip();
        publishers = publishers.map(names -> Collections.unmodifiableSortedSet(new TreeSet<>(names)));
    }

    /** What a page shows of a customer when nothing is asked. */
    public static View usual(String customer, YearMonth last) {
        return new View(
                customer,
                Release.R5_1,
                USUAL_PERIOD.period(last),
                USUAL_COMPARISON,
                USUAL_METRIC,
                Map.of(),
                "",
                Optional.empty());
    }

    /** The same of the titles of these publishers alone, by whomever they were used. */
    public View ofPublishers(Set<String> names) {
        return new View(
                customer, release, period, comparison, metric, filters, text, Optional.of(new TreeSet<>(names)));
    }

    public Terms terms(Field field) {
        return filters.getOrDefault(field, Terms.ANY);
    }

    /** Whether anything narrows it. */
    public boolean isNarrowed() {
        return !filters.isEmpty() || !text.isEmpty();
    }

    /** Whether of each package that it has it has all usage: a price is that of the whole. */
    boolean hasWholePackages() {
        return text.isEmpty()
                && filters.entrySet().stream()
                        .allMatch(one -> one.getKey() == Field.PACKAGE
                                && one.getValue().out().isEmpty());
    }

    public View with(Period other) {
        return new View(customer, release, other, comparison, metric, filters, text, publishers);
    }

    public View with(Comparison other) {
        return new View(customer, release, period, other, metric, filters, text, publishers);
    }

    public View with(MetricType other) {
        return new View(customer, release, period, comparison, other, filters, text, publishers);
    }

    public View with(Release other) {
        return new View(customer, other, period, comparison, metric, filters, text, publishers);
    }

    public View with(Field field, String value, boolean wanted) {
        return with(field, terms(field).with(value, wanted));
    }

    /** With this value of the field alone. */
    public View only(Field field, String value) {
        return with(field, Terms.ANY.with(value, true));
    }

    public View without(Field field, String value) {
        return with(field, terms(field).without(value));
    }

    private View with(Field field, Terms terms) {
        Map<Field, Terms> others = new EnumMap<>(Field.class);
        others.putAll(filters);
        others.put(field, terms);
        return new View(customer, release, period, comparison, metric, others, text, publishers);
    }

    /** The same with other words in titles. */
    public View withText(String other) {
        return new View(customer, release, period, comparison, metric, filters, other, publishers);
    }

    public View withoutText() {
        return new View(customer, release, period, comparison, metric, filters, "", publishers);
    }

    /** The same of whatever title: for a page of one, whose address names it. */
    public View withoutTitles() {
        return with(Field.TITLE, Terms.ANY);
    }

    /** The same months and figures of everything. */
    public View withoutFilters() {
        return new View(customer, release, period, comparison, metric, Map.of(), "", publishers);
    }

    /** The same of all ways of arrival and routes of access. */
    public View withoutWays() {
        return with(Field.ARRIVAL, Terms.ANY).with(Field.ROUTE, Terms.ANY);
    }

    /** The same without what ways of arrival and routes of access are not counted by. */
    public View withoutUnknownOfWays() {
        View other = this;
        for (Field field : UNKNOWN_OF_WAYS) {
            other = other.with(field, Terms.ANY);
        }
        return other;
    }

    /** Whether some ways of arrival or routes of access are asked for, or not wanted. */
    public boolean choosesWays() {
        return filters.keySet().stream().anyMatch(Field::isOfWays);
    }

    /** Whether something narrows by which ways of arrival and routes of access are not counted. */
    boolean choosesUnknownOfWays() {
        return filters.keySet().stream().anyMatch(UNKNOWN_OF_WAYS::contains);
    }

    /** Whether nothing is counted by what it chooses together: then there is no figure, not even 0. */
    public boolean isUncounted() {
        return choosesWays() && choosesUnknownOfWays();
    }

    /** What a reader of the page should know of its filters, as the name of a sentence; blank for nothing. */
    public String note() {
        return choosesWays() ? isUncounted() ? "note.notByThis" : "note.ofWays" : "";
    }

    /** Whether the figures are counted by what is asked for. */
    boolean counts(MetricType one) {
        return !choosesWays() || Usage.OF_ROUTES.contains(one);
    }

    /** The same of a metric that is counted by what is asked for. */
    View counted() {
        return counts(metric) ? this : with(USUAL_METRIC);
    }

    /** The query of its address, without {@code ?}; blank for what is usual. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        if (period.preset().isEmpty()) {
            add(query, ViewParser.FROM, period.begin().toString());
            add(query, ViewParser.TO, period.end().toString());
        } else if (period.preset().get() != USUAL_PERIOD) {
            add(query, ViewParser.PERIOD, period.preset().get().code());
        }
        if (comparison != USUAL_COMPARISON) {
            add(query, ViewParser.COMPARE, comparison.code());
        }
        if (metric != USUAL_METRIC) {
            add(query, ViewParser.METRIC, metric.code());
        }
        if (release != Release.R5_1) {
            add(query, ViewParser.RELEASE, release.code());
        }
        filters.forEach((field, terms) -> {
            terms.in().forEach(value -> add(query, field.wanted(), value));
            terms.out().forEach(value -> add(query, field.unwanted(), value));
        });
        if (!text.isEmpty()) {
            add(query, ViewParser.TEXT, text);
        }
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The months that it asks for. */
    public SortedSet<YearMonth> asked() {
        return months(period);
    }

    /** The months with which it compares; none without a comparison. */
    public SortedSet<YearMonth> before() {
        return comparison.of(period).map(View::months).orElseGet(Collections::emptySortedSet);
    }

    /** Whether both are known whole: with a part of the months of one of them there is no fair comparison. */
    boolean isComparable(SortedSet<YearMonth> available) {
        return !before().isEmpty() && available.containsAll(before()) && available.containsAll(asked());
    }

    /** Whether a month is among {@link #asked}; said of each row, without making the set. */
    boolean asks(YearMonth month) {
        return isIn(period, month);
    }

    /** Whether a month is among {@link #before}. */
    boolean comparesWith(YearMonth month) {
        return comparison.of(period).filter(earlier -> isIn(earlier, month)).isPresent();
    }

    private static boolean isIn(Period period, YearMonth month) {
        return !month.isBefore(period.begin()) && !month.isAfter(period.end());
    }

    private static SortedSet<YearMonth> months(Period period) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (YearMonth month = period.begin(); !month.isAfter(period.end()); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /**
     * The question to the facts.
     *
     * @param available the months that may be shown
     */
    UsageQuery usage(SortedSet<YearMonth> available) {
        return new UsageAsked(this).in(available);
    }

    /** The question to the facts of one month, that may be shown, alone. */
    public UsageQuery inMonth(YearMonth month) {
        return with(new Period(Optional.empty(), month, month))
                .with(Comparison.NONE)
                .usage(new TreeSet<>(Set.of(month)));
    }

    /** Years that are one value of {@link Field#YOP}. */
    static String text(YopRange years) {
        return years.from() == years.to() ? year(years.from()) : year(years.from()) + "-" + year(years.to());
    }

    private static String year(int year) {
        return Integer.toString(10_000 + year).substring(1);
    }
}
