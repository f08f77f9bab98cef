package fr.comptoir.operation;

import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.ContentHash;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.CountLogs.Repeat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, among the logs given, older and shorter copies of logs that were counted when they had grown: all of their lines are counted
 * already. That a log begins with another can only be proven with its content, so that the counted log must still be at hand; see
 * {@code docs/decisions/0008-overlapping-logs.md}.
 */
final class OlderCopies {
    private final KnownInputs counted;
    private final Map<String, List<InputRecord>> byHead = new HashMap<>();
    private final List<Repeat> found = new ArrayList<>();

    OlderCopies(List<InputRecord> known) {
        counted = new KnownInputs(known);
        for (InputRecord record : known) {
            if (record.bytes() > InputRecord.HEAD_BYTES) {
                byHead.computeIfAbsent(record.headHash(), head -> new ArrayList<>())
                        .add(record);
            }
        }
    }

    /** The older copies, with the names of the logs that they are the beginning of, and packed logs that were counted themselves. */
    List<Repeat> found() {
        return found;
    }

    /**
     * The inputs that are no older copies, in their order.
     *
     * @param say hears of an input that may be one, where it can no longer be told
     */
    List<Input> leftOut(List<Input> inputs, Say say) throws IOException {
        List<Input> others = new ArrayList<>();
        for (Input input : inputs) {
            Optional<InputRecord> longer = input.isStream() ? Optional.empty() : longer(input, say);
            if (longer.isPresent()) {
                found.add(new Repeat(input.name(), longer.get().name()));
            } else {
                others.add(input);
            }
        }
        return others;
    }

    private Optional<InputRecord> longer(Input input, Say say) throws IOException {
        try {
            List<InputRecord> alike = alike(input);
            if (alike.isEmpty()) {
                return Optional.empty();
            }
            long length = length(input);
            if (length < 0) {
                // Only reading tells how long it is; then a repeat is told at once, and read no second time.
                KnownInputs.Answer answer = counted.ask(() -> open(input));
                if (answer instanceof KnownInputs.RepeatOf repeat) {
                    return Optional.of(repeat.earlier());
                }
                if (answer instanceof KnownInputs.Continues) {
                    return Optional.empty();
                }
            } else if (alike.stream().noneMatch(record -> record.bytes() > length)) {
                return Optional.empty();
            }
            Known content = Known.of(input);
            boolean isCounted = alike.stream()
                    .anyMatch(record -> record.bytes() == content.bytes
                            && record.contentHash().equals(content.hash));
            List<InputRecord> longer = alike.stream()
                    .filter(record -> record.bytes() > content.bytes)
                    .toList();
            return isCounted || longer.isEmpty() ? Optional.empty() : longer(input, content, longer, say);
        } catch (InputException broken) {
            // Whoever reads it to count it says so, once.
            return Optional.empty();
        }
    }

    /** Length of the content in bytes, or -1 where it is packed. */
    private static long length(Input input) throws IOException, InputException {
        try (Content content = open(input)) {
            return content.bytes();
        }
    }

    private static Content open(Input input) throws IOException, InputException {
        return Content.open(input, InputStream.nullInputStream());
    }

    /** Counted inputs that begin as this one does. */
    private List<InputRecord> alike(Input input) throws IOException, InputException {
        try (Content content = open(input)) {
            byte[] head = content.head();
            return head.length < InputRecord.HEAD_BYTES
                    ? List.of()
                    : byHead.getOrDefault(ContentHash.of(head, 0, head.length), List.of());
        }
    }

    private static Optional<InputRecord> longer(Input input, Known content, List<InputRecord> candidates, Say say)
            throws IOException {
        List<String> gone = new ArrayList<>();
        for (InputRecord candidate : candidates) {
            Optional<Boolean> begins = begins(candidate, content);
            if (begins.isEmpty()) {
                gone.add(candidate.name());
            } else if (begins.get()) {
                return Optional.of(candidate);
            }
        }
        if (!gone.isEmpty()) {
            say.say(
                    input.name() + " begins as " + String.join(", ", gone)
                            + ", which is longer, was counted and is no longer at hand: it is counted; if it is an older copy, its searches now count twice");
        }
        return Optional.empty();
    }

    /** Whether a counted input begins with that content; absent when it is no longer at hand. */
    private static Optional<Boolean> begins(InputRecord candidate, Known content) throws IOException {
        for (Path path : AtHand.places(List.of(candidate))) {
            try (Content file = Content.open(new Input(path.toString(), path), InputStream.nullInputStream())) {
                ContentHash hash = new ContentHash();
                read(file, hash, content.bytes);
                boolean begins = hash.bytes() == content.bytes && hash.hex().equals(content.hash);
                read(file, hash, candidate.bytes());
                if (hash.bytes() == candidate.bytes() && hash.hex().equals(candidate.contentHash())) {
                    return Optional.of(begins);
                }
            } catch (InputException broken) {
                // Not what was counted: that could be read.
            }
        }
        return Optional.empty();
    }

    /** Reads on until {@code hash} has that many bytes or the content ends. */
    private static void read(Content content, ContentHash hash, long bytes) throws IOException, InputException {
        byte[] buffer = new byte[ContentHash.BLOCK_BYTES];
        int count = 1;
        while (hash.bytes() < bytes && count > 0) {
            count = content.readFully(buffer, 0, (int) Math.min(buffer.length, bytes - hash.bytes()));
            hash.update(buffer, 0, count);
        }
    }

    /** Length and hash of a whole content. */
    private record Known(long bytes, String hash) {
        static Known of(Input input) throws IOException, InputException {
            try (Content content = open(input)) {
                ContentHash hash = new ContentHash();
                read(content, hash, Long.MAX_VALUE);
                return new Known(hash.bytes(), hash.hex());
            }
        }
    }
}
