package fr.comptoir.operation.view;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.model.text.Dois;
import fr.comptoir.model.text.SearchText;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.store.usage.TitleOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which titles of a view are wanted, in which order, and which page of them.
 *
 * @param sort a column of {@link TitleTable}; blank for the view's metric
 * @param holds by column, what was typed into its filter
 * @param types of {@code holds} of the column Data_Type: codes of the types that are so called; empty for any
 * @param years of {@code holds} of the column YOP: some year of what was used must be among them
 * @param least by metric, how much there must be
 * @param page from 1
 */
public record TitleAsk(
        String sort,
        boolean descending,
        Map<String, String> holds,
        Set<String> types,
        Optional<YopRange> years,
        Map<MetricType, Long> least,
        int page) {
    /** How many titles a page has. */
    public static final int ROWS = 50;

    /** Columns of text, and what a catalogue calls them. */
    static final Map<String, String> TEXTS = texts();

    static final String TYPE = "Data_Type";
    static final String YEAR = "YOP";

    private static final String SORT = "sort";
    private static final String ORDER = "order";
    private static final String PAGE = "page";
    private static final String DESCENDING = "desc";
    private static final String ASCENDING = "asc";
    private static final String HOLDS = "has_";
    private static final String LEAST = "min_";
    private static final int TEXT_MAX = 300;
    private static final int PAGE_MAX = 1_000_000;

    public TitleAsk {
        holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        EnumMap<MetricType, Long> ordered = new EnumMap<>(MetricType.class);
        ordered.putAll(least);
        least = Collections.unmodifiableMap(ordered);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Title", "name");
        texts.put("Publisher", "publisher");
        texts.put("Data_Type", "data_type");
        texts.put("Print_ISSN", "print_issn");
        texts.put("Online_ISSN", "online_issn");
        texts.put("ISBN", "isbn");
        texts.put("DOI", "doi");
        texts.put("Package", "packages");
        return Collections.unmodifiableMap(texts);
    }

    /** The parameters that are read here. */
    public static Set<String> parameters() {
        Set<String> names = new TreeSet<>(Set.of(SORT, ORDER, PAGE));
        TEXTS.keySet().forEach(column -> names.add(HOLDS + column));
        names.add(HOLDS + YEAR);
        TitleTable.METRICS.forEach(metric -> names.add(LEAST + metric.code()));
        return names;
    }

    /** The most used first. */
    public static TitleAsk usual() {
        return new TitleAsk("", true, Map.of(), Set.of(), Optional.empty(), Map.of(), 1);
    }

    /**
     * Reads the parameters.
     *
     * @param called what readers call a type of title, in any language; first in the language of who asks
     * @param problems gets what is wrong; it is left out
     */
    public static TitleAsk parse(
            Map<String, List<String>> parameters, Function<DataType, List<String>> called, List<ViewProblem> problems) {
        String sort = first(parameters, SORT);
        List<String> columns = columns();
        if (!sort.isEmpty() && !columns.contains(sort)) {
            problems.add(new ViewProblem(Kind.VALUE, SORT, shortened(sort), String.join(", ", columns)));
            sort = "";
        }
        String order = first(parameters, ORDER);
        if (!Set.of("", ASCENDING, DESCENDING).contains(order)) {
            problems.add(new ViewProblem(Kind.VALUE, ORDER, shortened(order), ASCENDING + ", " + DESCENDING));
        }
        boolean descending = order.isEmpty() ? !TEXTS.containsKey(sort) : order.equals(DESCENDING);
        Map<String, String> holds = new LinkedHashMap<>();
        for (String column : TEXTS.keySet()) {
            String text = Dois.bare(first(parameters, HOLDS + column));
            if (text.length() > TEXT_MAX) {
                problems.add(
                        new ViewProblem(Kind.TOO_LONG, HOLDS + column, shortened(text), Integer.toString(TEXT_MAX)));
            } else if (!text.isEmpty()) {
                holds.put(column, text);
            }
        }
        Set<String> types = types(holds, called, problems);
        Optional<YopRange> years = years(parameters, holds, problems);
        Map<MetricType, Long> least = new EnumMap<>(MetricType.class);
        for (MetricType metric : TitleTable.METRICS) {
            number(parameters, LEAST + metric.code(), problems).ifPresent(number -> least.put(metric, number));
        }
        long page = number(parameters, PAGE, problems).orElse(1L);
        return new TitleAsk(sort, descending, holds, types, years, least, (int) Math.max(1, Math.min(page, PAGE_MAX)));
    }

    /** The types of title that are called so, by their code or by a word for it. */
    private static Set<String> types(
            Map<String, String> holds, Function<DataType, List<String>> called, List<ViewProblem> problems) {
        String text = holds.get(TYPE);
        if (text == null) {
            return Set.of();
        }
        String folded = SearchText.folded(text);
        List<DataType> known =
                Arrays.stream(DataType.values()).filter(DataType::mayBeTitle).toList();
        Set<String> types = known.stream()
                .filter(type -> Stream.concat(Stream.of(type.code()), called.apply(type).stream())
                        .anyMatch(word -> SearchText.folded(word).contains(folded)))
                .map(DataType::code)
                .collect(Collectors.toSet());
        if (types.isEmpty()) {
            String words = known.stream().map(type -> called.apply(type).get(0)).collect(Collectors.joining(", "));
            problems.add(new ViewProblem(Kind.VALUE, HOLDS + TYPE, shortened(text), words));
            holds.remove(TYPE);
        }
        return types;
    }

    /** A year or some, as addresses and as cells write them. */
    private static Optional<YopRange> years(
            Map<String, List<String>> parameters, Map<String, String> holds, List<ViewProblem> problems) {
        String text = first(parameters, HOLDS + YEAR);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<YopRange> years = ViewParser.years(text.replace('\u2013', '-').replace(" ", ""));
        if (years.isEmpty()) {
            problems.add(new ViewProblem(Kind.YEAR, HOLDS + YEAR, shortened(text), "yyyy, yyyy-yyyy"));
        } else {
            holds.put(YEAR, View.text(years.get()));
        }
        return years;
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static Optional<Long> number(
            Map<String, List<String>> parameters, String name, List<ViewProblem> problems) {
        String text = first(parameters, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,15}")) {
            problems.add(new ViewProblem(Kind.NUMBER, name, shortened(text), "0, 1, 2 …"));
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(TEXTS.keySet());
        columns.add(YEAR);
        TitleTable.METRICS.forEach(metric -> columns.add(metric.code()));
        columns.add("Before");
        return columns;
    }

    /** The same by another column; by the same one, the other way round. */
    public TitleAsk by(String column) {
        boolean turned = column.equals(sort) ? !descending : !TEXTS.containsKey(column);
        return new TitleAsk(column, turned, holds, types, years, least, 1);
    }

    public TitleAsk page(int other) {
        return new TitleAsk(sort, descending, holds, types, years, least, other);
    }

    /** Its part of an address; blank for what is usual. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        if (!sort.isEmpty()) {
            add(query, SORT, sort);
        }
        if (descending == TEXTS.containsKey(sort)) {
            add(query, ORDER, descending ? DESCENDING : ASCENDING);
        }
        holds.forEach((column, text) -> add(query, HOLDS + column, text));
        least.forEach((metric, number) -> add(query, LEAST + metric.code(), number.toString()));
        if (page > 1) {
            add(query, PAGE, Integer.toString(page));
        }
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** What must be in columns of text as it was typed. */
    Map<String, String> plainTexts() {
        Map<String, String> plain = new LinkedHashMap<>(holds);
        plain.keySet().removeAll(Set.of(TYPE, YEAR));
        return plain;
    }

    /** The question to the facts. */
    TitleOrder order(View view, MetricType metric, int limit) {
        Map<String, String> texts = new LinkedHashMap<>();
        plainTexts().forEach((column, text) -> texts.put(TEXTS.getOrDefault(column, ""), text));
        String column = sort.isEmpty()
                ? metric.code()
                : TEXTS.getOrDefault(
                        sort, sort.equals(YEAR) || sort.equals("Before") ? sort.toLowerCase(Locale.ROOT) : sort);
        return new TitleOrder(
                metric,
                view.asked(),
                view.before(),
                column,
                descending,
                texts,
                types,
                years,
                least,
                (page - 1) * limit,
                limit);
    }
}
