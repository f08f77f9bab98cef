package fr.comptoir.operation.ingestion;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Site;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.HeldItems;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the records of all runs say of the lines that were read. Opened once, it stays as it was then. */
public final class Ingestion {
    private final Store store;
    private final State state;
    private final ZoneId zone;
    private final LocalDateTime now;
    private final List<RunRecord> runs;
    private final Map<Integer, InputRecord.Tail> retracted = new HashMap<>();

    private Ingestion(Store store, ZoneId zone, LocalDateTime now) throws IOException {
        this.store = store;
        this.state = store.state();
        this.zone = zone;
        this.now = now;
        this.runs = store.runs().all(state);
        for (RunRecord run : runs) {
            for (InputRecord input : run.inputs()) {
                input.retraction().ifPresent(one -> retracted.put(one.input(), one.tail()));
            }
        }
    }

    /** Reads the records of all runs. */
    public static Ingestion of(Site site) throws IOException, InputException {
        try (Store store = Store.openForReading(site.data())) {
            ZoneId zone = site.config().platform().timeZone();
            return new Ingestion(store, zone, LocalDateTime.now(site.clock().withZone(zone)));
        }
    }

    /** A frequent text of the records and how many lines it stands for. */
    public record Frequent(String text, long lines) {}

    /**
     * The lines of one log that could not be read, without a last one that was cut and could be read since.
     *
     * @param lines how many
     * @param reasons what is wrong with them, most lines first; empty when an earlier program read them, which did not note it
     * @param file in which they are kept as they were sent, with those of the other logs of that run; absent when it is not there
     */
    public record Rejects(String log, int run, long lines, List<Reason> reasons, Optional<Path> file) {}

    /**
     * Lines of a log that could not be read for the same reason.
     *
     * @param kind what is wrong, as the records of runs say it
     * @param part the value that is meant; blank where the line as a whole is
     * @param first number of the first of them in the log, from 1
     */
    public record Reason(String kind, String part, long lines, int first) {}

