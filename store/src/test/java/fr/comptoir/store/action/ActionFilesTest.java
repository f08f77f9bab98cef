package fr.comptoir.store.action;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RetractedLine;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionFilesTest {
    private static final long SEED = 20_241_121;
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);

    @TempDir
    Path data;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private ActionFiles files;
    private State state = State.EMPTY;

    @BeforeEach
    void openFiles() {
        // Brackets are a pattern to DuckDB, and a quote ends its texts: neither may in a path.
        files = new ActionFiles(new DataFolder(data.resolve("it's [data]*")), new Disk());
    }

    @Test
    void whatIsWrittenIsReadBackByMonth() throws IOException {
        Actions first = SampleActions.random(random, 5_000, LocalDate.of(2024, 1, 10), 40, 1);
        Actions second = SampleActions.random(random, 300, LocalDate.of(2024, 1, 10), 3, 2);
        write(first, 1, 0);
        write(second, 1, 1);

        assertThat(state.months()).containsOnlyKeys(JANUARY, FEBRUARY);
        assertThat(state.month(JANUARY).actions())
                .extracting(ActionFile::name)
                .containsExactly("run-1.parquet", "run-1-1.parquet");
        List<String> january = texts(first, row -> month(first, row).equals(JANUARY));
        january.addAll(texts(second, row -> true));
        january.sort(null);
        try (ActionSet set = files.open(state, JANUARY, ActionFilter.ALL)) {
            assertThat(set.rows()).isEqualTo(state.month(JANUARY).rows()).isEqualTo(january.size());
            assertThat(SampleActions.texts(set.all().actions()))
                    .as("seed %d", SEED)
                    .isEqualTo(january);
        }
    }

    @Test
    void partsHoldEachRowOnceUnderTheSameId() throws IOException {
        Actions batch = SampleActions.random(random, 3_000, LocalDate.of(2024, 1, 1), 31, 1);
        write(batch, 1, 0);
        write(SampleActions.random(random, 500, LocalDate.of(2024, 1, 1), 31, 2), 2, 0);
        try (ActionSet set = files.open(state, JANUARY, ActionFilter.ALL)) {
            Map<Long, String> all = byId(set.all());
            Map<Long, String> byUser = new TreeMap<>();
            Map<Long, String> byItem = new TreeMap<>();
            Set<Long> users = new HashSet<>();
            ActionParts parts = set.cut(3);
            for (int part = 0; part < 3; part++) {
                ActionRows rows = parts.byUser(part);
                Set<Long> usersHere = new HashSet<>();
                for (int row = 0; row < rows.actions().size; row++) {
                    usersHere.add(rows.actions().user[row]);
                }
                assertThat(users).doesNotContainAnyElementsOf(usersHere);
                users.addAll(usersHere);
                byUser.putAll(byId(rows));
                int here = part;
                ActionRows ofItems = parts.byItem(part, id -> Math.floorMod(id.hashCode(), 3));
                assertThat(itemIds(ofItems.actions()))
                        .isNotEmpty()
                        .allMatch(id -> Math.floorMod(id.hashCode(), 3) == here);
                byItem.putAll(byId(ofItems));
            }
            assertThat(all).hasSize(3_500);
            assertThat(byUser).isEqualTo(all);
            assertThat(byItem).isEqualTo(all);
        }
    }

    @Test
    void theFirstThirtySecondsOfTheNextMonthComeAlong() throws IOException {
        Actions batch = SampleActions.random(random, 4, LocalDate.of(2024, 1, 31), 1, 1);
        long end = FEBRUARY.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long[] times = {end - 1, end, end + 30_000, end + 30_001};
        for (int row = 0; row < times.length; row++) {
            batch.time[row] = times[row];
            batch.day[row] = (int)
                    LocalDate.of(2024, row == 0 ? 1 : 2, row == 0 ? 31 : 1).toEpochDay();
        }
        write(batch, 1, 0);
        try (ActionSet set = files.openWithNextSeconds(state, JANUARY, ZoneOffset.UTC, ActionFilter.ALL)) {
            assertThat(SampleActions.texts(set.all().actions())).isEqualTo(texts(batch, row -> row < 3));
        }
        try (ActionSet set = files.openWithNextSeconds(state, FEBRUARY, ZoneOffset.UTC, ActionFilter.ALL)) {
            assertThat(SampleActions.texts(set.all().actions())).isEqualTo(texts(batch, row -> row > 0));
        }
    }

    @Test
    void filtersAndRetractedLinesNarrowWhatIsRead() throws IOException {
        Actions batch = SampleActions.random(random, 2_000, LocalDate.of(2024, 1, 1), 31, 7);
        write(batch, 1, 0);
        ActionFilter filter =
                new ActionFilter(Set.of("10.1234/é.3", "10.1234/é.4"), Set.of("c1", "cons"), Set.of(), "", false);
        try (ActionSet set = files.open(state, JANUARY, filter)) {
            assertThat(SampleActions.texts(set.all().actions())).isNotEmpty().isEqualTo(texts(batch, row -> {
                int item = batch.item[row];
                String customers = batch.dictionaries.customers().text(batch.customers[row]);
                return item != Actions.NO_ITEM
                        && filter.itemIds().contains(batch.dictionaries.items().text(item))
                        && Set.of("c1", "c1|c2", "c2|cons").contains(customers);
            }));
        }
        MonthState month = state.month(JANUARY);
        MonthState retracted = new MonthState(
                JANUARY,
                month.status(),
                month.actions(),
                List.of(),
                List.of(new RetractedLine(7, 5), new RetractedLine(7, 6), new RetractedLine(8, 9)),
                month.hours(),
                1,
                Optional.empty(),
                Optional.empty(),
                List.of());
        state = new State(2, 1, 0, 0, Optional.empty(), new TreeMap<>(Map.of(JANUARY, retracted)));
        try (ActionSet set = files.open(state, JANUARY, ActionFilter.ALL)) {
            assertThat(SampleActions.texts(set.all().actions()))
                    .isEqualTo(texts(batch, row -> batch.line[row] != 5 && batch.line[row] != 6));
        }
    }

    @Test
    void aMonthWithoutActionsIsEmpty() throws IOException {
        try (ActionSet set = files.open(state, JANUARY, ActionFilter.ALL)) {
            assertThat(set.rows()).isZero();
            assertThat(set.cut(2).byUser(0).actions().size).isZero();
            assertThat(set.cut(2).byItem(1, id -> 1).actions().size).isZero();
            assertThat(set.dictionaries().customers().text(0)).isEmpty();
        }
        assertThat(files.addresses(state, JANUARY).size()).isEqualTo(1);
        assertThat(files.write(new Actions(Actions.Dictionaries.create(), 0), 1, 0))
                .isEmpty();
    }

    @Test
    void addressesOfAMonthAreDistinct() throws IOException {
        Actions batch = SampleActions.random(random, 2_000, LocalDate.of(2024, 1, 1), 31, 1);
        write(batch, 1, 0);
        write(batch, 2, 0);
        Set<Long> expected = new TreeSet<>();
        for (int row = 0; row < batch.size; row++) {
            if (batch.address[row] > 0) {
                expected.add(batch.dictionaries.addresses().hash(batch.address[row]));
            }
        }
        var addresses = files.addresses(state, JANUARY);
        List<Long> hashes = new ArrayList<>();
        for (int number = 1; number < addresses.size(); number++) {
            hashes.add(addresses.hash(number));
        }
        assertThat(hashes).containsExactlyElementsOf(expected);
    }

    /** Files of programs that knew nothing of ways, routes and agents are read together with newer ones, and alone. */
    @Test
    void whatOlderFilesLackIsNotRecorded() throws Exception {
        Actions old = SampleActions.random(random, 300, LocalDate.of(2024, 1, 1), 31, 1);
        write(old, 1, 0);
        Path file = data.resolve("it's [data]*")
                .resolve("actions/2024-01")
                .resolve(state.month(JANUARY).actions().get(0).name());
        Path without = data.resolve("without.parquet");
        try (Duck duck = Duck.open(data)) {
            duck.execute("COPY (SELECT * EXCLUDE (arrival, route, agent_hash) FROM " + Sql.parquet(List.of(file))
                    + ") TO " + Sql.text(without.toString()) + " (FORMAT PARQUET)");
        }
        Files.move(without, file, StandardCopyOption.REPLACE_EXISTING);
        Arrays.fill(old.arrival, Arrivals.NOT_RECORDED_NUMBER);
        Arrays.fill(old.route, (byte) AccessRoute.NOT_RECORDED.ordinal());
        List<String> expected = SampleActions.texts(old);
        assertThat(readJanuary()).isEqualTo(expected);

        Attribution all =
                (address, network48, network64, organisation, day, kept) -> new Attribution.Owner("c9", AccessRoute.IP);
        state = state.withActionFiles(JANUARY, files.attributeAnew(state, JANUARY, all, 2));
        Arrays.fill(old.customers, old.dictionaries.customers().number("c9"));
        expected = SampleActions.texts(old);
        assertThat(readJanuary()).isEqualTo(expected);

        Actions newer = SampleActions.random(random, 300, LocalDate.of(2024, 1, 1), 31, 2);
        write(newer, 3, 0);
        expected.addAll(SampleActions.texts(newer));
        expected.sort(null);
        assertThat(readJanuary()).isEqualTo(expected);
    }

    private List<String> readJanuary() throws IOException {
        try (ActionSet set = files.open(state, JANUARY, ActionFilter.ALL)) {
            return SampleActions.texts(set.all().actions());
        }
    }

    @Test
    void attributionAnewChangesCustomersAndNothingElse() throws IOException {
        Actions batch = SampleActions.random(random, 2_000, LocalDate.of(2024, 1, 1), 31, 1);
        write(batch, 1, 0);
        Actions untouched = SampleActions.random(random, 10, LocalDate.of(2024, 1, 1), 31, 2);
        for (int row = 0; row < untouched.size; row++) {
            untouched.organisation[row] = 0;
            untouched.customers[row] = 0;
            untouched.route[row] = (byte) (row % 2 == 0 ? AccessRoute.TOKEN : AccessRoute.NOT_RECORDED).ordinal();
        }
        write(untouched, 2, 0);
        int halfway = (int) LocalDate.of(2024, 1, 15).toEpochDay();
        Attribution attribution = (address, network48, network64, organisation, day, kept) -> {
            boolean early = organisation.startsWith("org") && day < halfway;
            String customers = organisation.isEmpty() ? "" : early ? "early" : "c9|" + (address != 0);
            AccessRoute route = organisation.isEmpty() ? AccessRoute.NONE : AccessRoute.FEDERATION;
            return new Attribution.Owner(customers, day % 2 == 0 ? route : AccessRoute.NOT_RECORDED);
        };
        List<ActionFile> before = state.month(JANUARY).actions();
        assertThat(agents(before.get(0)))
                .hasSize(batch.size)
                .containsExactlyInAnyOrder(Arrays.copyOf(batch.agent, batch.size));
        List<ActionFile> after = files.attributeAnew(state, JANUARY, attribution, 3);
        assertThat(after.get(0).name()).isEqualTo("run-1-attributed-3.parquet");
        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(agents(after.get(0))).containsExactlyInAnyOrder(Arrays.copyOf(batch.agent, batch.size));

        state = state.withActionFiles(JANUARY, after);
        for (int row = 0; row < batch.size; row++) {
            Attribution.Owner owner = attribution.owner(
                    batch.dictionaries.addresses().hash(batch.address[row]),
                    0,
                    0,
                    batch.dictionaries.organisations().text(batch.organisation[row]),
                    batch.day[row],
                    "");
            batch.customers[row] = batch.dictionaries.customers().number(owner.customers());
            AccessRoute old = AccessRoute.of(batch.route[row]);
            boolean stays = old == AccessRoute.TOKEN
                    || old == AccessRoute.NOT_RECORDED
                    || owner.route() == AccessRoute.NOT_RECORDED;
            batch.route[row] = (byte) (stays ? old : owner.route()).ordinal();
        }
        List<String> expected = SampleActions.texts(batch);
        expected.addAll(SampleActions.texts(untouched));
        expected.sort(null);
        try (ActionSet set = files.open(state, JANUARY, ActionFilter.ALL)) {
            assertThat(SampleActions.texts(set.all().actions())).isEqualTo(expected);
        }
        assertThat(files.attributeAnew(state, JANUARY, attribution, 4)).isEqualTo(after);
    }

    /** What the file says of agents, of which nothing is read back. */
    private int[] agents(ActionFile file) throws IOException {
        Path path = data.resolve("it's [data]*/actions/2024-01").resolve(file.name());
        List<Integer> agents = new ArrayList<>();
        try (Duck duck = Duck.open(data)) {
            ColumnReader.read(duck, "SELECT agent_hash FROM " + Sql.parquet(List.of(path)), (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    agents.add(chunk.vector(0).getInt(row));
                }
            });
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return agents.stream().mapToInt(Integer::intValue).toArray();
    }

    private void write(Actions actions, int run, int batch) throws IOException {
        files.write(actions, run, batch).forEach((month, file) -> {
            List<ActionFile> all = new ArrayList<>(state.month(month).actions());
            all.add(file);
            state = state.withActionFiles(month, all);
        });
    }

    private static Set<String> itemIds(Actions actions) {
        Set<String> ids = new HashSet<>();
        for (int row = 0; row < actions.size; row++) {
            if (actions.item[row] != Actions.NO_ITEM) {
                ids.add(actions.dictionaries.items().text(actions.item[row]));
            }
        }
        return ids;
    }

    private static Map<Long, String> byId(ActionRows rows) {
        Map<Long, String> byId = new TreeMap<>();
        for (int row = 0; row < rows.actions().size; row++) {
            byId.put(rows.ids()[row], SampleActions.text(rows.actions(), row));
        }
        return byId;
    }

    private static YearMonth month(Actions actions, int row) {
        return YearMonth.from(LocalDate.ofEpochDay(actions.day[row]));
    }

    private static List<String> texts(Actions actions, IntPredicate which) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < actions.size; row++) {
            if (which.test(row)) {
                texts.add(SampleActions.text(actions, row));
            }
        }
        texts.sort(null);
        return texts;
    }
}
