package fr.comptoir.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What came of reading a request.
 *
 * @param request the request without what is wrong in it; empty when a problem is fatal
 * @param problems all of them, in the order of the parameters
 * @param style how its parameters are named
 */
public record ParsedRequest(Optional<ReportRequest> request, List<RequestProblem> problems, ParameterStyle style) {
    /** How many databases a sentence names. */
    private static final int NAMED_MAX = 20;

    public ParsedRequest {
        problems = List.copyOf(problems);
    }

    /** The name of the database that the request is narrowed to. */
    public Optional<String> database() {
        return request.flatMap(some -> some.filters().database());
    }

    /**
     * The same where the databases are known: in the request the one that was named is written as it is called, and one that does not exist
     * narrows nothing and is a problem (CoP 5.1, appendix D).
     *
     * @param names what all databases of the platform are called
     */
    public ParsedRequest withDatabases(SortedSet<String> names) {
        if (request.isEmpty() || database().isEmpty()) {
            return this;
        }
        ReportRequest asked = request.get();
        String named = database().get();
        Optional<String> known = names.contains(named)
                ? Optional.of(named)
                : names.stream().filter(named::equalsIgnoreCase).findFirst();
        List<RequestProblem> all = new ArrayList<>(problems);
        if (known.isEmpty()) {
            all.add(unknown(asked, named, names));
        }
        return new ParsedRequest(Optional.of(asked.of(known)), all, style);
    }

    /** The request, if it shows Format. */
    public Optional<ReportRequest> formats() {
        return request.filter(asked -> asked.attributesToShow().contains(Column.FORMAT));
    }

    /**
     * The same without Format, which is a problem then.
     *
     * @param why it cannot be told, the end of a sentence
     */
    public ParsedRequest withoutFormats(String why) {
        List<RequestProblem> all = new ArrayList<>(problems);
        String parameter = style.write("attributes_to_show");
        all.add(new RequestProblem(
                ExceptionCode.INVALID_ATTRIBUTE_VALUE,
                parameter,
                "attributes_to_show=" + Column.FORMAT.code(),
                parameter + ": " + FilterValues.quoted(List.of(Column.FORMAT.code())) + " cannot be chosen; " + why
                        + "."));
        return new ParsedRequest(request.map(ReportRequest::withoutFormats), all, style);
    }

    private RequestProblem unknown(ReportRequest asked, String named, SortedSet<String> names) {
        String canonical = Filter.DATABASE.parameter(asked.report().release());
        String parameter = style.write(canonical);
        List<String> some = names.stream().limit(NAMED_MAX).toList();
        String allowed = names.isEmpty()
                ? "there are no databases in the catalogue"
                : "allowed are " + String.join(", ", some)
                        + (some.size() < names.size() ? " and " + (names.size() - some.size()) + " more" : "");
        return new RequestProblem(
                ExceptionCode.INVALID_FILTER_VALUE,
                parameter,
                canonical + "=" + named,
                parameter + ": no database is called " + FilterValues.quoted(List.of(named)) + "; " + allowed + ".");
    }
}
