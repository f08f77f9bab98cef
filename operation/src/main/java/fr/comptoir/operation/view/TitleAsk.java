package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Dois;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.store.usage.TitleOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/**
 * Which titles of a view are wanted, in which order, and which page of them.
 *
 * @param sort a column of {@link TitleTable}; blank for the view's metric
 * @param holds by column of text, what must be in it
 * @param least by metric, how much there must be
 * @param page from 1
 */
public record TitleAsk(
        String sort, boolean descending, Map<String, String> holds, Map<MetricType, Long> least, int page) {
    /** How many titles a page has. */
    public static final int ROWS = 50;

    /** Columns of text, and what a catalogue calls them. */
    static final Map<String, String> TEXTS = texts();

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
        TitleTable.METRICS.forEach(metric -> names.add(LEAST + metric.code()));
        return names;
    }

    /** The most used first. */
    public static TitleAsk usual() {
        return new TitleAsk("", true, Map.of(), Map.of(), 1);
    }

    /**
     * Reads the parameters.
     *
     * @param problems gets what is wrong; it is left out
     */
    public static TitleAsk parse(Map<String, List<String>> parameters, List<ViewProblem> problems) {
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
        Map<MetricType, Long> least = new EnumMap<>(MetricType.class);
        for (MetricType metric : TitleTable.METRICS) {
            number(parameters, LEAST + metric.code(), problems).ifPresent(number -> least.put(metric, number));
        }
        long page = number(parameters, PAGE, problems).orElse(1L);
        return new TitleAsk(sort, descending, holds, least, (int) Math.max(1, Math.min(page, PAGE_MAX)));
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
        columns.add("YOP");
        TitleTable.METRICS.forEach(metric -> columns.add(metric.code()));
        columns.add("Before");
        return columns;
    }

    /** The same by another column; by the same one, the other way round. */
    public TitleAsk by(String column) {
        boolean turned = column.equals(sort) ? !descending : !TEXTS.containsKey(column);
        return new TitleAsk(column, turned, holds, least, 1);
    }

    public TitleAsk page(int other) {
        return new TitleAsk(sort, descending, holds, least, other);
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

    /** The question to the facts. */
    TitleOrder order(View view, MetricType metric, int limit) {
        Map<String, String> texts = new LinkedHashMap<>();
        holds.forEach((column, text) -> texts.put(TEXTS.getOrDefault(column, ""), text));
        String column = sort.isEmpty()
                ? metric.code()
                : TEXTS.getOrDefault(
                        sort, sort.equals("YOP") || sort.equals("Before") ? sort.toLowerCase(Locale.ROOT) : sort);
        return new TitleOrder(
                metric, view.asked(), view.before(), column, descending, texts, least, (page - 1) * limit, limit);
    }
}
