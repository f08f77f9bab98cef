package fr.comptoir.report;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.model.fact.FactQuery.YopRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of one filter of one request: the known ones go into the filters, the others become one problem. */
final class FilterValues {
    private static final Pattern YOP = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");
    private static final Pattern DOI = Pattern.compile("10\\.[0-9.]+/\\S+");
    /** Of thirteen or, of old books, ten digits, with hyphens or blanks or without. */
    private static final Pattern ISBN = Pattern.compile("(?:[0-9][ -]?){9}(?:(?:[0-9][ -]?){3}[0-9]|[0-9X])");

    private static final Pattern ISSN = Pattern.compile("[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern ORCID = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]");
    private static final Pattern ISNI = Pattern.compile("[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9X]");
    private static final int YEAR_MAX = 9999;

    private final ReportDeclaration report;
    private final String platformId;
    private final Filters.Builder filters = new Filters.Builder();
    private final List<RequestProblem> problems;

    FilterValues(ReportDeclaration report, String platformId, List<RequestProblem> problems) {
        this.report = report;
        this.platformId = platformId;
        this.problems = problems;
    }

    Filters filters() {
        return filters.build();
    }

    void read(Filter filter, String parameter, String text) {
        switch (filter) {
            case METRIC_TYPE -> filters.metricTypes(known(parameter, text, report.metricTypes(), MetricType::code));
            case DATA_TYPE -> filters.dataTypes(known(parameter, text, report.dataTypes(), DataType::code));
            case SECTION_TYPE ->
                filters.sectionTypes(known(parameter, text, List.of(SectionType.values()), SectionType::code));
            case ACCESS_TYPE -> filters.accessTypes(known(parameter, text, report.accessTypes(), AccessType::code));
            case ACCESS_METHOD ->
                filters.accessMethods(known(parameter, text, List.of(AccessMethod.values()), AccessMethod::code));
            case YOP -> filters.yop(ranges(parameter, text));
            case ITEM_ID -> itemIds(parameter, text);
            case AUTHOR -> author(text).ifPresentOrElse(filters::author, () -> authorProblem(parameter, text));
            case DATABASE -> filters.database(text);
            case PLATFORM -> platform(parameter, text);
            case ATTRIBUTED -> attributed(parameter, text);
            case PARENT_DATA_TYPE -> throw new IllegalArgumentException(parameter);
        }
    }

    /** The parts of a list, without blanks and empty parts. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("\\|", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** Values in a sentence. */
    static String quoted(List<String> values) {
        return String.join(", ", values.stream().map(value -> '"' + value + '"').toList());
    }

