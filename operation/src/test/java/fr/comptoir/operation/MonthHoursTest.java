package fr.comptoir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.engine.Counting;
import fr.comptoir.engine.Verdicts;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import fr.comptoir.store.usage.Choice;
import fr.comptoir.store.usage.HourlyUsage;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import fr.comptoir.testkit.ActionsBuilder;
import fr.comptoir.testkit.RandomActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hours of a month are what the verdicts say of its actions, in however many parts it is counted. */
class MonthHoursTest {
    private static final List<String> CUSTOMERS = List.of(Institution.THE_WORLD, "A", "B", "CONSORTIUM", "nobody");

    @TempDir
    Path data;

    static LongStream seeds() {
        return LongStream.rangeClosed(41, 45);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hoursAreWhatTheVerdictsSay(long seed) throws Exception {
        RandomActions random = RandomActions.of(seed, 1_000);
        SplittableRandom choices = new SplittableRandom(seed);
        try (Store store = Store.openForWriting(data, () -> true)) {
            counted(store, random);
            for (int rowsInMemory : new int[] {1_000_000, 400, 120}) {
                removeAll();
                MonthHours hours = new MonthHours(store, random.zone(), rowsInMemory);
                assertThat(hours.make(random.month(), random.catalogue())).isTrue();
                assertThat(hours.make(random.month(), random.catalogue()))
                        .as("made once")
                        .isFalse();
                HourlyUsage made = store.hourlyUsage(random.month(), random.zone());
                for (int i = 0; i < 20; i++) {
                    UsageQuery query = query(choices, random.month());
                    assertThat(made.read(query).orElseThrow())
                            .as("seed %d, %d rows, %s", seed, rowsInMemory, query)
                            .isDeepEqualTo(expected(random, query));
                }
            }
        }
    }

    /** The hour of the clock that comes twice has what happened in both, the one that is left out has nothing. */
    @Test
    void hoursAreThoseOfTheClock() throws Exception {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Actions actions = new ActionsBuilder()
                .zone(paris.getId())
                .login("ada")
                .at(Instant.parse("2026-10-25T00:30:00Z"))
                .request("article.1")
                .at(Instant.parse("2026-10-25T01:30:00Z"))
                .request("article.1")
                .at(Instant.parse("2026-10-25T02:30:00Z"))
                .request("article.1")
                .at(Instant.parse("2026-03-29T00:59:00Z"))
                .request("article.1")
                .at(Instant.parse("2026-03-29T01:01:00Z"))
                .request("article.1")
                .actions();
        Catalogue catalogue = RandomActions.of(1, 1).catalogue();
        try (Store store = Store.openForWriting(data, () -> true)) {
            YearMonth october = YearMonth.of(2026, 10);
            YearMonth march = YearMonth.of(2026, 3);
            counted(store, paris, actions, october, catalogue);
            counted(store, paris, actions, march, catalogue);
            assertThat(requests(store, paris, october, catalogue, 25)).containsOnly(Map.entry(2, 2L), Map.entry(3, 1L));
            assertThat(requests(store, paris, march, catalogue, 29)).containsOnly(Map.entry(1, 1L), Map.entry(3, 1L));
        }
    }

    /** By hour of a day. */
    private static Map<Integer, Long> requests(Store store, ZoneId zone, YearMonth month, Catalogue catalogue, int day)
            throws IOException {
        new MonthHours(store, zone, 1_000).make(month, catalogue);
        long[][] counts = store.hourlyUsage(month, zone).read(all(month)).orElseThrow();
        Map<Integer, Long> requests = new TreeMap<>();
        for (int hour = 0; hour < 24; hour++) {
            long count = counts[(day - 1) * 24 + hour][MetricType.TOTAL_ITEM_REQUESTS.ordinal()];
            if (count > 0) {
                requests.put(hour, count);
            }
        }
        return requests;
    }

    private static UsageQuery all(YearMonth month) {
        return new UsageQuery(
                Release.R5_1,
                Institution.THE_WORLD,
                new TreeSet<>(Set.of(month)),
                Choice.all(),
                Choice.all(),
                Choice.all(),
                Choice.all(),
                Choice.all(),
                UsageQuery.Ways.ALL,
                UsageQuery.Content.ALL);
    }

    /** What is damaged, or of other actions or another zone, is as good as not there, and is made anew. */
    @Test
    void whatIsDamagedOrOldIsMadeAnew() throws Exception {
        RandomActions random = RandomActions.of(7, 500);
        YearMonth month = random.month();
        try (Store store = Store.openForWriting(data, () -> true)) {
            counted(store, random);
            MonthHours hours = new MonthHours(store, random.zone(), 1_000);
            assertThat(hours.make(month, random.catalogue())).isTrue();
            long[][] right =
                    store.hourlyUsage(month, random.zone()).read(all(month)).orElseThrow();
            byte[] whole = Files.readAllBytes(file());
            for (int at : new int[] {3, whole.length / 2, whole.length - 9, whole.length - 1}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 1;
                Files.write(file(), damaged);
                assertThat(store.hourlyUsage(month, random.zone()).read(all(month)))
                        .as("byte %d", at)
                        .isEmpty();
                assertThat(hours.make(month, random.catalogue()))
                        .as("byte %d", at)
                        .isTrue();
            }
            Files.write(file(), Arrays.copyOf(whole, 2));
            assertThat(store.hourlyUsage(month, random.zone()).isMade()).isFalse();
            assertThat(hours.make(month, random.catalogue())).isTrue();
            assertThat(store.hourlyUsage(month, random.zone()).read(all(month)).orElseThrow())
                    .isDeepEqualTo(right);
            assertThat(store.hourlyUsage(month, ZoneId.of("Asia/Kathmandu")).isMade())
                    .isFalse();
            List<ActionFile> files = new ArrayList<>(store.state().month(month).actions());
            files.add(store.actions().write(random.actions(), 2, 0).get(month));
            store.commit(store.state().withActionFiles(month, files));
            assertThat(store.hourlyUsage(month, random.zone()).isMade()).isFalse();
            assertThat(hours.make(month, random.catalogue())).isTrue();
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("usage"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** As large sets of customers as there are: each in parts of its own, the others together as far as there is room. */
    @Test
    void setsAreDealtToParts() {
        StoredParts.Plan plan = StoredParts.Plan.of(new long[] {0, 40, 50, 20, 250, 99, 1, 100}, 100);
        assertThat(plan.first()).containsExactly(0, 0, 0, 1, 2, 5, 5, 6);
        assertThat(plan.parts()).containsExactly(1, 1, 1, 1, 3, 1, 1, 1);
        assertThat(plan.count()).isEqualTo(7);
        assertThat(StoredParts.Plan.of(new long[0], 100).count()).isEqualTo(1);
    }

    private static void counted(Store store, RandomActions random) throws IOException {
        counted(store, random.zone(), random.actions(), random.month(), random.catalogue());
    }

    private static void counted(Store store, ZoneId zone, Actions actions, YearMonth month, Catalogue catalogue)
            throws IOException {
        State state = store.state();
        if (state.months().isEmpty()) {
            for (Map.Entry<YearMonth, ActionFile> file :
                    store.actions().write(actions, 1, 0).entrySet()) {
                state = state.withActionFiles(file.getKey(), List.of(file.getValue()));
            }
        }
        MonthTotals totals = new MonthCounter(store, zone, 1).count(state, month, catalogue);
        store.commit(state.withMonthFacts(month, Counted.of(1, Instant.EPOCH, totals, Versions.NONE)));
    }

    private void removeAll() throws IOException {
        if (Files.exists(data.resolve("usage"))) {
            try (Stream<Path> files = Files.list(data.resolve("usage"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static UsageQuery query(SplittableRandom random, YearMonth month) {
        return new UsageQuery(
                Release.values()[random.nextInt(2)],
                CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
                new TreeSet<>(Set.of(month)),
                Choice.all(),
                random.nextInt(3) == 0 ? Choice.of(AccessType.values()[random.nextInt(2)]) : Choice.all(),
                Choice.all(),
                random.nextInt(3) == 0 ? Choice.of(AccessMethod.REGULAR) : Choice.all(),
                random.nextInt(3) == 0 ? Choice.of(new YopRange(2000, 2020)) : Choice.all(),
                random.nextInt(3) == 0
                        ? new UsageQuery.Ways(Choice.of("Portal"), Choice.of(AccessRoute.IP))
                        : UsageQuery.Ways.ALL,
                UsageQuery.Content.ALL);
    }

    private static long[][] expected(RandomActions random, UsageQuery query) {
        Actions actions = random.actions();
        Catalogue catalogue = random.catalogue();
        YearMonth month = random.month();
        long[][] expected = new long[month.lengthOfMonth() * 24][MetricType.values().length];
        short[] arrivals = Counting.arrivals(actions);
        boolean isEmpty = !query.ways().isAll()
                && !(query.accessTypes().isAll() && query.yop().isAll());
        Counting.explain(month, actions, catalogue, new Verdicts() {
            @Override
            public void counts(int row, Figure figure) {
                List<String> customers = List.of(actions.dictionaries
                        .customers()
                        .text(actions.customers[row])
                        .split("\\|", -1));
                boolean own = query.customer().equals(Institution.THE_WORLD) || customers.contains(query.customer());
                String way = actions.dictionaries.arrivals().text(arrivals[row]);
                boolean ways = query.ways().isAll()
                        || (Usage.OF_ROUTES.contains(figure.metric())
                                && query.ways().arrivals().passes(way)
                                && query.ways().routes().passes(AccessRoute.of(actions.route[row])));
                if (own && ways && !isEmpty && isWanted(query, catalogue, figure)) {
                    int hour = Instant.ofEpochMilli(actions.time[row])
                            .atZone(random.zone())
                            .getHour();
                    int day = (int) (actions.day[row] - month.atDay(1).toEpochDay());
                    expected[day * 24 + hour][figure.metric().ordinal()]++;
                }
            }
        });
        return expected;
    }

    /** Figures of a platform, as its report has them, with denials of items and searches of databases. */
    private static boolean isWanted(UsageQuery query, Catalogue catalogue, Verdicts.Figure figure) {
        if (figure.release() != query.release()
                || !query.accessMethods().passes(figure.accessMethod())
                || figure.database() != Catalogue.NONE) {
            return false;
        }
        if (figure.metric().code().startsWith("Searches")) {
            return query.accessTypes().isAll() && query.yop().isAll();
        }
        boolean published = query.yop().isAll() || (figure.yop() >= 2000 && figure.yop() <= 2020);
        return published
                && !catalogue.dataType(figure.subject()).isDatabase()
                && (query.accessTypes().isAll() || query.accessTypes().passes(figure.accessType()));
    }
}
