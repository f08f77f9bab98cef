package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.ingest.format.LineReader;
import fr.comptoir.ingest.page.Documents;
import fr.comptoir.ingest.page.PageMatcher;
import fr.comptoir.ingest.page.PageRules;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Extraction;
import fr.comptoir.model.action.LineOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of one readable line where it ends, and puts the rows of those that are actions or held where they belong. Looks at no other line;
 * what it keeps from line to line only saves work. Not thread-safe: each thread has its own.
 *
 * <p>The outcome is the first that applies in the order of {@link LineOutcome}; the tests run in that order too, so that page furniture,
 * half of a log, costs no more than a look at its path. Numbers in the rows are those of {@link #names}, to be translated by
 * {@link BatchWriter}.
 */
final class LineJudge {
    private static final int METHOD = Field.METHOD.ordinal();
    private static final int PATH = Field.PATH.ordinal();
    private static final int QUERY = Field.QUERY.ordinal();
    private static final int STATUSES = 1_000;

    final JudgeNames names;
    final LocalHours hours;
    private final PageMatcher matcher;
    private final ItemVerdicts items;
    private final ItemLookups lookups;
    private final AgentVerdicts agents;
    private final Actor actor;
    private final ArrivalVerdicts arrivals;
    private final boolean recordsArrivals;
    private final RuleEffect[] effects;
    private final boolean[] delivered = new boolean[STATUSES];
    private final long emptyHash;
    private final RobotHits robotHits;

    private int rule;
    private boolean itemWaits;
    private int robot;
    private @Nullable ActionKind kind;
    private int agent;
    private short arrival;
    private boolean hasReferrers;
    private List<Extraction> extractions = new ArrayList<>();

    LineJudge(JudgeRules rules, RuleEffect[] effects) {
        this.effects = effects;
        names = new JudgeNames(rules);
        robotHits = new RobotHits(rules.robots());
        items = names.items;
        lookups = new ItemLookups(items);
        agents = names.agents;
        matcher = rules.pages().newMatcher();
        actor = new Actor(rules, names.addresses, names.organisations);
        arrivals = new ArrivalVerdicts(rules.arrivals(), rules.hash().of("arrivals"));
        recordsArrivals = !rules.arrivals().isEmpty();
        hours = new LocalHours(rules.zone());
        emptyHash = rules.hash().of("");
        for (int status = 0; status < STATUSES; status++) {
            delivered[status] = rules.statuses().contains(status);
        }
    }

    /** Says how the lines that follow are read: whether they have a place for a referrer. */
    void linesOf(LineReader reader) {
        hasReferrers = reader.hasPlaceFor(Field.REFERER);
    }

    /**
     * Judges a line that the format could read, and locates it in {@link #hours}. Its outcome may still have to be {@link #settle settled},
     * and is to be put into the tallies before that.
     *
     * @param out gets the rows, in order of their parts
     */
    LineOutcome judge(LineFields fields, int input, int line, Actions out) {
        hours.locate(fields.time);
        rule = PageRules.NONE;
        itemWaits = false;
        robot = AgentVerdicts.NOT_A_ROBOT;
        kind = null;
        if (fields.garbageRequest || fields.from[PATH] < 0 || fields.from[METHOD] < 0) {
            return LineOutcome.EXCLUDED_METHOD;
        }
        rule = match(fields);
        boolean get = isGet(fields);
        if (rule == PageRules.NONE) {
            return get ? LineOutcome.EXCLUDED_NOT_CONTENT : LineOutcome.EXCLUDED_METHOD;
        }
        RuleEffect effect = effects[rule];
        if (!effect.allows(get, fields.bytesOf(Field.METHOD), fields.from[METHOD], fields.to[METHOD])) {
            return LineOutcome.EXCLUDED_METHOD;
        }
        if (effect.ignore || (!effect.search && !mayBeActedOn())) {
            if (effect.extraction) {
                extract(effect, fields, input, line);
            }
            return LineOutcome.EXCLUDED_NOT_CONTENT;
        }
        boolean denial = effect.isDenial(fields.status);
        if (!denial && !isDelivered(fields.status)) {
            return LineOutcome.EXCLUDED_STATUS;
        }
        kind = denial ? effect.denial(fields.status) : effect.kind;
        long agentHash = emptyHash;
        agent = Actions.NO_AGENT;
        if (fields.has(Field.USER_AGENT)) {
            int number = agents.number(fields);
            robot = agents.robot(number);
            if (robot != AgentVerdicts.NOT_A_ROBOT) {
                robotHits.add(robot, hours.day());
                return LineOutcome.EXCLUDED_ROBOT;
            }
            agentHash = agents.hash(number);
            agent = agents.kept(number);
        }
        Set<String> databases = effect.search ? databases(fields) : Set.of();
        actor.identify(fields, agentHash, hours.day(), hours.hour());
        if (recordsArrivals) {
            arrival = arrivals.of(fields, matcher, hasReferrers);
        }
        if (effect.search) {
            addSearch(effect, denial, databases, fields, input, line, out);
            return LineOutcome.ACTION;
        }
        lookups.add(matcher.itemBytes(), matcher.itemFrom(), matcher.itemTo(), out.size, hours.day());
        itemWaits = true;
        add(out, fields, effect, kind, Actions.NO_ITEM, input, line, 0);
        return LineOutcome.ACTION;
    }

    /** Puts what was delivered to somebody who is no robot aside; double clicks are a rule for items, and here is none. */
    private void extract(RuleEffect effect, LineFields fields, int input, int line) {
        Optional<Documents> documents = extraction(fields);
        if (documents.isEmpty()) {
            return;
        }
        actor.identify(fields, emptyHash, hours.day(), hours.hour());
        extractions.add(new Extraction(
                hours.day(),
                names.addressHash(actor.address),
                names.network(actor.address, 48),
                names.network(actor.address, 64),
                names.organisation(actor.organisation),
                names.customers(actor.customers),
                route(effect),
                documents.get().count(),
                documents.get().assumed(),
                input,
                line));
    }

    /** The documents of the last line if it ended as no content and is an extraction that counts. */
    Optional<Documents> extraction(LineFields fields) {
        boolean counts =
                rule != PageRules.NONE && effects[rule].extraction && isDelivered(fields.status) && !isRobot(fields);
        return counts ? matcher.documents() : Optional.empty();
    }

    /** The extractions since it was asked last, in the order of their lines. */
    List<Extraction> takeExtractions() {
        if (extractions.isEmpty()) {
            return List.of();
        }
        List<Extraction> taken = extractions;
        extractions = new ArrayList<>();
        return taken;
    }

    /** Whether lines should be {@link #settle settled} before the next is judged. */
    boolean mustSettle() {
        return lookups.isFull();
    }

    /**
     * Looks up the items of all lines judged since it was asked last.
     *
     * @param outcome what {@link #judge} said of the last line
     * @param out the rows that it gave
     * @return what that line's outcome is
     */
    LineOutcome settle(LineOutcome outcome, Actions out, DayTallies tallies) {
        boolean known = lookups.lookUp(out, tallies);
        boolean held = itemWaits && !known;
        itemWaits = false;
        return held ? LineOutcome.HELD_UNKNOWN_ITEM : outcome;
    }

    /** The number of the rule that matched the last line, or {@link PageRules#NONE}. */
    int rule() {
        return rule;
    }

    /** Whether the rule that matched the last line is a search. */
    boolean isSearch() {
        return rule != PageRules.NONE && effects[rule].search;
    }

    /** The item of the last line, or {@code ""}; to be asked before anything else about the line. */
    String itemText() {
        return rule == PageRules.NONE
                ? ""
                : new String(matcher.itemBytes(), matcher.itemFrom(), matcher.itemTo() - matcher.itemFrom(), UTF_8);
    }

    /** The number of the robot that the last line was, or {@link AgentVerdicts#NOT_A_ROBOT}. */
    int robot() {
        return robot;
    }

    /** What the last line would count as, if it came as far as that: null when its rule or status had said no before. */
    @Nullable
    ActionKind kind() {
        return kind;
    }

    /** Whether the agent of a line is a robot, even when the line ended before that was asked. */
    boolean isRobot(LineFields fields) {
        return fields.has(Field.USER_AGENT) && agents.robot(agents.number(fields)) != AgentVerdicts.NOT_A_ROBOT;
    }

    /** The databases that the last line named, if its rule is a search. */
    Set<String> databases(LineFields fields) {
        match(fields);
        return matcher.databases();
    }

    /** The customers to whom the last line belongs, whatever became of it. */
    String customers(LineFields fields) {
        actor.identify(fields, emptyHash, hours.day(), hours.hour());
        return names.customers(actor.customers);
    }

    /** The number of the way of arrival of the last line, if it was an action; see {@link fr.comptoir.ingest.arrival.ArrivalRules#ways}. */
    short arrival() {
        return arrival;
    }

    /** The route of access of the last line, if it was an action. */
    AccessRoute route() {
        return rule == PageRules.NONE ? actor.route : route(effects[rule]);
    }

    private AccessRoute route(RuleEffect effect) {
        return effect.route == AccessRoute.NOT_RECORDED ? actor.route : effect.route;
    }

    /** What the entries of the list of robots dropped, since the beginning. */
    RobotHits robotHits() {
        return robotHits;
    }

    /** The hosts from which people came that no rule names, since the beginning. */
    FrequentTexts otherSites() {
        return arrivals.otherSites();
    }

    private int match(LineFields fields) {
        fields.unescape(Field.PATH);
        fields.unescape(Field.QUERY);
        boolean query = fields.from[QUERY] >= 0;
        return matcher.match(
                fields.bytesOf(Field.PATH),
                fields.from[PATH],
                fields.to[PATH],
                fields.bytesOf(Field.QUERY),
                query ? fields.from[QUERY] : 0,
                query ? fields.to[QUERY] : 0);
    }

    private boolean mayBeActedOn() {
        if (!matcher.hasItem()) {
            return false;
        }
        return !items.isNotItem(matcher.itemBytes(), matcher.itemFrom(), matcher.itemTo());
    }

    boolean isDelivered(int status) {
        return status >= 0 && status < STATUSES && delivered[status];
    }

    private static boolean isGet(LineFields fields) {
        int from = fields.from[METHOD];
        byte[] bytes = fields.bytesOf(Field.METHOD);
        return fields.to[METHOD] == from + 3 && bytes[from] == 'G' && bytes[from + 1] == 'E' && bytes[from + 2] == 'T';
    }

    /** A search counts on the platform and for each database; its denial for each database, else once without one. */
    private void addSearch(
            RuleEffect effect,
            boolean denial,
            Set<String> databases,
            LineFields fields,
            int input,
            int line,
            Actions out) {
        ActionKind databaseKind = denial ? effect.denial(fields.status) : effect.databaseKind;
        int part = 0;
        if (!denial || databases.isEmpty()) {
            add(out, fields, effect, denial ? databaseKind : effect.kind, Actions.NO_ITEM, input, line, part++);
        }
        for (String database : databases) {
            add(out, fields, effect, databaseKind, items.number(database), input, line, part++);
        }
    }

    private void add(
            Actions out,
            LineFields fields,
            RuleEffect effect,
            ActionKind kind,
            int itemNumber,
            int input,
            int line,
            int part) {
        int row = out.add();
        out.time[row] = fields.time;
        out.day[row] = hours.day();
        out.user[row] = actor.user;
        out.userIdentity[row] = (byte) actor.identity.ordinal();
        out.session[row] = actor.session;
        out.address[row] = actor.address;
        out.agent[row] = agent;
        out.organisation[row] = actor.organisation;
        out.customers[row] = actor.customers;
        out.item[row] = itemNumber;
        out.kind[row] = (byte) kind.ordinal();
        out.format[row] = effect.format;
        out.accessMethod[row] = effect.accessMethod;
        out.accessTypeR5[row] = effect.accessTypeR5;
        out.pageRule[row] = effect.pageRule;
        out.arrival[row] = arrival;
        out.route[row] = (byte) route(effect).ordinal();
        out.input[row] = input;
        out.line[row] = line;
        out.part[row] = (short) part;
    }
}
