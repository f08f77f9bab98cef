package fr.comptoir.operation;

import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.ingest.input.KnownInputs.Continues;
import fr.comptoir.ingest.input.KnownInputs.RepeatOf;
import fr.comptoir.ingest.read.ExplainedLine;
import fr.comptoir.ingest.read.LineExplainer;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.state.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logs with lines of a month that still are what was counted: known by content, at their paths or beside them under the names that
 * the rotation of logs gives ({@code access.log.1}, {@code access.log-20260101.gz}).
 */
final class AtHand {
    /** What rotation and packing add to the name of a log. */
    private static final Pattern ROTATED = Pattern.compile("(?<=.)([.-]\\d+)?(\\.(gz|zst|bz2))?$");

    private final YearMonth month;
    private final Map<Integer, InputRecord> all = new HashMap<>();
    private final List<InputRecord> wanted = new ArrayList<>();
    /** Those, and what they grew into later: a log of the month that has gone on into the next is the same log. */
    private final Map<Integer, InputRecord> known = new LinkedHashMap<>();

    private final List<Log> logs = new ArrayList<>();
    private final List<MissingLog> missing = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private AtHand(List<RunRecord> runs, YearMonth month) {
        this.month = month;
        for (RunRecord run : runs) {
            for (InputRecord input : run.inputs()) {
                all.put(input.number(), input);
                if (!days(input).isEmpty()) {
                    wanted.add(input);
                }
                if (!days(input).isEmpty()
                        || input.continues().filter(known::containsKey).isPresent()) {
                    known.put(input.number(), input);
                }
            }
        }
    }

    /** Looks for them on the disk. */
    static AtHand of(List<RunRecord> runs, YearMonth month) throws IOException {
        AtHand atHand = new AtHand(runs, month);
        atHand.find();
        return atHand;
    }

    /** Each file once; no line is in two of them. */
    List<Log> logs() {
        return logs;
    }

    /** Those that were not found, each with its days in the month. */
    List<MissingLog> missing() {
        return missing;
    }

    /** How many contents with lines of the month there are, found or not. */
    long contents() {
        return wanted.stream().map(InputRecord::contentHash).distinct().count();
    }

    /** Why files beside them could not be read, in sentences. */
    List<String> unreadable() {
        return unreadable;
    }

    /**
     * A sentence for each input that was not found.
     *
     * @param consequence what it means for what was asked
     */
    List<String> notes(String consequence) {
        List<String> notes = new ArrayList<>();
        missing.forEach(
                input -> notes.add(input + " is no longer at hand, or no longer what was counted: " + consequence));
        if (!missing.isEmpty()) {
            notes.addAll(unreadable);
        }
        return notes;
    }

    /**
     * A file that begins with the content of an input.
     *
     * @param longest the input; of those that grew, the last state that is there
     * @param whole whether the file has nothing more
     * @param chain the input and those that it continues, the longest first
     * @param parts those of the chain whose lines are to be taken from this file
     */
    record Log(Path path, InputRecord longest, boolean whole, List<InputRecord> chain, Set<Integer> parts) {
        /**
         * Explains the lines that were counted, and no more.
         *
         * @param wanted as {@link LineExplainer#explain} takes it
         * @param out gets each line with the input as which it was counted
         */
        void explain(LineExplainer explainer, Predicate<String> wanted, BiConsumer<InputRecord, ExplainedLine> out)
                throws IOException, InputException {
            try (Content content = Content.open(new Input(longest.name(), path), InputStream.nullInputStream())) {
                if (whole) {
                    explain(content, explainer, wanted, out);
                    return;
                }
                InputStream counted = new Beginning(content, longest.bytes());
                try (Content beginning = Content.open(new Input(longest.name(), null), counted)) {
                    explain(beginning, explainer, wanted, out);
                }
            }
        }

        private void explain(
                Content content,
                LineExplainer explainer,
                Predicate<String> wanted,
                BiConsumer<InputRecord, ExplainedLine> out)
                throws IOException, InputException {
            explainer.explain(
                    content,
                    wanted,
                    Integer.MAX_VALUE,
                    line -> countedAs(line.line()).ifPresent(input -> out.accept(input, line)));
        }

