package fr.comptoir.store.action;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Extraction;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.Store;
import fr.comptoir.store.query.ExtractionSums.Sum;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionFilesTest {
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);

    @TempDir
    Path data;

    private static Extraction extraction(String day, String customers, AccessRoute route, int documents, int line) {
        int number = (int) LocalDate.parse(day).toEpochDay();
        return new Extraction(number, 7, 0, 0, "", customers, route, documents, documents == 5, 1, line);
    }

    private static State counted(State state, YearMonth month, int version) {
        return state.withMonthFacts(month, new Counted(version, Instant.EPOCH, 0, 0, 0, new Versions("", "", "", "")));
    }

    @Test
    void theyAreSummedUpByMonthCustomersAndRoute() throws Exception {
        try (Store store = Store.openForWriting(data, () -> false)) {
            Map<YearMonth, ActionFile> files = store.extractions()
                    .write(
                            List.of(
                                    extraction("2024-01-31", "u1|u2", AccessRoute.IP, 10, 1),
                                    extraction("2024-01-01", "u1|u2", AccessRoute.TOKEN, 5, 2),
                                    extraction("2024-02-01", "u1|u2", AccessRoute.IP, 100_000_000, 3),
                                    extraction("2024-02-01", "u1|u2", AccessRoute.IP, 100_000_000, 4),
                                    extraction("2024-01-15", "", AccessRoute.NONE, 1, 5)),
                            1,
                            0);
            assertThat(files).containsOnlyKeys(JANUARY, FEBRUARY);
            Map<YearMonth, List<ActionFile>> lists = new TreeMap<>();
            files.forEach((month, file) -> lists.put(month, List.of(file)));
            State state = store.state().withExtractions(lists);
            for (YearMonth month : List.of(JANUARY, FEBRUARY)) {
                Files.createDirectories(store.folder().facts(month, 1));
                store.extractions().sumUp(state, month, 1);
                state = counted(state, month, 1);
            }
            store.commit(state);
        }
        try (Store store = Store.openForReading(data)) {
            List<YearMonth> months = List.of(JANUARY, FEBRUARY, YearMonth.of(2024, 3));
            assertThat(store.extractionSums().of("u2", months))
                    .isEqualTo(Map.of(
                            JANUARY, List.of(new Sum("ip", 1, 10, 0), new Sum("token", 1, 5, 1)),
                            FEBRUARY, List.of(new Sum("ip", 2, 200_000_000, 0))));
            assertThat(store.extractionSums().of(Institution.THE_WORLD, List.of(JANUARY)))
                    .isEqualTo(Map.of(
                            JANUARY,
                            List.of(new Sum("ip", 1, 10, 0), new Sum("none", 1, 1, 0), new Sum("token", 1, 5, 1))));
            assertThat(store.extractionSums().of("u", List.of(JANUARY))).isEqualTo(Map.of(JANUARY, List.of()));
        }
    }

    @Test
    void aMonthWithoutAnyHasNoFile() throws Exception {
        try (Store store = Store.openForWriting(data, () -> false)) {
            store.extractions().sumUp(store.state(), JANUARY, 1);
            store.commit(counted(store.state(), JANUARY, 1));
            assertThat(store.folder().facts(JANUARY, 1)).doesNotExist();
            assertThat(store.extractionSums().of("u1", List.of(JANUARY))).isEmpty();
        }
    }

    @Test
    void whatACrashedRunWroteIsRemovedByTheNextWriterAndTheRestStays() throws Exception {
        Path named;
        Path left;
        try (Store store = Store.openForWriting(data, () -> false)) {
            List<Extraction> some = List.of(extraction("2024-01-31", "u1", AccessRoute.IP, 10, 1));
            ActionFile file = store.extractions().write(some, 1, 0).get(JANUARY);
            ActionFile other = store.extractions().write(some, 1, 1).get(JANUARY);
            named = store.folder().extractions(JANUARY, file.name());
            left = store.folder().extractions(JANUARY, other.name());
            store.commit(store.state().withExtractions(Map.of(JANUARY, List.of(file))));
        }
        assertThat(left).exists();
        Store.openForWriting(data, () -> false).close();
        assertThat(left).doesNotExist();
        assertThat(named).exists();
    }
}