    /** The values found among those allowed; all of them chosen is the same as none. */
    private <T> List<T> known(String parameter, String text, List<T> allowed, Function<T, String> code) {
        List<T> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String part : parts(text)) {
            allowed.stream()
                    .filter(value -> code.apply(value).equalsIgnoreCase(part))
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> unknown.add(part));
        }
        if (!unknown.isEmpty()) {
            String values = String.join(", ", allowed.stream().map(code).toList());
            problem(parameter, unknown, "allowed are " + values);
        }
        return found.containsAll(allowed) ? List.of() : found;
    }

    private List<YopRange> ranges(String parameter, String text) {
        List<YopRange> ranges = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String part : parts(text)) {
            range(part).ifPresentOrElse(ranges::add, () -> wrong.add(part));
        }
        if (!wrong.isEmpty()) {
            problem(parameter, wrong, "write years as yyyy or yyyy-yyyy, from 0001 to 9999, the earlier one first");
        }
        boolean all = ranges.stream().anyMatch(range -> range.from() == 1 && range.to() == YEAR_MAX);
        return all ? List.of() : ranges.stream().distinct().toList();
    }

    private static Optional<YopRange> range(String text) {
        Matcher matcher = YOP.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        return from < 1 || to < from ? Optional.empty() : Optional.of(new YopRange(from, to));
    }

    /** One identifier: the Code's item_id is no list. */
    private void itemIds(String parameter, String text) {
        if (parts(text).stream().skip(1).anyMatch(part -> itemId(part).isPresent())) {
            problems.add(new RequestProblem(
                    ExceptionCode.INCONGRUOUS_FILTER_VALUE,
                    parameter,
                    parameter + "=" + text,
                    parameter + ": one identifier was expected, not a list; write one as " + identifierForms() + "."));
            return;
        }
        itemId(text).ifPresentOrElse(filters::itemId, () -> itemIdProblem(parameter, text));
    }

    private Optional<Identifier> itemId(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            return Optional.empty();
        }
        String namespace = text.substring(0, colon);
        String value = text.substring(colon + 1);
        if (namespace.equals(platformId)) {
            return Optional.of(new Identifier(ItemId.PROPRIETARY.code(), value));
        }
        return ItemId.of(report.release(), namespace).flatMap(type -> value(type, value));
    }

    private Optional<Identifier> value(ItemId type, String value) {
        return switch (type) {
            case PRINT_ISSN, ONLINE_ISSN, LINKING_ISSN -> matching(type.code(), value.toUpperCase(Locale.ROOT), ISSN);
            case PROPRIETARY ->
                value.startsWith(platformId + ":") && value.length() > platformId.length() + 1
                        ? Optional.of(new Identifier(type.code(), value.substring(platformId.length() + 1)))
                        : Optional.empty();
            case DOI -> matching(type.code(), value, DOI);
            case ISBN -> matching(type.code(), value.toUpperCase(Locale.ROOT), ISBN);
            case URI -> Optional.of(new Identifier(type.code(), value));
        };
    }

    private static Optional<Identifier> author(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("ORCID:")) {
            return matching("ORCID", upper.substring("ORCID:".length()), ORCID);
        }
        return upper.startsWith("ISNI:") ? matching("ISNI", upper.substring("ISNI:".length()), ISNI) : Optional.empty();
    }

    private static Optional<Identifier> matching(String namespace, String value, Pattern pattern) {
        return pattern.matcher(value).matches() ? Optional.of(new Identifier(namespace, value)) : Optional.empty();
    }

    private void itemIdProblem(String parameter, String text) {
        problem(parameter, List.of(text), "write one identifier as " + identifierForms());
    }

    private String identifierForms() {
        return String.join(
                ", ", ItemId.of(report.release()).stream().map(this::form).toList());
    }

    private String form(ItemId type) {
        return switch (type) {
            case PROPRIETARY -> type.code() + ":" + platformId + ":...";
            case PRINT_ISSN, ONLINE_ISSN, LINKING_ISSN -> type.code() + ":nnnn-nnnn";
            case DOI -> type.code() + ":10.nnnn/...";
            case ISBN -> type.code() + ":nnnnnnnnnnnnn";
            case URI -> type.code() + ":...";
        };
    }

    private void authorProblem(String parameter, String text) {
        problem(parameter, List.of(text), "write one identifier as ORCID:nnnn-nnnn-nnnn-nnnn or ISNI:nnnnnnnnnnnnnnnn");
    }

    /** Both are as good as none. */
    private void attributed(String parameter, String text) {
        List<Boolean> chosen = known(parameter, text, List.of(true, false), Filters::yesOrNo);
        if (chosen.size() == 1) {
            filters.attributed(chosen.get(0));
        }
    }

    private void platform(String parameter, String text) {
        if (text.equalsIgnoreCase(platformId)) {
            filters.platform(platformId);
        } else {
            problem(parameter, List.of(text), "the platform is " + platformId);
        }
    }

    private void problem(String parameter, List<String> values, String allowed) {
        problems.add(new RequestProblem(
                ExceptionCode.INVALID_FILTER_VALUE,
                parameter,
                parameter + "=" + String.join("|", values),
                parameter + ": " + quoted(values) + (values.size() == 1 ? " is" : " are") + " not known to "
                        + report.title() + "; " + allowed + "."));
    }
}