        /**
         * Writes what was counted into a file, where this one has more by now.
         *
         * @return the file that has it and no more: this one, or the copy
         */
        Path only(Path copy) throws IOException, InputException {
            if (!whole) {
                try (Content content = Content.open(new Input(longest.name(), path), InputStream.nullInputStream())) {
                    Files.copy(new Beginning(content, longest.bytes()), copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return whole ? path : copy;
        }

        /** The input as which a line was counted; absent when the line is taken from another file. */
        Optional<InputRecord> countedAs(int line) {
            return chain.stream()
                    .filter(input -> line >= input.firstLine())
                    .findFirst()
                    .filter(input -> parts.contains(input.number()));
        }
    }

    private void find() throws IOException {
        List<Log> found = new ArrayList<>();
        KnownInputs inputs = new KnownInputs(known.values());
        for (Path path : places(known.values())) {
            ask(inputs, path).ifPresent(found::add);
        }
        found.sort(Comparator.comparingLong((Log log) -> log.longest().bytes()).reversed());
        Set<Integer> taken = new HashSet<>();
        Set<String> contents = new HashSet<>();
        for (Log log : found) {
            List<InputRecord> fresh = log.chain().stream()
                    .filter(input -> taken.add(input.number()))
                    .toList();
            fresh.forEach(input -> contents.add(input.contentHash()));
            log.parts().addAll(fresh.stream().map(InputRecord::number).toList());
            if (fresh.stream().anyMatch(input -> !days(input).isEmpty())) {
                logs.add(log);
            }
        }
        wanted.stream()
                .filter(input -> !contents.contains(input.contentHash()))
                .map(this::described)
                .distinct()
                .forEach(missing::add);
    }

    private Optional<Log> ask(KnownInputs inputs, Path path) throws IOException {
        Input input = new Input(path.toString(), path);
        try {
            KnownInputs.Answer answer = inputs.ask(() -> Content.open(input, InputStream.nullInputStream()));
            if (answer instanceof RepeatOf same) {
                return Optional.of(log(path, same.earlier(), true));
            }
            return answer instanceof Continues grown
                    ? Optional.of(log(path, grown.earlier(), false))
                    : Optional.empty();
        } catch (InputException broken) {
            broken.problems().forEach(problem -> unreadable.add(problem.toString()));
            return Optional.empty();
        }
    }

    private Log log(Path path, InputRecord longest, boolean whole) {
        List<InputRecord> chain = new ArrayList<>();
        Optional<InputRecord> next = Optional.of(longest);
        while (next.isPresent()) {
            chain.add(next.get());
            next = next.get().continues().map(all::get);
        }
        return new Log(path, longest, whole, chain, new HashSet<>());
    }

    /** Files that may be those inputs: at their paths, and beside them under the names that rotation and packing give. */
    static Set<Path> places(Collection<InputRecord> inputs) throws IOException {
        Set<Path> files = new TreeSet<>();
        Map<Path, Set<String>> names = new HashMap<>();
        for (InputRecord input : inputs) {
            if (input.path().isEmpty()) {
                continue;
            }
            Path path = Path.of(input.path());
            Path folder = path.getParent();
            if (Files.isRegularFile(path)) {
                files.add(path);
            }
            if (folder != null) {
                String name = String.valueOf(path.getFileName());
                names.computeIfAbsent(folder, any -> new HashSet<>())
                        .add(ROTATED.matcher(name).replaceFirst(""));
            }
        }
        for (Map.Entry<Path, Set<String>> beside : names.entrySet()) {
            if (Files.isDirectory(beside.getKey()) && Files.isReadable(beside.getKey())) {
                addThoseNamedAlike(beside.getKey(), beside.getValue(), files);
            }
        }
        return files;
    }

    private static void addThoseNamedAlike(Path folder, Set<String> names, Set<Path> files) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> names.stream().anyMatch(String.valueOf(file.getFileName())::startsWith))
                    .filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
                    .forEach(files::add);
        }
    }

    private MissingLog described(InputRecord input) {
        List<LocalDate> days = days(input);
        return new MissingLog(input.name(), days.get(0), days.get(days.size() - 1));
    }

    private List<LocalDate> days(InputRecord input) {
        return input.days().keySet().stream()
                .filter(day -> YearMonth.from(day).equals(month))
                .toList();
    }

    /** The first bytes of a content, which whoever opened it closes. */
    private static final class Beginning extends InputStream {
        private final Content content;
        private long left;

        Beginning(Content content, long bytes) {
            this.content = content;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            try {
                int count = content.read(into, from, (int) Math.min(length, left));
                left -= Math.max(0, count);
                return count;
            } catch (InputException broken) {
                throw new IOException(broken.getMessage(), broken);
            }
        }
    }
}
