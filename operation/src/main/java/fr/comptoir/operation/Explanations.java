package fr.comptoir.operation;

import fr.comptoir.engine.Verdicts;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.operation.ExplainedRule.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hears the engine's verdicts and puts them into sentences. */
class Explanations implements Verdicts {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Actions actions;
    private final Target target;
    private final Optional<Narrowing> narrowing;
    private final InputNames inputs;
    private final ZoneId zone;
    private final String[] arrivals;
    private final String[] outcome;
    private final Map<Integer, List<ExplainedRule>> rules = new HashMap<>();
    private final Map<Integer, Map<String, Long>> counts = new HashMap<>();
    /** Whether a row adds, or could have added, to a figure that is wanted. */
    private final BitSet concerned = new BitSet();

    /**
     * Verdicts on some actions.
     *
     * @param arrivals for each action the way under which it counts
     * @param narrowing to what the figures of the target are narrowed; empty for all of them
     */
    Explanations(
            Actions actions,
            String[] arrivals,
            Target target,
            Optional<Narrowing> narrowing,
            InputNames inputs,
            ZoneId zone) {
        this.actions = actions;
        this.arrivals = arrivals.clone();
        this.target = target;
        this.narrowing = narrowing;
        this.inputs = inputs;
        this.zone = zone;
        outcome = new String[actions.size];
    }

    /** One for each row that belongs to the customer and counts for the target, or could have. */
    List<Explanation> lines() {
        List<Explanation> lines = new ArrayList<>();
        boolean[] belonging = Explain.belonging(actions, target.customer());
        for (int row = 0; row < actions.size; row++) {
            if (outcome[row] != null && belonging[actions.customers[row]] && isWanted(row)) {
                lines.add(line(row));
            }
        }
        return lines;
    }

    private boolean isWanted(int row) {
        return concerned.get(row) || (couldHave(row) && target.concerns(item(row), ActionKind.of(actions.kind[row])));
    }

    private boolean couldHave(int row) {
        if (narrowing.isEmpty()) {
            return true;
        }
        Catalogue catalogue = target.catalogue();
        int item = catalogue.find(item(row));
        if (target.isEverything()) {
            return narrowing.get().couldHaveAny(catalogue, item, actions, row, arrivals[row]);
        }
        return item != Catalogue.NONE && narrowing.get().couldHave(catalogue, item, actions, row, arrivals[row]);
    }

    private boolean isAsked(int row, Figure figure) {
        boolean asked = target.has(figure)
                && (narrowing.isEmpty()
                        || narrowing.get().has(figure, arrivals[row], AccessRoute.of(actions.route[row])));
        if (asked) {
            concerned.set(row);
        }
        return asked;
    }

    private Explanation line(int row) {
        String format = actions.dictionaries.formats().text(actions.format[row]);
        String action = ActionKind.of(actions.kind[row]).code() + (format.isEmpty() ? "" : " " + format);
        TreeSet<ExplainedRule> all = new TreeSet<>(rules.getOrDefault(row, List.of()));
        String pageRule = actions.dictionaries.pageRules().text(actions.pageRule[row]);
        if (!pageRule.isEmpty()) {
            all.add(ExplainedRule.of(Kind.PAGE_RULE, pageRule));
        }
        return new Explanation(
                actions.time[row],
                item(row),
                action,
                outcome[row],
                List.copyOf(all),
                counts.getOrDefault(row, Map.of()),
                arrivals[row],
                AccessRoute.of(actions.route[row]),
                inputs.place(actions.input[row], actions.line[row]));
    }

    private String item(int row) {
        return actions.item[row] == Actions.NO_ITEM
                ? ""
                : actions.dictionaries.items().text(actions.item[row]);
    }

    @Override
    public void decidesOnly(int row) {
        // A click of the next month is no part of this month's figure.
    }

    @Override
    public void held(int row) {
        end(row, "held", ExplainedRule.of(Kind.UNKNOWN_ITEM));
    }

    @Override
    public void notContent(int row) {
        String type = target.typeOf(item(row));
        ExplainedRule rule =
                type.isEmpty() ? ExplainedRule.of(Kind.NO_ITEM) : ExplainedRule.of(Kind.NOT_SUCH_AN_ITEM, type);
        end(row, "not content", rule);
    }

    @Override
    public void doubleClick(int row, int replacedBy) {
        ZonedDateTime clicked = time(row);
        ZonedDateTime replaced = time(replacedBy);
        boolean sameDay = clicked.toLocalDate().equals(replaced.toLocalDate());
        String when = (sameDay ? CLOCK : DAY_AND_CLOCK).format(replaced);
        end(row, "double click", ExplainedRule.of(Kind.DOUBLE_CLICK, when));
    }

    @Override
    public void counted(int row) {
        outcome[row] = Explanation.COUNTED;
    }

    @Override
    public void wholeBook(int row, int segments) {
        add(row, ExplainedRule.of(Kind.WHOLE_BOOK, Integer.toString(segments)));
    }

    @Override
    public void counts(int row, Figure figure) {
        if (isAsked(row, figure)) {
            counts.computeIfAbsent(row, any -> new TreeMap<>())
                    .merge(figure.metric().code(), 1L, Long::sum);
        }
    }

    @Override
    public void notAgain(int row, Figure figure, int first) {
        if (isAsked(row, figure)) {
            String when = CLOCK.format(time(first));
            add(row, ExplainedRule.of(Kind.NOT_AGAIN, figure.metric().code(), when));
        }
    }

    private void end(int row, String what, ExplainedRule rule) {
        outcome[row] = what;
        add(row, rule);
    }

    private void add(int row, ExplainedRule rule) {
        rules.computeIfAbsent(row, any -> new ArrayList<>(1)).add(rule);
    }

    private ZonedDateTime time(int row) {
        return Instant.ofEpochMilli(actions.time[row]).atZone(zone);
    }
}
