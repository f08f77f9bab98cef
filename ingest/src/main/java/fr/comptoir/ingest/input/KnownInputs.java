package fr.comptoir.ingest.input;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The inputs that were counted before, to know them again: by content after decompression, whatever their name. An input that begins
 * with the whole content of a known one and is longer is that one, grown. Empty content is known only by empty content. Not thread-safe.
 */
public final class KnownInputs {
    /** What is known of a new content. */
    public sealed interface Answer permits Unknown, RepeatOf, Continues {}

    /** It is new. */
    public record Unknown() implements Answer {}

    /** The same content was counted before. */
    public record RepeatOf(InputRecord earlier) implements Answer {}

    /** Its beginning is the whole content of an earlier input, of all such the longest. */
    public record Continues(InputRecord earlier) implements Answer {}

    /** Opens one and the same content anew, from its beginning, each time it is asked. */
    @FunctionalInterface
    public interface Opener {
        Content open() throws IOException, InputException;
    }

    private static final Comparator<InputRecord> BY_LENGTH =
            Comparator.comparingLong(InputRecord::bytes).thenComparingInt(InputRecord::number);

    private final List<InputRecord> records;

    public KnownInputs(Collection<InputRecord> records) {
        this.records = new ArrayList<>(records);
    }

    /** Adds an input that was counted now. */
    public void add(InputRecord record) {
        records.add(record);
    }

    /** The earlier input with exactly this content. */
    public Optional<InputRecord> find(long bytes, String contentHash) {
        return records.stream()
                .filter(record ->
                        record.bytes() == bytes && record.contentHash().equals(contentHash))
                .findFirst();
    }

    /** Whether a content with this head could be known; if not, {@link #ask} would say Unknown. */
    public boolean mayKnow(byte[] head) {
        return !small(head).isEmpty() || !large(head).isEmpty();
    }

    /**
     * What is known of a content. Reads its head only, unless a known input has the same; then once more, up to the length of the longest
     * that may fit.
     */
    public Answer ask(Opener opener) throws IOException, InputException {
        byte[] head;
        long bytes;
        try (Content content = opener.open()) {
            head = content.head();
            bytes = head.length < InputRecord.HEAD_BYTES ? head.length : content.bytes();
        }
        Answer answer = new Unknown();
        for (InputRecord record : small(head)) {
            answer = record.bytes() == bytes ? new RepeatOf(record) : new Continues(record);
        }
        List<InputRecord> large = large(head).stream()
                .filter(record -> bytes < 0 || record.bytes() <= bytes)
                .toList();
        if (large.isEmpty()) {
            return answer;
        }
        try (Content content = opener.open()) {
            return longest(content, large, answer);
        }
    }

    /** Follows the content from length to length; the candidates come shortest first. */
    private static Answer longest(Content content, List<InputRecord> candidates, Answer otherwise)
            throws IOException, InputException {
        ContentHash hash = new ContentHash();
        byte[] buffer = new byte[ContentHash.BLOCK_BYTES];
        Answer answer = otherwise;
        for (InputRecord candidate : candidates) {
            int count = 1;
            while (hash.bytes() < candidate.bytes() && count > 0) {
                int wanted = (int) Math.min(buffer.length, candidate.bytes() - hash.bytes());
                count = content.readFully(buffer, 0, wanted);
                hash.update(buffer, 0, count);
            }
            if (count == 0) {
                break;
            }
            if (hash.hex().equals(candidate.contentHash()) && !(answer instanceof Continues c && same(c, candidate))) {
                answer = new Continues(candidate);
            }
        }
        boolean atEnd = content.readFully(buffer, 0, 1) == 0;
        return answer instanceof Continues c && atEnd && c.earlier().bytes() == hash.bytes()
                ? new RepeatOf(c.earlier())
                : answer;
    }

    private static boolean same(Continues found, InputRecord candidate) {
        return found.earlier().bytes() == candidate.bytes();
    }

    /** Known inputs shorter than a head with which this one begins, shortest first. */
    private List<InputRecord> small(byte[] head) {
        return records.stream()
                .filter(record -> record.bytes() < InputRecord.HEAD_BYTES && record.bytes() <= head.length)
                .filter(record -> record.bytes() > 0 || head.length == 0)
                .filter(record -> record.contentHash().equals(ContentHash.of(head, 0, (int) record.bytes())))
                .sorted(BY_LENGTH)
                .toList();
    }

    /** Known inputs with the same head, shortest first. */
    private List<InputRecord> large(byte[] head) {
        if (head.length < InputRecord.HEAD_BYTES) {
            return List.of();
        }
        String hash = ContentHash.of(head, 0, head.length);
        return records.stream()
                .filter(record -> record.bytes() >= InputRecord.HEAD_BYTES
                        && record.headHash().equals(hash))
                .sorted(BY_LENGTH)
                .toList();
    }
}
