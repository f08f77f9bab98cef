package fr.comptoir.operation;

import fr.comptoir.ingest.read.ExplainedLine;
import fr.comptoir.ingest.read.LineExplainer;
import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.ExplainedRule.Kind;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of the raw logs that named the target and were excluded, where the logs are still at hand; and which are not. */
final class ExcludedLines {
    /** What a line can be of which rule or status said no before its kind was settled. */
    private static final Set<ActionKind> USES =
            Collections.unmodifiableSet(EnumSet.of(ActionKind.INVESTIGATION, ActionKind.REQUEST));
    /** What a search of a database can be: the line itself is a search of the platform. */
    private static final Set<ActionKind> SEARCHES = Collections.unmodifiableSet(
            EnumSet.of(ActionKind.SEARCHES_REGULAR, ActionKind.SEARCHES_AUTOMATED, ActionKind.SEARCHES_FEDERATED));

    private final Site site;
    private final Store store;
    private final Target target;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    ExcludedLines(Site site, Store store, Target target, Progress progress) {
        this.site = site;
        this.store = store;
        this.target = target;
        this.progress = progress;
    }

    /** What a person should know about what was not listed. */
    List<String> notes() {
        return notes;
    }

    List<Explanation> read() throws IOException, InputException {
        if (target.itemIds().isEmpty()) {
            notes.add("excluded lines (robots, statuses) are listed for one item, title or database only");
            return List.of();
        }
        State state = store.state();
        List<RunRecord> runs = store.runs().all(state);
        String rulesOfToday = Reading.rulesVersion(site);
        if (RawLogs.versions(runs, state, target.month()).stream()
                .anyMatch(with -> !with.rules().equals(rulesOfToday))) {
            notes.add("the page rules have changed since: excluded lines are listed by today's");
        }
        ListsOfTheTime lists = new ListsOfTheTime(runs, state.month(target.month()));
        AtHand atHand = AtHand.of(runs, target.month());
        Set<Place> known = listedByTheEngine();
        List<Explanation> lines = new ArrayList<>();
        Map<String, Reading> readings = new HashMap<>();
        int done = 0;
        for (AtHand.Log log : atHand.logs()) {
            progress.step("reading logs", done++, atHand.logs().size());
            for (String list : lists(log, lists)) {
                Reading reading = reading(list, readings);
                log.explain(new LineExplainer(reading.rules()), target.itemIds()::contains, (input, line) -> {
                    boolean isRead = lists.of(input).equals(list);
                    if (isRead && !known.contains(new Place(input.number(), line.line()))) {
                        add(lines, input, line, reading.list().identity());
                    }
                });
            }
        }
        notes.addAll(atHand.notes("its excluded lines (robots, statuses) are not listed"));
        return lines;
    }

    /** The hashes of the lists by which the parts of a log were read. */
    private static Set<String> lists(AtHand.Log log, ListsOfTheTime lists) {
        return log.chain().stream()
                .filter(input -> log.parts().contains(input.number()))
                .map(lists::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Today's page rules with the robots list of the time. */
    private Reading reading(String list, Map<String, Reading> readings) throws IOException, InputException {
        Reading known = readings.get(list);
        if (known != null) {
            return known;
        }
        Optional<RobotsCopy> ofTheTime = RobotsCopy.ofVersion(list, store);
        Reading reading = ofTheTime.isPresent()
                ? Reading.of(site, store, store.state(), ofTheTime.get())
                : Reading.of(site, store, store.state());
        if (!reading.robots().sha256().equals(list)) {
            notes.add("the robots list of the time, sha256 " + list
                    + ", is no longer at hand: lines read by it are listed by today's");
        }
        readings.put(list, reading);
        return reading;
    }

    /** A line of an input, by the number of the input in the store. */
    private record Place(int input, int line) {}

    /** The lines that are actions in the store: whatever today's rules say of them, they are no excluded ones. */
    private Set<Place> listedByTheEngine() throws IOException {
        Set<Place> places = new HashSet<>();
        ZoneId zone = site.config().platform().timeZone();
        ActionFilter filter = ActionFilter.ofItems(target.itemIds());
        try (ActionSet set = store.actions().openWithNextSeconds(store.state(), target.month(), zone, filter)) {
            Actions actions = set.all().actions();
            for (int row = 0; row < actions.size; row++) {
                places.add(new Place(actions.input[row], actions.line[row]));
            }
        }
        return places;
    }

    /** The item or the first database of a line that is asked for. */
    private Optional<String> concerned(ExplainedLine line) {
        Set<ActionKind> kinds = !line.databases().isEmpty() && line.kind().isEmpty() ? SEARCHES : kinds(line.kind());
        return Stream.concat(line.databases().stream(), Stream.of(line.item()))
                .filter(item -> !item.isEmpty() && kinds.stream().anyMatch(kind -> target.concerns(item, kind)))
                .findFirst();
    }

    private static Set<ActionKind> kinds(Optional<ActionKind> kind) {
        if (kind.isEmpty()) {
            return USES;
        }
        return kind.get().isSearch() ? SEARCHES : EnumSet.of(kind.get());
    }

    private void add(List<Explanation> lines, InputRecord input, ExplainedLine line, String robotsList) {
        ZoneId zone = site.config().platform().timeZone();
        boolean counts = line.outcome() == LineOutcome.ACTION || line.outcome() == LineOutcome.HELD_UNKNOWN_ITEM;
        Instant time = line.time().orElse(Instant.EPOCH);
        boolean ofMonth = YearMonth.from(time.atZone(zone)).equals(target.month());
        Optional<String> item = concerned(line);
        if (counts || !ofMonth || item.isEmpty() || !Explain.belongs(line.customers(), target.customer())) {
            return;
        }
        lines.add(new Explanation(
                time.toEpochMilli(),
                item.get(),
                line.method() + " " + line.path(),
                line.outcome().code(),
                List.of(rule(line, robotsList)),
                Map.of(),
                Arrivals.NOT_RECORDED,
                AccessRoute.NOT_RECORDED,
                input.name() + ":" + line.line()));
    }

    private static ExplainedRule rule(ExplainedLine line, String robotsList) {
        return switch (line.outcome()) {
            case EXCLUDED_STATUS -> ExplainedRule.of(Kind.STATUS, String.valueOf(line.status()));
            case EXCLUDED_METHOD -> ExplainedRule.of(Kind.METHOD, line.method());
            case EXCLUDED_NOT_CONTENT -> ExplainedRule.of(Kind.PAGE_RULE, line.pageRule());
            case EXCLUDED_ROBOT ->
                ExplainedRule.of(
                        Kind.ROBOT, line.robot().map(RobotPattern::pattern).orElse(""), robotsList);
            case MALFORMED, HELD_UNKNOWN_ITEM, ACTION ->
                ExplainedRule.of(Kind.OUTCOME, line.outcome().code());
        };
    }
}
