package fr.comptoir.store.usage;

import fr.comptoir.model.text.SearchText;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The words of some names, among which one is found that somebody meant to type. */
final class Spelling {
    /** Shorter words are too much alike. */
    private static final int WORD_MIN = 4;
    /** In a word as long as this, two letters may be wrong, else one. */
    private static final int LONG = 8;

    private static final String BETWEEN = "[^\\p{L}\\p{M}\\p{N}]+";

    /** By what a word is folded to, as it is written in a name. */
    private final Map<String, Word> words = new HashMap<>();

    private static final class Word {
        private final String written;
        private int times;

        private Word(String written) {
            this.written = written;
        }
    }

    Spelling(Collection<String> names) {
        for (String name : names) {
            for (String word : name.split(BETWEEN, -1)) {
                String folded = SearchText.folded(word);
                if (folded.length() >= WORD_MIN) {
                    words.computeIfAbsent(folded, any -> new Word(word)).times++;
                }
            }
        }
    }

    /** The text with each word that no name has replaced by one that is alike; empty where there is none, and where all are known. */
    Optional<String> meant(String text) {
        StringJoiner meant = new StringJoiner(" ");
        boolean isOther = false;
        for (String word : text.strip().split("(?U)\\s+", -1)) {
            String folded = SearchText.folded(word);
            if (folded.length() < WORD_MIN || words.keySet().stream().anyMatch(known -> known.contains(folded))) {
                meant.add(word);
                continue;
            }
            Optional<String> near = near(folded);
            if (near.isEmpty()) {
                return Optional.empty();
            }
            meant.add(near.get());
            isOther = true;
        }
        return isOther ? Optional.of(meant.toString()) : Optional.empty();
    }

    /** The nearest word, of several the one that most names have. */
    private Optional<String> near(String folded) {
        int most = folded.length() >= LONG ? 2 : 1;
        Word best = null;
        int least = most + 1;
        for (Map.Entry<String, Word> one : words.entrySet()) {
            int distance = Math.abs(one.getKey().length() - folded.length()) > most
                    ? most + 1
                    : distance(folded, one.getKey());
            if (distance < least || (distance == least && best != null && isBetter(one.getValue(), best))) {
                best = one.getValue();
                least = distance;
            }
        }
        return Optional.ofNullable(best).map(word -> word.written);
    }

    private static boolean isBetter(Word one, Word other) {
        return one.times != other.times ? one.times > other.times : one.written.compareTo(other.written) < 0;
    }

    /** How many letters are to be added, left out, replaced, or changed with the next one. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        int[] last = row;
        for (int i = 1; i <= one.length(); i++) {
            int[] next = new int[other.length() + 1];
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(last[j] + 1, next[j - 1] + 1), last[j - 1] + same);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = next;
        }
        return last[other.length()];
    }
}
