package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.ingest.page.PageRules;
import fr.comptoir.model.action.LineOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the paths that people asked for with success and no page rule matched, so that a forgotten kind of content is seen. Paths of one
 * kind are put together: a segment with a digit or an {@code @} in it, or a long one, is {@code *} (its extension stays), and what lies deeper than
 * four segments is {@code ...}. Not thread-safe.
 *
 * <p>Every such line is looked at in a small log; beyond {@link #ALL_MAX} of them one in {@link #SAMPLE}, which stands for as many, because a
 * look costs as much as all else about page furniture.
 *
 * <p>Bounded: when there are more kinds than {@link #KINDS_MAX}, the rarer half is forgotten; what is frequent in the whole survives.
 */
public final class UnmatchedPaths implements LineWatcher {
    static final int KINDS_MAX = 20_000;
    static final int ALL_MAX = 100_000;
    static final int SAMPLE = 64;

    private static final int SEGMENTS = 4;
    private static final int SEGMENT_MAX = 24;
    private static final int EXTENSION_MAX = 5;

    /**
     * A kind of path.
     *
     * @param path the first segments, {@code *} for what differs
     * @param lines how many lines had such a path; an estimate in a large log
     */
    public record Kind(String path, long lines) {}

    private final Map<String, Long> kinds = new HashMap<>();
    private long seen;

    @Override
    public void readable(int line, LineJudge judge, LineFields fields, LineOutcome outcome) {
        if (outcome != LineOutcome.EXCLUDED_NOT_CONTENT || judge.rule() != PageRules.NONE) {
            return;
        }
        seen++;
        boolean all = seen <= ALL_MAX;
        if ((all || seen % SAMPLE == 0) && judge.isDelivered(fields.status) && !judge.isRobot(fields)) {
            count(kind(fields.text(Field.PATH)), all ? 1 : SAMPLE);
        }
    }

    @Override
    public void malformed(int line, byte[] bytes, int from, int to) {}

    void add(UnmatchedPaths other) {
        other.kinds.forEach(this::count);
    }

    /** The most frequent ones, the most frequent first, equals by path. */
    public List<Kind> most(int count) {
        return kinds.entrySet().stream()
                .map(entry -> new Kind(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Kind::lines).reversed().thenComparing(Kind::path))
                .limit(count)
                .toList();
    }

    private void count(String kind, long lines) {
        kinds.merge(kind, lines, Long::sum);
        if (kinds.size() > KINDS_MAX) {
            List<Long> counts = new ArrayList<>(kinds.values());
            counts.sort(Comparator.naturalOrder());
            long median = counts.get(counts.size() / 2);
            kinds.values().removeIf(value -> value <= median);
        }
    }

    static String kind(String path) {
        StringBuilder kind = new StringBuilder();
        String[] segments = path.split("/", SEGMENTS + 2);
        for (int i = 1; i < segments.length; i++) {
            kind.append('/').append(i > SEGMENTS ? "..." : fold(segments[i]));
        }
        return kind.isEmpty() ? fold(path) : kind.toString();
    }

    private static String fold(String segment) {
        boolean varies = segment.getBytes(UTF_8).length > SEGMENT_MAX
                || segment.chars().anyMatch(c -> (c >= '0' && c <= '9') || c == '%' || c == '@');
        int dot = segment.lastIndexOf('.');
        boolean extension = dot >= 0
                && segment.length() - dot - 1 <= EXTENSION_MAX
                && segment.substring(dot + 1).chars().allMatch(c -> c >= 'a' && c <= 'z');
        if (!varies) {
            return segment;
        }
        return extension ? "*" + segment.substring(dot) : "*";
    }
}
