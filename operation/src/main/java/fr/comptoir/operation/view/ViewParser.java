package fr.comptoir.operation.view;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.model.text.Dois;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.store.usage.Usage;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link View} from the parameters of an address, and says all that is wrong with them. */
public final class ViewParser {
    static final String FROM = "from";
    static final String TO = "to";
    static final String PERIOD = "period";
    static final String COMPARE = "compare";
    static final String METRIC = "metric";
    static final String RELEASE = "release";
    static final String TEXT = "q";

    private static final Set<String> SINGLE = Set.of(FROM, TO, PERIOD, COMPARE, METRIC, RELEASE, TEXT);
    private static final int MONTHS_MAX = 120;
    private static final int VALUES_MAX = 100;
    private static final int TEXT_MAX = 300;
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");

    private final Map<String, List<String>> parameters;
    private final List<ViewProblem> problems = new ArrayList<>();

    private ViewParser(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * What was read.
     *
     * @param view of what is right; what is wrong is left out of it
     */
    public record Parsed(View view, List<ViewProblem> problems) {}

    /**
     * Reads an address.
     *
     * @param last the last month that is counted and over
     * @param others parameters that are read elsewhere
     */
    public static Parsed parse(
            String customer, Map<String, List<String>> parameters, YearMonth last, Set<String> others) {
        ViewParser parser = new ViewParser(parameters);
        View view = parser.view(customer, last);
        parser.unknown(others);
        return new Parsed(view, List.copyOf(parser.problems));
    }

    private View view(String customer, YearMonth last) {
        Release release = one(RELEASE, Release::of, List.of(Release.R5.code(), Release.R5_1.code()), Release.R5_1);
        Period period = period(last);
        Comparison comparison = one(
                COMPARE,
                Comparison::of,
                Arrays.stream(Comparison.values()).map(Comparison::code).toList(),
                View.USUAL_COMPARISON);
        MetricType metric = one(
                METRIC,
                MetricType::of,
                Arrays.stream(MetricType.values()).map(MetricType::code).toList(),
                View.USUAL_METRIC);
        Map<Field, Terms> filters = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            filters.put(field, terms(field, release));
        }
        return new View(customer, release, period, comparison, metric, filters, text(), Optional.empty());
    }

    /** What is wanted of a field and what is not; a value that is said to be both is neither. */
    private Terms terms(Field field, Release release) {
        SortedSet<String> in = new TreeSet<>(values(field, field.wanted(), release));
        SortedSet<String> out = new TreeSet<>(values(field, field.unwanted(), release));
        SortedSet<String> both = new TreeSet<>(in);
        both.retainAll(out);
        both.forEach(value -> problems.add(new ViewProblem(Kind.BOTH, field.wanted(), shortened(value), "")));
        in.removeAll(both);
        out.removeAll(both);
        return new Terms(in, out);
    }

    /** The same for whom ways of arrival are none of their business: a filter of them is unknown. */
    public static Parsed withoutWays(Parsed parsed) {
        List<ViewProblem> problems = new ArrayList<>(parsed.problems());
        parsed.view().filters().forEach((field, terms) -> {
            if (field.isOfWays()) {
                String name = terms.in().isEmpty() ? field.unwanted() : field.wanted();
                problems.add(new ViewProblem(Kind.PARAMETER, name, "", ""));
            }
        });
        return new Parsed(parsed.view().withoutWays(), List.copyOf(problems));
    }

    private void unknown(Set<String> others) {
        for (String parameter : parameters.keySet()) {
            if (!SINGLE.contains(parameter)
                    && !others.contains(parameter)
                    && Field.of(parameter).isEmpty()) {
                problems.add(new ViewProblem(Kind.PARAMETER, shortened(parameter), first(parameter), ""));
            }
        }
    }

    private Period period(YearMonth last) {
        Period usual = View.USUAL_PERIOD.period(last);
        boolean chosen = !single(FROM).isEmpty() || !single(TO).isEmpty();
        if (!chosen) {
            List<String> codes =
                    Arrays.stream(Preset.values()).map(Preset::code).toList();
            return one(PERIOD, Preset::of, codes, View.USUAL_PERIOD).period(last);
        }
        Optional<YearMonth> to = single(TO).isEmpty() ? Optional.of(last) : month(TO);
        Optional<YearMonth> from = single(FROM).isEmpty() ? to : month(FROM);
        if (from.isEmpty() || to.isEmpty()) {
            return usual;
        }
        Period period = new Period(Optional.empty(), from.get(), to.get());
        if (period.begin().isAfter(period.end())) {
            problems.add(new ViewProblem(
                    Kind.INVERTED, FROM, period.begin().toString(), period.end().toString()));
            return usual;
        }
        if (period.months() > MONTHS_MAX) {
            problems.add(new ViewProblem(
                    Kind.TOO_MANY_MONTHS, FROM, Integer.toString(period.months()), Integer.toString(MONTHS_MAX)));
            return usual;
        }
        return period;
    }

