package fr.comptoir.operation;

import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.Inputs;
import fr.comptoir.ingest.read.WrongFormat;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the logs of the watched folders as they come. A file is counted once nobody has written to it for a while, one that never rests
 * once an hour. What was counted is noted by name, size and date, so that a file is not opened again; the note may be lost or behind, for
 * counting itself knows every content again. A file that cannot be read does not keep the others from being counted. Not thread-safe.
 */
public final class WatchedLogs {
    /** Where it is noted below {@code data/}. */
    static final String NOTE = "watched.tsv";

    private static final Duration AT_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Site site;
    private final String program;
    private final int threads;
    private final Path note;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Failed> failures = new TreeMap<>();
    private @Nullable Map<String, Stamp> counted;

    /**
     * Nothing is read yet.
     *
     * @param program name and version of the program, for the records of runs
     * @param threads that count
     */
    public WatchedLogs(Site site, String program, int threads) {
        this.site = site;
        this.program = program;
        this.threads = threads;
        this.note = site.data().resolve(NOTE);
    }

    /** By which it is seen that a file changed. */
    private record Stamp(long size, long modified) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    /** A file that is not counted as it is: since when it waits, and since when it is as it is. */
    private record Waiting(Stamp stamp, Instant since, Instant unchangedSince) {}

    /** Why a file could not be counted. */
    public enum Cause {
        /** Its lines have not the format of the site. */
        WRONG_FORMAT,
        /** It is packed as nobody can unpack it, or broken. */
        UNREADABLE
    }

    /**
     * A file that could not be counted.
     *
     * @param problem in one sentence
     * @param reason of a file that is unreadable, without a line of it: lines hold addresses
     */
    public record Failure(String file, Cause cause, String problem, Optional<Sentence> reason, Instant at) {}

    /** A failure with the file as it was then: the same file is tried again after a while only. */
    private record Failed(Failure failure, Stamp stamp) {}

    /**
     * What one look came to.
     *
     * @param files that were given to the counting
     * @param results what that came to; none when there was nothing to count, several when files were counted apart
     * @param failures files that could not be counted in this look
     */
    public record Look(List<String> files, List<CountLogs.Result> results, List<Failure> failures) {}

    /** The files that could not be counted as they are, by name. */
    public synchronized List<Failure> failures() {
        return failures.values().stream().map(Failed::failure).toList();
    }

    /**
     * Whether the last look found a file that was never counted, be it that it is still being written, be it that it cannot be read: it may
     * hold any month.
     */
    public synchronized boolean isBehind() {
        Map<String, Stamp> known = counted;
        return known != null
                && !(known.keySet().containsAll(waiting.keySet())
                        && known.keySet().containsAll(failures.keySet()));
    }

    /** Looks once, and counts what is there to be counted. */
    public Look look(Progress progress, Say say) throws IOException, InputException {
        Instant now = site.clock().instant();
        Map<String, Stamp> known = counted();
        Map<String, Stamp> there = files();
        List<String> ripe = new ArrayList<>();
        waiting.keySet().retainAll(there.keySet());
        forgetFailures(there);
        there.forEach((file, stamp) -> {
            if (stamp.equals(known.get(file))) {
                waiting.remove(file);
            } else if (isRipe(file, stamp, now) && !isHopeless(file, stamp, now)) {
                ripe.add(file);
            }
        });
        if (ripe.isEmpty()) {
            return new Look(ripe, List.of(), List.of());
        }
        List<CountLogs.Result> results = count(ripe, there, progress, say);
        for (String file : ripe) {
            waiting.remove(file);
            if (!hasFailed(file)) {
                known.put(file, stamp(file, there));
            }
        }
        known.keySet().retainAll(there.keySet());
        write(known);
        return new Look(
                ripe,
                results,
                failures().stream()
                        .filter(failure -> ripe.contains(failure.file()))
                        .toList());
    }

    private boolean isRipe(String file, Stamp stamp, Instant now) {
        Waiting before = waiting.get(file);
        boolean same = before != null && before.stamp().equals(stamp);
        Waiting next = before == null
                ? new Waiting(stamp, now, now)
                : new Waiting(stamp, before.since(), same ? before.unchangedSince() : now);
        waiting.put(file, next);
        return !next.unchangedSince().plus(AT_REST).isAfter(now)
                || !next.since().plus(LONGEST_WAIT).isAfter(now);
    }

