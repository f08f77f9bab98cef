package fr.comptoir.ingest.input;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** Those shorter than a head, by length. */
    private final SortedMap<Integer, List<InputRecord>> small = new TreeMap<>();
    /** The others, by the hash of their heads. */
    private final Map<String, List<InputRecord>> large = new HashMap<>();
    /** All, by the hash of their content. */
    private final Map<String, List<InputRecord>> all = new HashMap<>();

    public KnownInputs(Collection<InputRecord> records) {
        records.forEach(this::add);
    }

    /** Adds an input that was counted now. */
    public void add(InputRecord record) {
        all.computeIfAbsent(record.contentHash(), hash -> new ArrayList<>()).add(record);
        if (record.bytes() < InputRecord.HEAD_BYTES) {
            small.computeIfAbsent((int) record.bytes(), length -> new ArrayList<>())
                    .add(record);
        } else {
            large.computeIfAbsent(record.headHash(), hash -> new ArrayList<>()).add(record);
        }
    }

    /** The earlier input with exactly this content. */
    public Optional<InputRecord> find(long bytes, String contentHash) {
        return all.getOrDefault(contentHash, List.of()).stream()
                .filter(record -> record.bytes() == bytes)
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
        List<InputRecord> found = new ArrayList<>();
        BlockHash hash = new BlockHash();
        long[] hashes = new long[ContentHash.BLOCK_LONGS];
        int taken = 0;
        for (Map.Entry<Integer, List<InputRecord>> alike :
                small.headMap(head.length + 1).entrySet()) {
            int length = alike.getKey();
            int whole = length - length % BlockHash.STRIPE_BYTES;
            hash.take(head, taken, whole);
            hash.end(head, whole, length, length, hashes, 0);
            taken = whole;
            String hex = ContentHash.combine(hashes, length == 0 ? 0 : 1, length);
            if (length > 0 || head.length == 0) {
                alike.getValue().stream()
                        .filter(record -> record.contentHash().equals(hex))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Known inputs with the same head, shortest first. */
    private List<InputRecord> large(byte[] head) {
        if (head.length < InputRecord.HEAD_BYTES) {
            return List.of();
        }
        return large.getOrDefault(ContentHash.of(head, 0, head.length), List.of()).stream()
                .sorted(BY_LENGTH)
                .toList();
    }
}