    private Optional<YearMonth> month(String parameter) {
        String text = single(parameter);
        try {
            if (MONTH.matcher(text).matches()) {
                return Optional.of(YearMonth.parse(text));
            }
        } catch (DateTimeException e) {
            // as any other text that is no month
        }
        problems.add(new ViewProblem(Kind.MONTH, parameter, shortened(text), "yyyy-mm"));
        return Optional.empty();
    }

    private String text() {
        String text = Dois.bare(single(TEXT).strip());
        if (text.length() > TEXT_MAX) {
            problems.add(new ViewProblem(Kind.TOO_LONG, TEXT, shortened(text), Integer.toString(TEXT_MAX)));
            return "";
        }
        return text;
    }

    private <T> T one(String parameter, Function<String, Optional<T>> reader, List<String> known, T usual) {
        String text = single(parameter);
        if (text.isEmpty()) {
            return usual;
        }
        Optional<T> value = reader.apply(text);
        if (value.isEmpty()) {
            problems.add(new ViewProblem(Kind.VALUE, parameter, shortened(text), String.join(", ", known)));
        }
        return value.orElse(usual);
    }

    private String single(String parameter) {
        List<String> values = parameters.getOrDefault(parameter, List.of());
        if (values.size() > 1
                && problems.stream().noneMatch(problem -> problem.parameter().equals(parameter))) {
            problems.add(new ViewProblem(Kind.TWICE, parameter, shortened(values.get(1)), ""));
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    private List<String> values(Field field, String parameter, Release release) {
        List<String> given = parameters.getOrDefault(parameter, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (given.size() > VALUES_MAX) {
            problems.add(new ViewProblem(
                    Kind.TOO_MANY, parameter, Integer.toString(given.size()), Integer.toString(VALUES_MAX)));
            return List.of();
        }
        List<String> values = new ArrayList<>();
        given.forEach(value -> value(field, parameter, value.strip(), release).ifPresent(values::add));
        return values;
    }

    private Optional<String> value(Field field, String parameter, String text, Release release) {
        if (text.length() > TEXT_MAX) {
            problems.add(new ViewProblem(Kind.TOO_LONG, parameter, shortened(text), Integer.toString(TEXT_MAX)));
            return Optional.empty();
        }
        return switch (field) {
            case DATA_TYPE ->
                code(
                        parameter,
                        text,
                        DataType.of(text).map(DataType::code),
                        Arrays.stream(DataType.values()).map(DataType::code).toList());
            case ACCESS_TYPE ->
                code(
                        parameter,
                        text,
                        AccessType.of(text).filter(type -> type.in(release)).map(AccessType::code),
                        Arrays.stream(AccessType.values())
                                .filter(type -> type.in(release))
                                .map(AccessType::code)
                                .toList());
            case OA_STATUS -> code(parameter, text, Optional.of(text).filter(Usage.STATUSES::contains), Usage.STATUSES);
            case ACCESS_METHOD ->
                code(
                        parameter,
                        text,
                        AccessMethod.of(text).map(AccessMethod::code),
                        Arrays.stream(AccessMethod.values())
                                .map(AccessMethod::code)
                                .toList());
            case YOP -> yop(parameter, text);
            case ROUTE ->
                code(parameter, text, Optional.of(text).filter(RouteNames.ROUTES::contains), RouteNames.ROUTES);
            case PUBLISHER, PACKAGE, TITLE, ARRIVAL -> Optional.of(text);
        };
    }

    private Optional<String> code(String parameter, String text, Optional<String> code, List<String> known) {
        if (code.isEmpty()) {
            problems.add(new ViewProblem(Kind.VALUE, parameter, shortened(text), String.join(", ", known)));
        }
        return code;
    }

    private Optional<String> yop(String parameter, String text) {
        Optional<YopRange> years = years(text);
        if (years.isEmpty()) {
            problems.add(new ViewProblem(Kind.YEAR, parameter, shortened(text), "yyyy, yyyy-yyyy"));
        }
        return years.map(View::text);
    }

    static Optional<YopRange> years(String text) {
        Matcher matcher = YEARS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        return from < 1 || to < from ? Optional.empty() : Optional.of(new YopRange(from, to));
    }

    private String first(String parameter) {
        return parameters.getOrDefault(parameter, List.of()).stream()
                .findFirst()
                .map(ViewParser::shortened)
                .orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
