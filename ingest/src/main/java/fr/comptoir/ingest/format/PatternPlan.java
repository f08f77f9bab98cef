package fr.comptoir.ingest.format;

import fr.comptoir.ingest.format.Step.End;
import fr.comptoir.ingest.format.Token.Literal;
import fr.comptoir.ingest.format.Token.Value;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is read out of each value of a pattern and where it ends: checked, and ready to make readers of. Immutable.
 */
final class PatternPlan {
    private static final Set<Meaning> CHOSEN = Set.of(
            Meaning.ADDRESS,
            Meaning.REQUEST,
            Meaning.METHOD,
            Meaning.TARGET,
            Meaning.PATH,
            Meaning.QUERY,
            Meaning.STATUS,
            Meaning.USER_AGENT,
            Meaning.REFERER,
            Meaning.HOST);

    private final String pattern;
    private final List<Token> tokens;
    private final Map<Meaning, Value> chosen = new EnumMap<>(Meaning.class);
    private final Set<Value> times = new HashSet<>();
    private final Map<Value, Fill.Builder> fills = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final boolean addressIsLastOfChain;

    PatternPlan(String pattern, List<Token> parsed, SiteConfig config) throws InputException {
        this.pattern = pattern;
        this.tokens = Tokens.joined(parsed);
        chooseMeanings();
        chooseTimes();
        addressIsLastOfChain = !chosen.containsKey(Meaning.ADDRESS) && chooseChain(config);
        checkNeeds();
        fillNamed(SiteFields.of(config));
        checkEnds();
        if (problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            throw new InputException(problems);
        }
    }

    /** Fields that the site names and no line holds. */
    List<Problem> warnings() {
        return List.copyOf(problems);
    }

    List<Token> tokens() {
        return tokens;
    }

    /** Whether the format has no address but the chain's: its last one is the client's nearest hop, and those before it the chain. */
    boolean addressIsLastOfChain() {
        return addressIsLastOfChain;
    }

    boolean isChosen(Value value) {
        return value.equals(chosen.get(value.meaning())) || times.contains(value);
    }

    Fill fill(Value value) {
        Fill.Builder builder = fills.get(value);
        return builder == null ? Fill.NONE : builder.build();
    }

    /** The text before the first value. */
    byte[] prefix() {
        return bytes(literal(-1));
    }

