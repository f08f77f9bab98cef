package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.ingest.page.PageRules;
import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.action.LineOutcome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the paths of each month that people asked for with success and no page rule matched, so that a forgotten kind of content is seen. Paths of one
 * kind are put together: a segment with a digit or an {@code @} in it, or a long one, is {@code *} (its extension stays), and what lies deeper than
 * four segments is {@code ...}. Not thread-safe.
 *
 * <p>Every such line is looked at in a small log; beyond {@link #ALL_MAX} of them one in {@link #SAMPLE}, which stands for as many, because a
 * look costs as much as all else about page furniture. Paths that come again are counted by their bytes, and put together at the end.
 *
 * <p>Bounded: when a month has more kinds than {@link #KINDS_MAX}, the rarer half is forgotten; what is frequent in the whole survives.
 */
public final class UnmatchedPaths implements LineWatcher {
    static final int KINDS_MAX = FrequentTexts.KINDS_MAX;
    static final int ALL_MAX = 100_000;
    static final int SAMPLE = 64;

    /** So many different paths, of so many bytes in all, are kept until they are put together by kind; a longer path never is. */
    private static final int PATHS_MAX = 50_000;

    private static final int PATHS_BYTES_MAX = 4 << 20;
    private static final int PATH_MAX = 1_024;

    private static final int PATH = Field.PATH.ordinal();

    private static final int SEGMENTS = 4;
    private static final int SEGMENT_MAX = 24;
    private static final int EXTENSION_MAX = 5;

    /**
     * A kind of path.
     *
     * @param month of the lines
     * @param path the first segments, {@code *} for what differs
     * @param lines how many lines had such a path; an estimate in a large log
     */
    public record Kind(YearMonth month, String path, long lines) {}

    private final SortedMap<YearMonth, FrequentTexts> months = new TreeMap<>();
    /** Those of the month of the line before, whose days are {@code [firstDay, endDay)}; its paths are not put together yet. */
    private FrequentTexts kinds = new FrequentTexts(KINDS_MAX);

    private long firstDay;
    private long endDay;
    private final BytesTable paths;
    private long[] pathLines = new long[1024];
    private long seen;

    /** @param seed unknown to whoever asks for the paths */
    UnmatchedPaths(long seed) {
        paths = new BytesTable(seed);
    }

    @Override
    public boolean needsSettled() {
        return false;
    }

    @Override
    public void readable(int line, LineJudge judge, LineFields fields, LineOutcome outcome) {
        if (outcome != LineOutcome.EXCLUDED_NOT_CONTENT || judge.rule() != PageRules.NONE) {
            return;
        }
        seen++;
        boolean all = seen <= ALL_MAX;
        if ((all || seen % SAMPLE == 0) && judge.isDelivered(fields.status) && !judge.isRobot(fields)) {
            turnTo(judge.hours.day());
            count(fields, all ? 1 : SAMPLE);
        }
    }

    @Override
    public void malformed(int line, byte[] bytes, int from, int to) {}

    /** Most lines have the month of the line before. */
    private void turnTo(int epochDay) {
        if (epochDay < firstDay || epochDay >= endDay) {
            putTogether();
            YearMonth month = YearMonth.from(LocalDate.ofEpochDay(epochDay));
            firstDay = month.atDay(1).toEpochDay();
            endDay = month.plusMonths(1).atDay(1).toEpochDay();
            kinds = of(month);
        }
    }

    private FrequentTexts of(YearMonth month) {
        return months.computeIfAbsent(month, any -> new FrequentTexts(KINDS_MAX));
    }

    private void count(LineFields fields, int lines) {
        if (fields.to[PATH] - fields.from[PATH] > PATH_MAX) {
            count(kind(fields.text(Field.PATH)), lines);
            return;
        }
        int path = paths.number(fields.bytesOf(Field.PATH), fields.from[PATH], fields.to[PATH]);
        if (path == pathLines.length) {
            pathLines = Arrays.copyOf(pathLines, 2 * path);
        }
        pathLines[path] += lines;
        if (paths.size() == PATHS_MAX || paths.bytesUsed() > PATHS_BYTES_MAX) {
            putTogether();
        }
    }

    private void putTogether() {
        for (int path = 0; path < paths.size(); path++) {
            count(kind(paths.text(path)), pathLines[path]);
        }
        Arrays.fill(pathLines, 0);
        paths.clear();
    }

    void add(UnmatchedPaths other) {
        other.putTogether();
        other.months.forEach((month, some) -> of(month).add(some));
    }

    /** Of each month the most frequent ones, the most frequent first, equals by path. */
    public List<Kind> most(int count) {
        putTogether();
        List<Kind> most = new ArrayList<>();
        months.forEach((month, some) ->
                some.most(count).forEach(entry -> most.add(new Kind(month, entry.getKey(), entry.getValue()))));
        return most;
    }

    private void count(String kind, long lines) {
        kinds.add(kind, lines);
    }

    /** What paths of one kind have in common; by hand, for it runs through tens of thousands of paths once. */
    static String kind(String path) {
        StringBuilder kind = new StringBuilder();
        int from = path.indexOf('/') + 1;
        if (from == 0) {
            putFolded(path, 0, path.length(), kind);
            return kind.toString();
        }
        for (int segment = 1; segment <= SEGMENTS; segment++) {
            int slash = path.indexOf('/', from);
            kind.append('/');
            putFolded(path, from, slash < 0 ? path.length() : slash, kind);
            if (slash < 0) {
                return kind.toString();
            }
            from = slash + 1;
        }
        return kind.append("/...").toString();
    }

    private static void putFolded(String path, int from, int to, StringBuilder kind) {
        int dot = -1;
        int bytes = 0;
        boolean varies = false;
        boolean extension = false;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            varies |= (c >= '0' && c <= '9') || c == '%' || c == '@';
            if (c == '.') {
                dot = i;
                extension = true;
            } else {
                extension &= c >= 'a' && c <= 'z';
            }
        }
        if (!varies && bytes <= SEGMENT_MAX) {
            kind.append(path, from, to);
        } else {
            kind.append('*').append(path, extension && to - dot - 1 <= EXTENSION_MAX ? dot : to, to);
        }
    }
}
