package fr.comptoir.operation;

import fr.comptoir.engine.Verdicts.Figure;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import fr.comptoir.store.Store;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a question of {@link Explain} is about, checked.
 *
 * @param asked the item, title or database
 * @param itemIds items whose actions can matter; empty for all
 * @param metric the only one asked for
 */
record Target(
        Catalogue catalogue,
        Subject subject,
        Release release,
        YearMonth month,
        String customer,
        Asked asked,
        Set<String> itemIds,
        Optional<MetricType> metric) {

    /** In place of a number of the catalogue. */
    private static final int EVERYTHING = Integer.MIN_VALUE;

    private static final Map<String, Subject> REPORTS =
            Map.of("PR", Subject.PLATFORM, "DR", Subject.DATABASE, "TR", Subject.TITLE, "IR", Subject.ITEM);

    static Target of(Site site, Store store, Catalogue catalogue, Explain.Question question)
            throws InputException, IOException {
        List<Problem> problems = new ArrayList<>();
        @Nullable Subject subject = REPORTS.get(question.report().toUpperCase(Locale.ROOT));
        if (subject == null) {
            problems.add(problem(
                    "report",
                    "there is no report \"" + question.report() + "\" to explain; the reports are PR, DR, TR, IR"));
        }
        Optional<Release> release = Release.of(question.release());
        if (release.isEmpty()) {
            problems.add(problem(
                    "--release", "there is no Release \"" + question.release() + "\"; the releases are 5 and 5.1"));
        }
        Optional<MetricType> metric = metric(question, release, problems);
        if (store.state().month(question.month()).counted().isEmpty()) {
            problems.add(problem("--month", question.month() + " was never counted"));
        }
        boolean known = question.customer().equals(Institution.THE_WORLD)
                || Registry.institutions(store).stream()
                        .anyMatch(institution -> institution.customerId().equals(question.customer()));
        if (!known) {
            problems.add(problem("--customer", Registry.unknownCustomer(question.customer())));
        }
        Asked asked = subject == null
                ? new Asked(Subject.PLATFORM, Catalogue.NONE, "")
                : Asked.of(question, subject, catalogue, problems);
        if (!problems.isEmpty() || subject == null || release.isEmpty()) {
            throw new InputException(problems);
        }
        Set<String> items = asked.number() == Catalogue.NONE ? Set.of() : items(catalogue, asked);
        return new Target(
                catalogue, subject, release.get(), question.month(), question.customer(), asked, items, metric);
    }

    /**
     * All figures of a customer's month that pages show, those of the Platform Report with the denials of the Item Report and the searches of
     * the Database Report: what of them is meant, a {@link Narrowing} says.
     */
    static Target everything(Catalogue catalogue, UsageQuery query, YearMonth month, Optional<MetricType> metric) {
        Asked all = new Asked(Subject.PLATFORM, EVERYTHING, "");
        return new Target(catalogue, Subject.PLATFORM, query.release(), month, query.customer(), all, Set.of(), metric);
    }

    boolean isEverything() {
        return asked.number() == EVERYTHING;
    }

    /** The metric asked for, one that the report has. */
    private static Optional<MetricType> metric(
            Explain.Question question, Optional<Release> release, List<Problem> problems) {
        Optional<ReportDeclaration> report = release.flatMap(known -> Reports.find(known, question.report()));
        if (question.metric() == null || report.isEmpty()) {
            return Optional.empty();
        }
        List<MetricType> allowed = report.get().metricTypes();
        Optional<MetricType> metric = MetricType.of(question.metric()).filter(allowed::contains);
        if (metric.isEmpty()) {
            String codes = allowed.stream().map(MetricType::code).collect(Collectors.joining(", "));
            problems.add(problem(
                    "--metric-type",
                    "there is no metric \"" + question.metric() + "\" in "
                            + report.get().id() + "; the metrics are " + codes));
        }
        return metric;
    }

    /** The items that can add to the subject's figures, with whole books and all their segments, as the engine wants them. */
    private static Set<String> items(Catalogue catalogue, Asked asked) {
        Set<Integer> items = new HashSet<>();
        for (int item = 0; item < catalogue.size(); item++) {
            if (item == asked.number() || asked.has(catalogue, item)) {
                items.add(item);
            }
        }
        Set<String> ids = new HashSet<>();
        for (int item : items) {
            int parent = catalogue.parent(item);
            int book = parent != Catalogue.NONE && catalogue.segmentCount(parent) > 0 ? parent : item;
            ids.add(catalogue.itemId(item));
            ids.add(catalogue.itemId(book));
            for (int i = 0; i < catalogue.segmentCount(book); i++) {
                ids.add(catalogue.itemId(catalogue.segment(book, i)));
            }
        }
        return ids;
    }

    private static Problem problem(String field, String message) {
        return Problem.error("explain", 0, field, message);
    }

    /** Whether a figure is one of those asked for. */
    boolean has(Figure figure) {
        if (figure.release() != release || (metric.isPresent() && metric.get() != figure.metric())) {
            return false;
        }
        if (isEverything()) {
            return true;
        }
        boolean title = figure.metric() == MetricType.UNIQUE_TITLE_INVESTIGATIONS
                || figure.metric() == MetricType.UNIQUE_TITLE_REQUESTS;
        return switch (subject) {
            case PLATFORM -> isOfPlatform(figure, title);
            case TITLE ->
                title
                        ? figure.database() == Catalogue.NONE && isSubject(figure.subject())
                        : isItem(figure) && isSubject(catalogue.title(figure.subject()));
            case ITEM -> !title && isItem(figure) && asked.has(catalogue, figure.subject());
            case DATABASE -> isOfDatabase(figure, title);
        };
    }

    private static boolean isOfPlatform(Figure figure, boolean title) {
        return switch (figure.metric()) {
            case SEARCHES_PLATFORM -> true;
            case SEARCHES_AUTOMATED, SEARCHES_FEDERATED, SEARCHES_REGULAR, LIMIT_EXCEEDED, NO_LICENSE -> false;
            default -> !title || figure.database() == Catalogue.NONE;
        };
    }

    private boolean isOfDatabase(Figure figure, boolean title) {
        if (title) {
            return isSubject(figure.database());
        }
        if (figure.subject() == Catalogue.NONE) {
            return false;
        }
        boolean itself = catalogue.dataType(figure.subject()).isDatabase();
        return isSubject(itself ? figure.subject() : catalogue.database(figure.subject()));
    }

    private boolean isItem(Figure figure) {
        return figure.subject() != Catalogue.NONE
                && !catalogue.dataType(figure.subject()).isDatabase();
    }

    private boolean isSubject(int candidate) {
        return candidate != Catalogue.NONE && (asked.number() == Catalogue.NONE || asked.number() == candidate);
    }

    /** The identifier of the only row of the report that is asked for; absent when there may be others. */
    Optional<String> rowId() {
        return asked.number() == Catalogue.NONE || asked.kind() != subject
                ? Optional.empty()
                : Optional.of(catalogue.itemId(asked.number()));
    }

    /** Whether a row of the report is asked for. */
    boolean hasRow(@Nullable Described described) {
        return described == null || rowId().isPresent() || asked.has(catalogue, catalogue.find(described.id()));
    }

    /** Whether an action on that item is to be listed although it counts nothing here: it could have. */
    boolean concerns(String itemId, ActionKind kind) {
        if (metric.isPresent() && !concerns(metric.get(), kind)) {
            return false;
        }
        if (isEverything()) {
            return true;
        }
        if (asked.number() == Catalogue.NONE) {
            return subject == Subject.PLATFORM ? !kind.isDenial() : !kind.isSearch();
        }
        int item = catalogue.find(itemId);
        if (item == Catalogue.NONE) {
            return false;
        }
        boolean wholeBook = asked.kind() == Subject.ITEM
                && catalogue.segmentCount(item) > 0
                && catalogue.parent(asked.number()) == item;
        return wholeBook || asked.has(catalogue, item);
    }

    private static boolean concerns(MetricType metric, ActionKind kind) {
        return switch (metric) {
            case TOTAL_ITEM_INVESTIGATIONS, UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_TITLE_INVESTIGATIONS ->
                kind.isInvestigation();
            case TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS -> kind == ActionKind.REQUEST;
            case NO_LICENSE -> kind == ActionKind.NO_LICENSE;
            case LIMIT_EXCEEDED -> kind == ActionKind.LIMIT_EXCEEDED;
            case SEARCHES_AUTOMATED -> kind == ActionKind.SEARCHES_AUTOMATED;
            case SEARCHES_FEDERATED -> kind == ActionKind.SEARCHES_FEDERATED;
            case SEARCHES_PLATFORM -> kind == ActionKind.SEARCHES_PLATFORM;
            case SEARCHES_REGULAR -> kind == ActionKind.SEARCHES_REGULAR;
        };
    }

    /** The figures of the metric asked for, or all. */
    Map<String, Long> only(Map<String, Long> figures) {
        Map<String, Long> chosen = new TreeMap<>(figures);
        metric.ifPresent(wanted -> chosen.keySet().retainAll(Set.of(wanted.code())));
        return chosen;
    }

    /** Whether a {@link DataType} is a journal or another title that cannot be acted on, for messages. */
    String typeOf(String itemId) {
        int item = catalogue.find(itemId);
        return item == Catalogue.NONE ? "" : catalogue.dataType(item).code();
    }
}
