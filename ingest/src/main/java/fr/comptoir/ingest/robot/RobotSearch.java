package fr.comptoir.ingest.robot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first pattern of a list in an agent. A pattern is compiled when it is first needed, and needed only by an agent that holds the
 * text without which it cannot match; three letters of that text, looked up in a set of bits made of the agent, rule out nearly all. Safe
 * for many threads.
 */
final class RobotSearch {
    private static final int BITS = 1 << 13;

    private final String[] sources;
    private final String[] literals;
    /** Hash of the first three characters of the literal; -1 when it is shorter. */
    private final int[] trigrams;

    private final AtomicReferenceArray<@Nullable Pattern> compiled;

    /** @param known what is already compiled, in order; may be empty */
    RobotSearch(List<RobotPattern> patterns, List<Optional<Pattern>> known) {
        sources = patterns.stream().map(RobotPattern::pattern).toArray(String[]::new);
        literals = new String[sources.length];
        trigrams = new int[sources.length];
        compiled = new AtomicReferenceArray<>(sources.length);
        for (int i = 0; i < sources.length; i++) {
            literals[i] = RequiredLiteral.of(sources[i]);
            trigrams[i] = literals[i].length() < 3 ? -1 : trigram(literals[i], 0);
            if (i < known.size()) {
                compiled.set(i, known.get(i).orElse(null));
            }
        }
    }

    static Pattern compile(RobotPattern entry) {
        return compile(entry.pattern());
    }

    private static Pattern compile(String source) {
        return Pattern.compile(source, Pattern.CASE_INSENSITIVE);
    }

    /** The place of the first pattern found in the agent as it is or with its {@code +} and {@code %20} read as blanks, or -1. */
    int first(String agent, Function<String, CharSequence> seen) {
        String blank = agent.replace('+', ' ').replace("%20", " ");
        int found = firstIn(agent, seen, sources.length);
        return blank.equals(agent) ? found : earlier(found, firstIn(blank, seen, found < 0 ? sources.length : found));
    }

    private static int earlier(int found, int other) {
        return other >= 0 ? other : found;
    }

    private int firstIn(String agent, Function<String, CharSequence> seen, int limit) {
        CharSequence text = seen.apply(agent);
        String lower = lower(agent);
        long[] bits = new long[BITS >> 6];
        for (int i = 0; i + 3 <= lower.length(); i++) {
            int hash = trigram(lower, i);
            bits[hash >> 6] |= 1L << hash;
        }
        for (int i = 0; i < limit; i++) {
            int trigram = trigrams[i];
            boolean possible = trigram < 0 || (bits[trigram >> 6] >>> trigram & 1) != 0;
            if (possible
                    && lower.contains(literals[i])
                    && pattern(i).matcher(text).find()) {
                return i;
            }
        }
        return -1;
    }

    private Pattern pattern(int i) {
        Pattern known = compiled.get(i);
        if (known != null) {
            return known;
        }
        Pattern made = compile(sources[i]);
        compiled.set(i, made);
        return made;
    }

    private static int trigram(String text, int at) {
        int hash = (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
        return (hash ^ hash >>> 13) & (BITS - 1);
    }

    /** Only ASCII letters, as the patterns do. */
    private static String lower(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] = (char) (lower[i] | 0x20);
            }
        }
        return new String(lower);
    }
}
