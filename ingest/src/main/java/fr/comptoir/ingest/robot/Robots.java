package fr.comptoir.ingest.robot;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.model.text.SentenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A list of robots: regular expressions, one of which found anywhere in a user agent, without regard to the case of ASCII letters, makes
 * it a robot (CoP 5.1, section 7.8). Safe for many threads.
 */
public final class Robots {
    /** An agent is judged by its first characters, this many. */
    static final int AGENT_MAX = 8_192;

    private static final String RESOURCE = "robots.json";

    private final List<RobotPattern> patterns;
    private final byte[] content;
    private final RobotSearch search;

    private Robots(List<RobotPattern> patterns, List<Optional<Pattern>> compiled, byte[] content) {
        this.patterns = List.copyOf(patterns);
        this.content = content;
        this.search = new RobotSearch(patterns, compiled);
    }

    /** The list that comes with the program. */
    public static Robots shipped() {
        try (InputStream in = Robots.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not in the program");
            }
            byte[] bytes = in.readAllBytes();
            List<RobotPattern> patterns = entries(RobotListReader.read(new String(bytes, UTF_8)));
            return new Robots(patterns, List.of(), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The list in a file.
     *
     * @throws IOException when the file cannot be read
     * @throws InputException when it is no list of that form, with each entry whose expression is wrong
     */
    public static Robots of(Path file) throws IOException, InputException {
        return of(Files.readAllBytes(file), file.toString());
    }

    /**
     * The list in that content.
     *
     * @param name what the user calls it, for messages
     * @throws InputException when it is no list of that form, with each entry whose expression is wrong
     */
    public static Robots of(byte[] content, String name) throws InputException {
        List<RobotPattern> patterns;
        try {
            patterns = entries(RobotListReader.read(new String(content, UTF_8)));
        } catch (SentenceException wrong) {
            Sentence sentence = Sentence.of(
                    "robots.form", "not a list of robots ([{\"pattern\": \"...\"}, ...]): {0}", wrong.sentence());
            throw new InputException(Problem.error(name, 0, "", sentence));
        }
        List<Problem> problems = new ArrayList<>();
        List<Optional<Pattern>> compiled = new ArrayList<>();
        for (RobotPattern entry : patterns) {
            try {
                compiled.add(Optional.of(RobotSearch.compile(entry)));
            } catch (PatternSyntaxException wrong) {
                problems.add(Problem.error(name, 0, "", WrongExpression.of(entry, wrong)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Robots(patterns, compiled, content.clone());
    }

    /** The first entry that finds a robot in that user agent, escapes of the log undone, {@code ""} for an absent one. */
    public Optional<RobotPattern> match(String agent) {
        return match(agent, head -> head);
    }

    /**
     * The same of a list that nobody has tried yet, of which an expression may take for ever.
     *
     * @param seen gives what the expressions are to look at in place of a text; it may throw from there
     */
    public Optional<RobotPattern> match(String agent, Function<String, CharSequence> seen) {
        String head = agent.length() > AGENT_MAX ? agent.substring(0, AGENT_MAX) : agent;
        int found = search.first(head, seen);
        return found < 0 ? Optional.empty() : Optional.of(patterns.get(found));
    }

    public List<RobotPattern> patterns() {
        return patterns;
    }

    /** How many patterns the list has. */
    public int size() {
        return patterns.size();
    }

    /** The newest {@code last_changed} of its entries, {@code ""} when none says it. */
    public String date() {
        return patterns.stream()
                .map(RobotPattern::lastChanged)
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** SHA-256 of the file, 64 hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static List<RobotPattern> entries(List<Map<String, String>> objects) {
        List<RobotPattern> patterns = new ArrayList<>();
        for (Map<String, String> object : objects) {
            int number = patterns.size() + 1;
            String pattern = object.get("pattern");
            if (pattern == null) {
                throw new SentenceException(Sentence.of("robots.no-pattern", "entry {0} has no pattern", number));
            }
            patterns.add(new RobotPattern(number, pattern, object.getOrDefault("last_changed", "")));
        }
        return patterns;
    }
}