    /**
     * All together; counting takes all that it is given, or nothing, and where it fails each half is tried apart, so that of many files the
     * one that cannot be read is soon found. What is wrong with the site itself is wrong with all files, and no failure of any.
     */
    private List<CountLogs.Result> count(List<String> files, Map<String, Stamp> there, Progress progress, Say say)
            throws IOException, InputException {
        try {
            CountLogs.Result result = CountLogs.run(site, files, program, threads, progress, say);
            succeeded(files);
            return List.of(result);
        } catch (InputException e) {
            if (e.problems().stream().noneMatch(problem -> files.contains(problem.file()))) {
                throw e;
            }
            if (files.size() == 1) {
                failed(files.get(0), stamp(files.get(0), there), e);
                return List.of();
            }
        }
        List<CountLogs.Result> results =
                new ArrayList<>(count(files.subList(0, files.size() / 2), there, progress, say));
        results.addAll(count(files.subList(files.size() / 2, files.size()), there, progress, say));
        return results;
    }

    private synchronized void succeeded(List<String> files) {
        files.forEach(failures::remove);
    }

    private synchronized void failed(String file, Stamp stamp, InputException e) {
        Optional<Problem> first = e.problems().stream().findFirst();
        boolean isFormat = first.filter(WrongFormat::tells).isPresent();
        Failure failure = new Failure(
                file,
                isFormat ? Cause.WRONG_FORMAT : Cause.UNREADABLE,
                first.map(Problem::toString).orElse("cannot be read"),
                isFormat ? Optional.empty() : Optional.of(reason(first)),
                site.clock().instant());
        failures.put(file, new Failed(failure, stamp));
    }

    private static Sentence reason(Optional<Problem> problem) {
        return problem.map(Problem::sentence)
                .filter(Sentence::hasCode)
                .orElse(Sentence.of("log.unreadable", "it cannot be read; the log of the service says more"));
    }

    private synchronized boolean hasFailed(String file) {
        return failures.containsKey(file);
    }

    private synchronized boolean isHopeless(String file, Stamp stamp, Instant now) {
        Failed failed = failures.get(file);
        return failed != null
                && failed.stamp().equals(stamp)
                && failed.failure().at().plus(LONGEST_WAIT).isAfter(now);
    }

    private static Stamp stamp(String file, Map<String, Stamp> there) {
        return Objects.requireNonNull(there.get(file), "a file that was looked at");
    }

    private synchronized void forgetFailures(Map<String, Stamp> there) {
        failures.keySet().retainAll(there.keySet());
    }

    private Map<String, Stamp> files() throws IOException {
        Map<String, Stamp> files = new LinkedHashMap<>();
        OwnFiles own = new OwnFiles(site, List.of());
        for (String watched : site.config().watch()) {
            for (Input input : inputs(watched)) {
                Path file = input.path();
                if (file != null && Files.isRegularFile(file) && !own.isOwn(file)) {
                    files.put(input.name(), Stamp.of(file));
                }
            }
        }
        return files;
    }

    /** A folder that is not there, or has no file, has none today. */
    private static List<Input> inputs(String watched) throws IOException {
        try {
            return Inputs.expand(List.of(watched));
        } catch (InputException none) {
            return List.of();
        }
    }

    private Map<String, Stamp> counted() throws IOException {
        if (counted == null) {
            counted = new LinkedHashMap<>();
            if (Files.exists(note)) {
                for (String line : Files.readAllLines(note)) {
                    String[] parts = line.split("\t", 3);
                    counted.put(parts[2], new Stamp(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
                }
            }
        }
        return counted;
    }

    /** A name of several lines is not noted: such a file is looked at again after each start, and known again. */
    private void write(Map<String, Stamp> known) throws IOException {
        StringBuilder text = new StringBuilder();
        known.forEach((file, stamp) -> {
            if (file.chars().noneMatch(c -> c == '\n' || c == '\r')) {
                text.append(stamp.size() + "\t" + stamp.modified() + "\t" + file + "\n");
            }
        });
        new Disk().writeWhole(note, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
