package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a figure came about: each action counted and each dropped, with the rule that decided, by the same rules that counted it. The
 * sum of what it lists is the figure.
 */
public final class Explain {
    static final Comparator<Explanation> ORDER =
            Comparator.comparingLong(Explanation::time).thenComparing(Explanation::place);

    private Explain() {}

    /**
     * What is asked.
     *
     * @param report PR, DR, TR or IR
     * @param customer customer id, or that of the world
     * @param item an item; in a TR or DR its title or database is explained, under which the report shows it
     * @param title a title; in an IR all its items, in a DR its database
     * @param database a database; in an IR all its items
     * @param metric only lines that this metric counted or that were dropped
     * @param raw whether to read the raw logs for lines that were excluded
     */
    public record Question(
            String report,
            YearMonth month,
            String customer,
            String release,
            @Nullable String item,
            @Nullable String title,
            @Nullable String database,
            @Nullable String metric,
            boolean raw) {}

    /**
     * One action, or one line that is none.
     *
     * @param time ISO 8601 in the platform's time zone
     * @param outcome counted, double click, held, or the reason of exclusion
     * @param rules what decided
     * @param counts metrics to which it adds 1, with how much
     * @param arrival the way of arrival under which it counts, that of its session where the line is a step within the platform; blank
     *     when nobody wrote it down
     * @param route by what there was access
     * @param place input and line number
     */
    public record Line(
            String time,
            String item,
            String action,
            String outcome,
            List<ExplainedRule> rules,
            Map<String, Long> counts,
            String arrival,
            AccessRoute route,
            String place) {
        /** What decided, as one sentence. */
        public String rule() {
            return rules.stream().map(ExplainedRule::text).collect(Collectors.joining("; "));
        }
    }

