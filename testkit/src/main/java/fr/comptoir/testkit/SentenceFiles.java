package fr.comptoir.testkit;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a module says, found in its sources, against its {@code sentences_fr.properties}. English stands once, in {@code
 * Sentence.of("code", "English {0}", value)}, and so both must be written there as they are.
 */
public final class SentenceFiles {
    private static final Pattern CALL = Pattern.compile("\\bSentence\\s*\\.of\\(");
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern SAID = Pattern.compile(
            "\\bSentence\\s*\\.of\\(\\s*(" + TEXT + "),\\s*(" + TEXT + "(?:\\s*\\+\\s*" + TEXT + ")*)\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])");

    private SentenceFiles() {}

    /**
     * Everything that keeps a reader of French from a sentence; empty when all is there.
     *
     * @param name of the module's package, as in {@code registry}
     */
    public static List<String> faults(String name) throws IOException {
        Path main = Path.of("src", "main");
        List<String> faults = new ArrayList<>();
        Map<String, String> english = english(main.resolve("java"), faults);
        Properties french = new Properties();
        french.load(new StringReader(
                Files.readString(main.resolve("resources/fr/comptoir/" + name + "/sentences_fr.properties"))));
        if (english.isEmpty()) {
            faults.add("the module says nothing");
        }
        english.forEach((code, sentence) -> compare(code, sentence, french.getProperty(code), faults));
        Set<String> unsaid = new TreeSet<>(french.stringPropertyNames());
        unsaid.removeAll(english.keySet());
        unsaid.forEach(code -> faults.add(code + " stands in the French file and is said nowhere"));
        return faults;
    }

    private static Map<String, String> english(Path sources, List<String> faults) throws IOException {
        Map<String, String> english = new TreeMap<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher said = SAID.matcher(source);
                int found = 0;
                while (said.find()) {
                    found++;
                    String code = text(said.group(1));
                    String before = english.put(code, text(said.group(2)));
                    if (before != null && !before.equals(english.get(code))) {
                        faults.add(code + " is said in two ways");
                    }
                }
                if (found != CALL.matcher(source).results().count()) {
                    faults.add(file + " has a sentence whose code or English is not written in its place");
                }
            }
        }
        return english;
    }

    /** The text that literals stand for. */
    private static String text(String literals) {
        return Pattern.compile(TEXT)
                .matcher(literals)
                .results()
                .map(MatchResult::group)
                .map(literal -> literal.substring(1, literal.length() - 1).translateEscapes())
                .collect(Collectors.joining());
    }

    private static void compare(String code, String english, String french, List<String> faults) {
        if (french == null) {
            faults.add(code + " has no French: " + english);
        } else if (french.indexOf('\'') >= 0) {
            faults.add(code + " has an apostrophe, which would quote what follows: " + french);
        } else if (french.equals(english)) {
            faults.add(code + " is not translated");
        } else if (!isOfALibrary(english) && !places(french).equals(places(english))) {
            faults.add(code + " has not the values of its English: " + french);
        } else {
            new MessageFormat(french, Locale.FRENCH).format(new Object[0]); // throws where its form is wrong
        }
    }

    /** Words of a library as it says them: French may say them in its own. */
    private static boolean isOfALibrary(String english) {
        return english.equals("{0}");
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
