package fr.comptoir.operation;

import fr.comptoir.ingest.read.LineExplainer;
import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The robots list in force; and, before another is taken, what it would have dropped differently in a counted month. */
public final class RobotsList {
    private RobotsList() {}

    /**
     * A list.
     *
     * @param origin where it comes from, for a person
     * @param date newest change in it, {@code ""} when it does not say
     */
    public record Identity(String origin, String date, String sha256, int patterns) {
        static Identity of(String origin, Robots robots) {
            return new Identity(origin, robots.date(), robots.sha256(), robots.size());
        }

        public Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("origin", origin);
            values.put("date", date);
            values.put("sha256", sha256);
            values.put("patterns", patterns);
            return values;
        }

        @Override
        public String toString() {
            return origin + ": " + patterns + " patterns" + (date.isEmpty() ? "" : ", newest of " + date) + ", sha256 "
                    + sha256;
        }
    }

    /**
     * An agent on which the lists disagree.
     *
     * @param dropped whether the offered list drops it, and the one in force does not; else the other way round
     * @param lines of content in the month that would end elsewhere
     */
    public record Difference(String agent, String pattern, boolean dropped, long lines) {}

    /** What is known after the command. */
    public record Result(
            Identity inForce, Optional<Identity> offered, List<Difference> differences, List<String> notes) {}

    /**
     * Shows the list in force, or compares it with one offered.
     *
     * @param month to compare on; null: the last counted
     * @param apply whether to take the offered list, for which there must be a file
     * @throws InputException when the list is not there or is none, or the month was never counted
     */
    public static Result run(
            Site site,
            @Nullable Path file,
            @Nullable YearMonth month,
            boolean apply,
            String program,
            Progress progress,
            Say say)
            throws InputException, IOException {
        if (apply && site.config().robots().isPresent()) {
            throw new InputException(Problem.error(
                    "comptoir.yml",
                    0,
                    "robots",
                    "names the list itself; change it there, or take it out to use `robots --apply`"));
        }
        if (file == null) {
            try (Store store = Store.openForReading(site.data())) {
                checkMonth(store.state(), month);
                Robots robots = RobotsCopy.inForce(site, store, store.state()).robots();
                return new Result(
                        Identity.of(origin(site, store.state()), robots), Optional.empty(), List.of(), List.of());
            }
        }
        if (!Files.exists(file)) {
            throw new InputException(Problem.error(file.toString(), 0, "", "there is no such file"));
        }
        RobotsCopy copy = RobotsCopy.of(Files.readAllBytes(file), file.toString());
        Robots offered = copy.robots();
        try (Store store = apply ? Stores.forWriting(site, say) : Store.openForReading(site.data())) {
            checkMonth(store.state(), month);
            Robots robots = RobotsCopy.inForce(site, store, store.state()).robots();
            List<String> notes = new ArrayList<>();
            List<Difference> differences = differences(site, store, robots, offered, month, progress, notes);
            Identity before = Identity.of(origin(site, store.state()), robots);
            if (apply) {
                take(site, store, file, copy, program);
                notes.add(
                        "taken: what is counted from now on uses it; `comptoir recount` applies it to months counted before");
            }
            return new Result(before, Optional.of(Identity.of(file.toString(), offered)), differences, notes);
        }
    }

    private static void checkMonth(State state, @Nullable YearMonth month) throws InputException {
        if (month != null && state.month(month).counted().isEmpty()) {
            throw new InputException(Problem.error("robots", 0, "--month", month + " was never counted"));
        }
    }

    private static String origin(Site site, State state) {
        if (site.config().robots().isPresent()) {
            return site.config().robots().get().toString();
        }
        return state.robots().isPresent() ? "taken by `comptoir robots`" : "the list that comes with Comptoir";
    }

    private static void take(Site site, Store store, Path file, RobotsCopy offered, String program)
            throws IOException, InputException {
        State state = store.state();
        Path kept = offered.keep(store);
        String name = store.folder().root().relativize(kept).toString();
        State next = state.withRobots(Optional.of(
                new fr.comptoir.store.state.RobotsList(name, offered.robots().sha256())));
        Command command = ReadFiles.command("robots", List.of("--apply", file.toString()), List.of(file));
        Records.commit(site, store, next, program, command);
    }

    private static List<Difference> differences(
            Site site,
            Store store,
            Robots inForce,
            Robots offered,
            @Nullable YearMonth wanted,
            Progress progress,
            List<String> notes)
            throws IOException, InputException {
        Optional<YearMonth> month = wanted != null ? Optional.of(wanted) : lastCounted(store.state());
        if (month.isEmpty()) {
            notes.add("no month is counted yet, so that there is nothing to compare on");
            return List.of();
        }
        Map<String, Long> agents = new HashMap<>();
        LineExplainer explainer = new LineExplainer(Reading.of(
                        site, store, store.state(), RobotsCopy.of("[]".getBytes(StandardCharsets.UTF_8), "no list"))
                .rules());
        AtHand atHand = AtHand.of(store.runs().all(store.state()), month.get());
        int done = 0;
        for (AtHand.Log log : atHand.logs()) {
            progress.step("reading logs", done++, atHand.logs().size());
            log.explain(explainer, item -> true, (input, line) -> {
                if (line.kind().isPresent() && isOf(line.time(), month.get(), site)) {
                    agents.merge(line.agent(), 1L, Long::sum);
                }
            });
        }
        notes.addAll(atHand.notes("the comparison is without it"));
        notes.add("compared on the content lines of " + month.get());
        List<Difference> differences = new ArrayList<>();
        agents.forEach((agent, lines) -> {
            Optional<RobotPattern> before = inForce.match(agent);
            Optional<RobotPattern> after = offered.match(agent);
            if (before.isPresent() != after.isPresent()) {
                String pattern =
                        before.or(() -> after).map(RobotPattern::pattern).orElse("");
                differences.add(new Difference(agent, pattern, after.isPresent(), lines));
            }
        });
        differences.sort(Comparator.comparingLong(Difference::lines).reversed().thenComparing(Difference::agent));
        return differences;
    }

    private static boolean isOf(Optional<Instant> time, YearMonth month, Site site) {
        return time.isPresent()
                && YearMonth.from(time.get().atZone(site.config().platform().timeZone()))
                        .equals(month);
    }

    private static Optional<YearMonth> lastCounted(State state) {
        return state.months().values().stream()
                .filter(month -> month.counted().isPresent())
                .map(MonthState::month)
                .max(Comparator.naturalOrder());
    }
}
