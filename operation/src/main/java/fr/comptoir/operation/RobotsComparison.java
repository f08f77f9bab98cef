package fr.comptoir.operation;

import fr.comptoir.ingest.read.LineExplainer;
import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.RobotsList.Difference;
import fr.comptoir.operation.RobotsList.Identity;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What another list drops differently.
 *
 * @param month on whose lines of content they were compared; absent when no month is counted yet
 * @param differences those with most lines first
 * @param missing logs of the month without which they were compared
 * @param unreadable why files beside them could not be read, in sentences
 */
public record RobotsComparison(
        Identity inForce,
        Identity offered,
        Optional<YearMonth> month,
        List<Difference> differences,
        List<MissingLog> missing,
        List<String> unreadable) {
    /** Lines that would end elsewhere, dropped or kept in addition. */
    public long lines(boolean dropped) {
        return differences.stream()
                .filter(one -> one.dropped() == dropped)
                .mapToLong(Difference::lines)
                .sum();
    }

    List<String> notes() {
        if (month.isEmpty()) {
            return List.of("no month is counted yet, so that there is nothing to compare on");
        }
        List<String> notes = new ArrayList<>();
        missing.forEach(log ->
                notes.add(log + " is no longer at hand, or no longer what was counted: the comparison is without it"));
        notes.addAll(missing.isEmpty() ? List.of() : unreadable);
        notes.add("compared on the content lines of " + month.get());
        return notes;
    }

    /** The list in force and the one that is offered. */
    record Lists(Identity before, Robots inForce, Identity after, Robots offered) {}

    /**
     * Compares a list with the one in force; nothing is taken.
     *
     * @param content of the file
     * @param name what its sender calls it
     * @param month to compare on; null: the last counted
     * @param stopped asked often; when it says so the comparison ends with a {@link CancellationException}
     * @throws InputException when it is no list, or the month was never counted
     */
    public static RobotsComparison of(
            Site site,
            byte[] content,
            String name,
            @Nullable YearMonth month,
            BooleanSupplier stopped,
            Progress progress)
            throws InputException, IOException {
        Robots offered = Robots.of(content, name);
        try (Store store = Store.openForReading(site.data())) {
            RobotsList.checkMonth(store.state(), month);
            Robots robots = RobotsCopy.inForce(site, store, store.state()).robots();
            Identity before = Identity.of(RobotsList.origin(site, store.state()), robots);
            Lists lists = new Lists(before, robots, Identity.of(name, offered), offered);
            return of(site, store, lists, month, stopped, progress);
        }
    }

    static RobotsComparison of(
            Site site, Store store, Lists lists, @Nullable YearMonth wanted, BooleanSupplier stopped, Progress progress)
            throws IOException, InputException {
        Optional<YearMonth> month = wanted != null ? Optional.of(wanted) : lastCounted(store.state());
        if (month.isEmpty()) {
            return new RobotsComparison(lists.before(), lists.after(), month, List.of(), List.of(), List.of());
        }
        AtHand atHand = AtHand.of(store.runs().all(store.state()), month.get());
        Map<String, Long> agents = agents(site, store, atHand, month.get(), stopped, progress);
        List<Difference> differences = new ArrayList<>();
        agents.forEach((agent, lines) -> {
            Optional<RobotPattern> before = lists.inForce().match(agent);
            Optional<RobotPattern> after = lists.offered().match(agent, text -> new Stoppable(text, stopped));
            if (before.isPresent() != after.isPresent()) {
                String pattern =
                        before.or(() -> after).map(RobotPattern::pattern).orElse("");
                differences.add(new Difference(agent, pattern, after.isPresent(), lines));
            }
        });
        differences.sort(Comparator.comparingLong(Difference::lines).reversed().thenComparing(Difference::agent));
        return new RobotsComparison(
                lists.before(), lists.after(), month, differences, atHand.missing(), atHand.unreadable());
    }

    /** The agents of the content lines of a month, with how many each has. */
    private static Map<String, Long> agents(
            Site site, Store store, AtHand atHand, YearMonth month, BooleanSupplier stopped, Progress progress)
            throws IOException, InputException {
        Map<String, Long> agents = new HashMap<>();
        LineExplainer explainer = new LineExplainer(Reading.of(
                        site, store, store.state(), RobotsCopy.of("[]".getBytes(StandardCharsets.UTF_8), "no list"))
                .rules());
        int done = 0;
        for (AtHand.Log log : atHand.logs()) {
            progress.step("reading logs", done++, atHand.logs().size());
            log.explain(explainer, item -> true, (input, line) -> {
                Stoppable.check(stopped);
                if (line.kind().isPresent() && isOf(line.time(), month, site)) {
                    agents.merge(line.agent(), 1L, Long::sum);
                }
            });
        }
        return agents;
    }

    /** A text that an expression cannot look at any more once nobody wants to know. */
    private record Stoppable(String text, BooleanSupplier stopped) implements CharSequence {
        static void check(BooleanSupplier stopped) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException("nobody needs the comparison any more");
            }
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            check(stopped);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
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