    /** All months of which a line was read, the earliest first. */
    public SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (RunRecord run : runs) {
            run.inputs().forEach(input -> input.days().keySet().forEach(day -> months.add(YearMonth.from(day))));
        }
        return months;
    }

    /** One month, which may be one of which nothing was read. */
    public MonthLedger month(YearMonth month) {
        List<MonthLedger.Log> logs = new ArrayList<>();
        NavigableMap<LocalDate, Ledger> days = new TreeMap<>();
        Ledger all = new Ledger();
        for (RunRecord run : runs) {
            for (InputRecord input : run.inputs()) {
                NavigableMap<LocalDate, Ledger> ofMonth = lines(input, month);
                if (!ofMonth.isEmpty()) {
                    Ledger sum = new Ledger();
                    ofMonth.forEach((day, lines) -> {
                        days.computeIfAbsent(day, any -> new Ledger()).add(lines);
                        sum.add(lines);
                    });
                    all.add(sum);
                    logs.add(log(run, input, month, sum));
                }
            }
        }
        MonthState known = state.month(month);
        return new MonthLedger(
                month,
                days(month, days),
                logs,
                all,
                known.counted(),
                known.proposed().isPresent());
    }

    /** The lines that still count as those of that log. */
    private NavigableMap<LocalDate, Ledger> lines(InputRecord input, YearMonth month) {
        NavigableMap<LocalDate, Ledger> days = new TreeMap<>();
        input.days().forEach((day, lines) -> {
            if (YearMonth.from(day).equals(month)) {
                Ledger copy = new Ledger();
                copy.add(lines);
                days.put(day, copy);
            }
        });
        InputRecord.Tail tail = retracted.get(input.number());
        if (tail != null) {
            tail.day().map(days::get).ifPresent(lines -> lines.add(tail.outcome(), -1));
        }
        return days;
    }

    private static MonthLedger.Log log(RunRecord run, InputRecord input, YearMonth month, Ledger lines) {
        LocalDateTime first = null;
        LocalDateTime last = null;
        for (Map.Entry<LocalDate, Integer> day : input.hours().entrySet()) {
            int hours = day.getValue();
            if (YearMonth.from(day.getKey()).equals(month) && hours != 0) {
                LocalDateTime begin = day.getKey().atTime(Integer.numberOfTrailingZeros(hours), 0);
                first = first == null ? begin : first;
                last = day.getKey().atTime(31 - Integer.numberOfLeadingZeros(hours), 0);
            }
        }
        return new MonthLedger.Log(
                input,
                run.number(),
                run.finished(),
                lines,
                input.ledger(),
                Optional.ofNullable(first),
                Optional.ofNullable(last));
    }

    private NavigableMap<LocalDate, MonthLedger.Day> days(YearMonth month, NavigableMap<LocalDate, Ledger> lines) {
        NavigableMap<LocalDate, MonthLedger.Day> days = new TreeMap<>();
        for (LocalDate day = month.atDay(1);
                YearMonth.from(day).equals(month) && !day.isAfter(now.toLocalDate());
                day = day.plusDays(1)) {
            days.put(day, new MonthLedger.Day(day, lines.getOrDefault(day, new Ledger()), missing(day)));
        }
        // A log may be of a clock that is ahead.
        lines.forEach((day, of) -> days.putIfAbsent(day, new MonthLedger.Day(day, of, List.of())));
        return days;
    }

    private List<Integer> missing(LocalDate day) {
        int there = state.month(YearMonth.from(day)).hours().getOrDefault(day, 0);
        List<Integer> missing = new ArrayList<>();
        for (LocalDateTime hour = day.atStartOfDay();
                hour.toLocalDate().equals(day) && hour.isBefore(now.truncatedTo(ChronoUnit.HOURS));
                hour = hour.plusHours(1)) {
            boolean skippedBySpring = zone.getRules().getValidOffsets(hour).isEmpty();
            if (!skippedBySpring && (there >>> hour.getHour() & 1) == 0) {
                missing.add(hour.getHour());
            }
        }
        return missing;
    }

    /**
     * The most frequent kinds of path that no page rule matched when logs were read, the most frequent first.
     *
     * @param month only lines of that month, and of programs that did not note the month those of runs that read lines of it; null for all
     */
    public List<Frequent> unmatched(@Nullable YearMonth month, int count) {
        Map<String, Long> sums = new HashMap<>();
        for (RunRecord run : runsOf(month)) {
            run.unmatched().stream()
                    .filter(one -> month == null || one.month().orElse(month).equals(month))
                    .forEach(one -> sums.merge(one.path(), one.lines(), Long::sum));
        }
        return most(sums, count);
    }

    /** Whether a run that read lines of the month is of a program that did not yet note of which month paths are. */
    public boolean hasPathsOfNoMonth(YearMonth month) {
        return runsOf(month).stream()
                .flatMap(run -> run.unmatched().stream())
                .anyMatch(one -> one.month().isEmpty());
    }

    /**
     * The entries of lists of robots that dropped most lines, the first of them first.
     *
     * @param month only lines of that month; null for all
     */
    public List<Frequent> robots(@Nullable YearMonth month, int count) {
        Map<String, Long> sums = new HashMap<>();
        for (RunRecord run : runs) {
            run.robots().stream()
                    .filter(one -> month == null || one.month().equals(month))
                    .forEach(one -> sums.merge(one.pattern(), one.lines(), Long::sum));
        }
        return most(sums, count);
    }

    /** Whether a run that dropped lines of robots is of a program that did not yet note by which entries. */
    public boolean hasUnknownRobots(@Nullable YearMonth month) {
        return runsOf(month).stream()
                .anyMatch(run -> run.robots().isEmpty() && run.ledger().count(LineOutcome.EXCLUDED_ROBOT) > 0);
    }

    /** The logs with lines that could not be read, the latest first; of a month those that have lines of it too. */
    public List<Rejects> rejects(@Nullable YearMonth month) {
        List<Rejects> rejects = new ArrayList<>();
        for (RunRecord run : runsOf(month)) {
            Path file = store.folder().rejects(run.number());
            for (InputRecord input : run.inputs()) {
                long lines = input.ledger().count(LineOutcome.MALFORMED) - (cutLine(input) > 0 ? 1 : 0);
                if (lines > 0 && (month == null || !lines(input, month).isEmpty())) {
                    Optional<Path> kept = Files.exists(file) ? Optional.of(file) : Optional.empty();
                    rejects.add(0, new Rejects(input.name(), run.number(), lines, reasons(run, input), kept));
                }
            }
        }
        return rejects;
    }

    /** The number of its last line if that was malformed and a later input read it again in full, else 0. */
    private int cutLine(InputRecord input) {
        InputRecord.Tail tail = retracted.get(input.number());
        return tail != null && tail.outcome() == LineOutcome.MALFORMED ? tail.line() : 0;
    }

    private List<Reason> reasons(RunRecord run, InputRecord input) {
        int cut = cutLine(input);
        return run.malformed().stream()
                .filter(some -> some.input() == input.number())
                .map(some ->
                        new Reason(some.kind(), some.part(), some.lines() - (some.last() == cut ? 1 : 0), some.first()))
                .filter(some -> some.lines() > 0)
                .toList();
    }

    /** The items of a month that the catalogue of today does not know; reads the month's actions. */
    public HeldItems held(YearMonth month, int count) throws IOException {
        return store.actions().held(state, month, count);
    }

    private List<RunRecord> runsOf(@Nullable YearMonth month) {
        return runs.stream()
                .filter(run -> month == null
                        || run.inputs().stream()
                                .anyMatch(input -> !lines(input, month).isEmpty()))
                .toList();
    }

    private static List<Frequent> most(Map<String, Long> sums, int count) {
        return sums.entrySet().stream()
                .map(one -> new Frequent(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(Frequent::lines).reversed().thenComparing(Frequent::text))
                .limit(count)
                .toList();
    }
}