    /**
     * The answer.
     *
     * @param lines in the order of time; of very many the earliest
     * @param outcomes how many lines there are of each outcome
     * @param sums what all lines add to each metric
     * @param figures what the report says
     * @param notes sentences a person should read
     */
    public record Answer(
            List<Line> lines,
            Map<String, Long> outcomes,
            Map<String, Long> sums,
            Map<String, Long> figures,
            List<String> notes) {
        /** Of all lines that there are. */
        public Answer(List<Line> lines, Map<String, Long> sums, Map<String, Long> figures, List<String> notes) {
            this(
                    lines,
                    lines.stream().collect(Collectors.groupingBy(Line::outcome, TreeMap::new, Collectors.counting())),
                    sums,
                    figures,
                    notes);
        }

        /** How many lines there are, listed or not. */
        public long total() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Answers a question.
     *
     * @throws InputException with every problem of the question
     */
    public static Answer run(Site site, Question question, Progress progress) throws InputException, IOException {
        try (Store store = Store.openForReading(site.data())) {
            State state = store.state();
            Catalogue catalogue = TitlesOfTheMonth.of(
                    ClosedCatalogue.of(store, state.month(question.month()), Registry.catalogue(store, state)),
                    moved(site, question));
            Target target = Target.of(site, store, catalogue, question);
            List<String> notes = new ArrayList<>();
            if (!target.asked().note().isEmpty()) {
                notes.add(target.asked().note());
            }
            List<Explanation> explained = explained(site, store, target, Optional.empty());
            Map<String, Long> sums = sums(explained);
            if (question.raw()) {
                ExcludedLines excluded = new ExcludedLines(site, store, target, progress);
                explained.addAll(excluded.read());
                notes.addAll(excluded.notes());
            }
            explained.sort(ORDER);
            MonthState month = state.month(target.month());
            if (month.proposed().isPresent()) {
                notes.add(
                        target.month()
                                + " is closed, and late lines wait for a restatement: they are listed, the figure is without them");
            } else if (month.status() != MonthState.Status.OPEN) {
                notes.add(
                        target.month()
                                + " is closed: its figure is that of its last counting; what is listed is by today's catalogue");
            }
            List<Line> lines = lines(site, explained);
            Map<String, Long> figures = target.only(figures(site, store, target));
            if (figures.isEmpty()) {
                notes.add("the report has no figure for this: 0");
            }
            return new Answer(lines, target.only(sums), figures, notes);
        }
    }

    /**
     * Answers a question about a title or an item as far as a question to the facts goes: its figures are those that pages show of it, which
     * know no other title under which a report shows one.
     *
     * @param question of a TR or an IR
     * @param narrowed to what; of the question's release, customer and month
     * @throws InputException with every problem of the question
     */
    public static Answer run(ReportingSite now, Question question, UsageQuery narrowed)
            throws InputException, IOException {
        Site site = now.site();
        Store store = now.store();
        Catalogue catalogue = ClosedCatalogue.of(
                store, store.state().month(question.month()), Registry.catalogue(store, store.state()));
        Target target = Target.of(site, store, catalogue, question);
        Narrowing narrowing = Narrowing.of(store, narrowed, catalogue);
        List<Explanation> explained = explained(site, store, target, Optional.of(narrowing));
        explained.sort(ORDER);
        return new Answer(
                lines(site, explained),
                target.only(sums(explained)),
                target.only(figures(store, target, narrowing)),
                List.of());
    }

    private static Map<String, Long> figures(Store store, Target target, Narrowing narrowing) throws IOException {
        int asked = target.asked().number();
        String id = target.catalogue().itemId(asked);
        if (target.asked().kind() == Subject.TITLE) {
            return narrowing.ofTitle(store, id);
        }
        int title = target.catalogue().title(asked);
        return narrowing.ofItem(
                store, title == Catalogue.NONE ? id : target.catalogue().itemId(title), id);
    }

    private static Map<String, Long> sums(List<Explanation> explained) {
        Map<String, Long> sums = new TreeMap<>();
        explained.forEach(line -> line.counts().forEach((metric, count) -> sums.merge(metric, count, Long::sum)));
        return sums;
    }

    private static List<Line> lines(Site site, List<Explanation> explained) {
        return explained.stream()
                .map(line -> line.toLine(site.config().platform().timeZone()))
                .toList();
    }

    /** Only Title Reports show what was another title at the time under that one. */
    private static Map<String, String> moved(Site site, Question question) {
        boolean ofTitles = question.report().equalsIgnoreCase("TR");
        return Release.of(question.release())
                .filter(release -> ofTitles)
                .map(release -> site.config().titles().moved(release, question.month()))
                .orElse(Map.of());
    }

    private static List<Explanation> explained(Site site, Store store, Target target, Optional<Narrowing> narrowing)
            throws IOException {
        State state = store.state();
        ActionFilter filter = ActionFilter.ofItems(target.itemIds());
        try (ActionSet set = store.actions()
                .openWithNextSeconds(
                        state, target.month(), site.config().platform().timeZone(), filter)) {
            Actions actions = set.all().actions();
            Explanations explanations = new Explanations(
                    actions,
                    SessionArrivals.of(actions, store, state, target.month()),
                    target,
                    narrowing,
                    InputNames.of(store),
                    site.config().platform().timeZone());
            Counting.explain(target.month(), actions, target.catalogue(), explanations);
            return explanations.lines();
        }
    }

    private static Map<String, Long> figures(Site site, Store store, Target target) throws IOException {
        Map<String, Long> figures = new TreeMap<>();
        FactQuery query = new FactQuery(
                target.subject(),
                target.release(),
                target.customer(),
                target.month(),
                target.month(),
                EnumSet.allOf(MetricType.class),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                target.rowId().map(id -> new Identifier("Proprietary", id)),
                Optional.empty(),
                Set.of());
        store.factSource(site.config().titles()).rows(query, row -> {
            if (!target.hasRow(row.subject())) {
                return;
            }
            for (MetricType metric : MetricType.values()) {
                long count = row.counts()[metric.ordinal()];
                if (count > 0) {
                    figures.merge(metric.code(), count, Long::sum);
                }
            }
        });
        return figures;
    }

    /** By the number of a set of customers in the dictionary of some actions, whether a customer is in it. */
    static boolean[] belonging(Actions actions, String customer) {
        Names sets = actions.dictionaries.customers();
        boolean[] belonging = new boolean[sets.size()];
        for (int i = 0; i < belonging.length; i++) {
            belonging[i] = belongs(sets.text(i), customer);
        }
        return belonging;
    }

    /** Whether a text of customers, joined with {@code |}, holds that customer; the world is in all. */
    static boolean belongs(String customers, String customer) {
        return customer.equals(Institution.THE_WORLD)
                || List.of(customers.split("\\|")).contains(customer);
    }
}
