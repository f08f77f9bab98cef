package fr.comptoir.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.RobotsList;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path site;

    @Test
    void aFolderThatIsNotThereIsAnEmptyStore() throws Exception {
        try (Store store = Store.openForReading(data())) {
            assertThat(store.state()).isEqualTo(State.EMPTY);
            assertThatThrownBy(() -> store.commit(State.EMPTY)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void aReaderSeesTheStateOfItsMoment() throws Exception {
        try (Store writer = Store.openForWriting(data(), () -> false);
                Store before = Store.openForReading(data())) {
            writer.commit(writer.state().withCatalogue(1));
            try (Store after = Store.openForReading(data())) {
                assertThat(before.state()).isEqualTo(State.EMPTY);
                assertThat(after.state()).isEqualTo(writer.state()).isEqualTo(State.EMPTY.withCatalogue(1));
            }
        }
    }

    /** What excluded lines is explained by the list of the time, as long as anything names it. */
    @Test
    void aRobotsListStaysAsLongAsARunOrTheStateNamesIt() throws Exception {
        try (Store store = Store.openForWriting(data(), () -> false)) {
            for (String sha256 : List.of("a1", "b2", "c3", "d4")) {
                store.robots().keep(sha256, "[]".getBytes(StandardCharsets.UTF_8));
            }
            State state = store.state().withRobots(Optional.of(new RobotsList("robots/c3.json", "c3")));
            RunRecord counted = run(1, Command.RECOUNT, "a1");
            RunRecord imported = run(2, "import catalogue", "b2");
            store.runs().write(counted);
            store.runs().write(imported);
            store.commit(state.withRun(counted, Map.of()).withRun(imported, Map.of()));
        }
        try (Store store = Store.openForWriting(data(), () -> false)) {
            assertThat(store.robots().find("a1")).as("read lines").isPresent();
            assertThat(store.robots().find("b2"))
                    .as("was in force while nothing was read")
                    .isEmpty();
            assertThat(store.robots().find("c3")).as("in force").isPresent();
            assertThat(store.robots().find("d4")).as("left by a crash").isEmpty();
            assertThat(store.robots().find("")).isEmpty();
        }
    }

    private static RunRecord run(int number, String operation, String robots) {
        return new RunRecord(
                number,
                Instant.EPOCH,
                Instant.EPOCH,
                "test",
                Command.of(operation, List.of()),
                new Versions("", "", robots, ""),
                List.of(),
                new Ledger());
    }

    /** A reader may be at work while a writer begins; a process that is no more needs nothing. */
    @Test
    void whatIsPutAsideStaysAsLongAsItsProcessIsThere() throws Exception {
        Store.openForWriting(data(), () -> false).close();
        Process ended =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version").start();
        ended.waitFor();
        Path left = data().resolve("tmp").resolve("comptoir-" + ended.pid() + "-1");
        try (Store reader = Store.openForReading(data())) {
            Path own = Files.writeString(reader.putAside(), "lines");
            Files.writeString(left, "lines");
            assertThat(own.getParent()).isEqualTo(data().resolve("tmp"));
            assertThat(reader.putAside()).isNotEqualTo(own);
            Store.openForWriting(data(), () -> false).close();
            assertThat(own).exists();
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void aSecondWriterFailsWhenItIsNotToWait() throws Exception {
        try (Store first = Store.openForWriting(data(), () -> false)) {
            assertThatThrownBy(() -> Store.openForWriting(data(), () -> false))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another run of Comptoir is writing here");
            first.commit(first.state().withCatalogue(1));
        }
        try (Store next = Store.openForWriting(data(), () -> false)) {
            assertThat(next.state().catalogue()).isEqualTo(1);
        }
    }

    @Test
    void aSecondWriterWaitsSaysSoOnceAndSeesWhatTheFirstCommitted() throws Exception {
        AtomicInteger said = new AtomicInteger();
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> seen;
            try (Store first = Store.openForWriting(data(), () -> false)) {
                seen = other.submit(() -> {
                    try (Store second = Store.openForWriting(data(), () -> {
                        said.incrementAndGet();
                        waiting.countDown();
                        return true;
                    })) {
                        return second.state().catalogue();
                    }
                });
                assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
                first.commit(first.state().withCatalogue(4));
            }
            assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(4);
            assertThat(said).hasValue(1);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void theLockHoldsAgainstAnotherProcess() throws Exception {
        Files.createDirectories(data());
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        new DataFolder(data()).lock().toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            assertThatThrownBy(() -> Store.openForWriting(data(), () -> false)).isInstanceOf(InputException.class);
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (Store store = Store.openForWriting(data(), () -> false)) {
            assertThat(store.state()).isEqualTo(State.EMPTY);
        }
    }

    @Test
    void theSecretIsMadeOnceAndForItsOwnerOnly() throws Exception {
        long hash;
        try (Store store = Store.openForWriting(data(), () -> false)) {
            hash = store.keyedHash().of("192.0.2.1");
        }
        try (Store store = Store.openForReading(data())) {
            assertThat(store.keyedHash().of("192.0.2.1")).isEqualTo(hash);
            Path secret = store.folder().secret();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(secret)).matches("[0-9a-f]{32}\n");
            Files.writeString(secret, "too short");
            assertThatThrownBy(store::keyedHash)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("damaged");
            Files.delete(secret);
            assertThatThrownBy(store::keyedHash)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("missing");
        }
    }

    @Test
    void aNewerSiteIsRefusedAndLeftAsItIs() throws Exception {
        Files.createDirectories(data().resolve("actions/2024-01"));
        Files.writeString(data().resolve("state.json"), "{\"format\": 2}");
        Path theirs = Files.writeString(data().resolve("actions/2024-01/new.parquet"), "x");
        assertThatThrownBy(() -> Store.openForReading(data())).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Store.openForWriting(data(), () -> false)).isInstanceOf(InputException.class);
        assertThat(theirs).exists();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws Exception {
        Path file = Files.writeString(site.resolve("file"), "in the way");
        assertThatThrownBy(() -> Store.openForWriting(file.resolve("data"), () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    private Path data() {
        return site.resolve("data");
    }
}