    /** The steps, in order; times are the reader's own. */
    Step[] steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Value value) {
                TimeForm time = value.time() == null ? null : value.time().get();
                Meaning meaning =
                        CHOSEN.contains(value.meaning()) && !isChosen(value) ? Meaning.OPAQUE : value.meaning();
                steps.add(new Step(meaning, end(i), bytes(literal(i)), fill(value), time, times.contains(value)));
            }
        }
        return steps.toArray(Step[]::new);
    }

    /** The values as the format writes them, in the order of the steps. */
    List<String> written() {
        return values().stream().map(Value::written).toList();
    }

    private End end(int i) {
        Value value = (Value) tokens.get(i);
        String after = literal(i);
        boolean last = i == tokens.size() - 1;
        if (value.meaning() == Meaning.TIME) {
            return End.TIME;
        }
        if (after.startsWith("\"")
                && i > 0
                && tokens.get(i - 1) instanceof Literal l
                && l.text().endsWith("\"")) {
            return End.QUOTE;
        }
        if (last) {
            boolean free = switch (value.meaning()) {
                case TEXT, USER_AGENT, REFERER, REQUEST, COOKIES, CHAIN, LIST -> true;
                default -> false;
            };
            return free ? End.TEXT_LINE : End.LINE;
        }
        if (after.isEmpty()) {
            return End.SLASH;
        }
        return switch (value.meaning()) {
            case CHAIN, LIST -> End.LIST;
            case REQUEST -> End.PROTOCOL;
            case ADDRESS, HOST -> after.equals(":") ? End.PORT : End.WORD;
            case STATUS, NUMBER, METHOD -> End.WORD;
            default -> End.DELIMITER;
        };
    }

    /** The text after token {@code i}; "" when a value or nothing follows. */
    private String literal(int i) {
        if (i + 1 < 0 || i + 1 >= tokens.size() || !(tokens.get(i + 1) instanceof Literal literal)) {
            return "";
        }
        return literal.text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Value> values() {
        return tokens.stream()
                .filter(Value.class::isInstance)
                .map(Value.class::cast)
                .toList();
    }

    private void chooseMeanings() {
        values().stream()
                .filter(value -> CHOSEN.contains(value.meaning()))
                .sorted(Comparator.comparingInt(Value::rank))
                .forEach(value -> chosen.putIfAbsent(value.meaning(), value));
        if (chosen.containsKey(Meaning.REQUEST)) {
            List.of(Meaning.METHOD, Meaning.TARGET, Meaning.PATH, Meaning.QUERY).forEach(chosen::remove);
        } else if (chosen.containsKey(Meaning.TARGET)) {
            List.of(Meaning.PATH, Meaning.QUERY).forEach(chosen::remove);
        }
    }

    /** One whole time, else all pieces of the lowest rank; and the fractions of a second. */
    private void chooseTimes() {
        List<Value> all = values().stream()
                .filter(value -> value.meaning() == Meaning.TIME && !value.isFraction())
                .toList();
        int rank = all.stream().mapToInt(Value::rank).min().orElse(0);
        for (Value value : all) {
            if (value.rank() == rank && (rank >= Token.PIECE || times.isEmpty())) {
                times.add(value);
            }
        }
        if (!times.isEmpty()) {
            values().stream().filter(Value::isFraction).forEach(times::add);
        }
    }

    private boolean chooseChain(SiteConfig config) {
        Optional<String> name = config.log().clientAddress().map(FieldNames::of);
        @Nullable
        Value chain = values().stream()
                .filter(value -> name.isPresent() ? value.name().equals(name.get()) : value.meaning() == Meaning.CHAIN)
                .findFirst()
                .orElse(null);
        if (chain == null) {
            return false;
        }
        fill(chain, Field.CLIENT_CHAIN);
        return true;
    }

    private void checkNeeds() {
        boolean path = chosen.containsKey(Meaning.TARGET) || chosen.containsKey(Meaning.PATH);
        need(!times.isEmpty(), "a time (%t, $time_local)");
        need(chosen.containsKey(Meaning.STATUS), "a status (%>s, $status)");
        need(
                chosen.containsKey(Meaning.REQUEST) || (path && chosen.containsKey(Meaning.METHOD)),
                "a request (%r, $request; or method and path: %m %U%q, $request_method $request_uri)");
        need(
                chosen.containsKey(Meaning.ADDRESS) || addressIsLastOfChain,
                "a client address (%h, %a, $remote_addr, or a field that log.client_address names)");
    }

    private void need(boolean there, String what) {
        if (!there) {
            problems.add(problem("the format does not contain " + what));
        }
    }

    private Problem problem(String message) {
        return Problem.error("comptoir.yml", 0, "log.format", message + " (it is: " + pattern + ")");
    }

    private void fillNamed(List<SiteFields.Named> named) {
        for (SiteFields.Named wanted : named) {
            if (wanted.field() == Field.CLIENT_CHAIN && addressIsLastOfChain) {
                continue;
            }
            Optional<Value> value = values().stream()
                    .filter(v -> v.name().equals(wanted.name()))
                    .findFirst();
            Optional<Value> cookies = values().stream()
                    .filter(v -> v.meaning() == Meaning.COOKIES)
                    .findFirst();
            if (value.isPresent()) {
                fill(value.get(), wanted.field());
            } else if (cookies.isPresent() && FieldNames.isCookie(wanted.name())) {
                fills.computeIfAbsent(cookies.get(), v -> new Fill.Builder())
                        .cookie(wanted.field(), FieldNames.cookieOf(wanted.name()));
            } else {
                problems.add(wanted.missing(pattern));
            }
        }
        addMeaning(Meaning.USER_AGENT, Field.USER_AGENT);
        addMeaning(Meaning.REFERER, Field.REFERER);
        addMeaning(Meaning.HOST, Field.HOST);
        addMeaning(Meaning.ADDRESS, Field.ADDRESS);
    }

    private void addMeaning(Meaning meaning, Field field) {
        Value value = chosen.get(meaning);
        if (value != null) {
            fill(value, field);
        }
    }

    private void fill(Value value, Field field) {
        fills.computeIfAbsent(value, v -> new Fill.Builder()).field(field);
    }

    /** Two values with nothing between them can be told apart only when the first is a time or the second begins with a slash. */
    private void checkEnds() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i) instanceof Value value
                    && tokens.get(i + 1) instanceof Value next
                    && value.meaning() != Meaning.TIME
                    && next.meaning() != Meaning.TARGET
                    && next.meaning() != Meaning.PATH) {
                problems.add(problem("nothing stands between " + value.written() + " and " + next.written()
                        + ", so nobody can tell where the first ends"));
            }
        }
    }
}
