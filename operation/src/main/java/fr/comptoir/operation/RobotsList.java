package fr.comptoir.operation;

import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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

        /** The same date; empty when the list does not say it, or no day. */
        public Optional<LocalDate> day() {
            try {
                return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
            } catch (DateTimeParseException e) {
                return Optional.empty(); // it is shown as it is written
            }
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
            Identity before = Identity.of(origin(site, store.state()), robots);
            Identity other = Identity.of(file.toString(), offered);
            RobotsComparison comparison = RobotsComparison.of(
                    site,
                    store,
                    new RobotsComparison.Lists(before, robots, other, offered),
                    month,
                    () -> false,
                    progress);
            List<String> notes = new ArrayList<>(comparison.notes());
            if (apply) {
                take(site, store, file, copy, program);
                notes.add(
                        "taken: what is counted from now on uses it; `comptoir recount` applies it to months counted before");
            }
            return new Result(before, Optional.of(other), comparison.differences(), notes);
        }
    }

    /** Where a list in force comes from. */
    public enum Source {
        /** It is named in {@code comptoir.yml}. */
        NAMED,
        /** It was taken by {@code comptoir robots --apply}. */
        TAKEN,
        /** It comes with Comptoir. */
        SHIPPED
    }

    /** The list in force and where it comes from. */
    public record InForce(Source source, Identity list) {}

    public static InForce inForce(Site site) throws InputException, IOException {
        try (Store store = Store.openForReading(site.data())) {
            State state = store.state();
            Robots robots = RobotsCopy.inForce(site, store, state).robots();
            return new InForce(source(site, state), Identity.of(origin(site, state), robots));
        }
    }

    private static Source source(Site site, State state) {
        if (site.config().robots().isPresent()) {
            return Source.NAMED;
        }
        return state.robots().isPresent() ? Source.TAKEN : Source.SHIPPED;
    }

    static void checkMonth(State state, @Nullable YearMonth month) throws InputException {
        if (month != null && state.month(month).counted().isEmpty()) {
            Sentence sentence = Sentence.of("month.never-counted", "{0} was never counted", month.toString());
            throw new InputException(Problem.error("robots", 0, "--month", sentence));
        }
    }

    static String origin(Site site, State state) {
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
        Command command = ReadFiles.command(Command.ROBOTS, List.of("--apply", file.toString()), List.of(file));
        Records.commit(site, store, next, program, command);
    }
}
