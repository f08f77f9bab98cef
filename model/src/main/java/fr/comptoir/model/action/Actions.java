package fr.comptoir.model.action;

import java.util.Arrays;

/**
 * Actions as columns: row {@code i} of every array is one action; rows from {@link #size} on are room to grow. The arrays are public
 * because counting millions of rows must not pay for a call each. Numbers in {@code item}, {@code customers}, {@code organisation},
 * {@code format}, {@code pageRule} and {@code arrival} are of {@link #dictionaries}; rows of one batch share them. Not thread-safe.
 *
 * <p>No address, user agent, login or cookie is here: {@code user}, {@code session}, {@code address} and {@code agent} are keyed hashes
 * with the secret of the site.
 */
public final class Actions {
    /** {@code accessTypeR5} of a row whose page rule says nothing of it. */
    public static final byte NO_ACCESS_TYPE = -1;
    /** {@code item} of a row without an item: a search of the platform, a denial of a search that names no database. */
    public static final int NO_ITEM = -1;

    /** {@code agent} of a row whose line names none. */
    public static final int NO_AGENT = 0;

    /** What the numbers of a batch mean. */
    public record Dictionaries(
            Names items,
            Names customers,
            Names organisations,
            Names formats,
            Names pageRules,
            Names arrivals,
            Addresses addresses) {
        /**
         * Empty ones, in which number 0 of every dictionary but {@code items} is the empty text: none. The first arrivals are
         * {@link Arrivals#BUILT_IN}.
         */
        public static Dictionaries create() {
            Dictionaries created = new Dictionaries(
                    new Names(), new Names(), new Names(), new Names(), new Names(), new Names(), new Addresses());
            created.customers.number("");
            created.organisations.number("");
            created.formats.number("");
            created.pageRules.number("");
            Arrivals.BUILT_IN.forEach(created.arrivals::number);
            return created;
        }
    }

    public final Dictionaries dictionaries;
    public int size;
    /** Instant, milliseconds since 1970 UTC. */
    public long[] time;
    /** The day in the platform's time zone, days since 1970-01-01. */
    public int[] day;
    /** Keyed hash of who acted (CoP 5.1, section 7.2). */
    public long[] user;
    /** Ordinal of {@link UserIdentity}. */
    public byte[] userIdentity;
    /** Keyed hash of the session (CoP 5.1, section 7.3), date and hour included. */
    public long[] session;
    /** The client's address in {@code addresses}; 0 for none. */
    public int[] address;
    /**
     * Of the keyed hash of the user agent the first half, which tells agents apart as well; {@link #NO_AGENT} for none. Kept so that unusual
     * usage can be explained. Nothing that is counted asks for it, so that it is not read back from files.
     */
    public int[] agent;
    /** The authenticated organisation of the log; 0 for none. */
    public int[] organisation;
    /** The customers to whom the action was attributed when it was read: ids sorted and joined with {@code |}, consortia included. */
    public int[] customers;
    /** The item or database acted on, or {@link #NO_ITEM}. */
    public int[] item;
    /** Ordinal of {@link ActionKind}. */
    public byte[] kind;
    /** The format delivered, in capitals; 0 for none said. */
    public short[] format;
    /** Ordinal of {@link fr.comptoir.model.code.AccessMethod}. */
    public byte[] accessMethod;
    /** Ordinal of the {@link fr.comptoir.model.code.AccessType} that the page rule gives for Release 5, or {@link #NO_ACCESS_TYPE}. */
    public byte[] accessTypeR5;
    /** The page rule that matched. */
    public short[] pageRule;
    /** The way of arrival that the line itself tells; a step within the platform is {@link Arrivals#WITHIN}, whatever came before it. */
    public short[] arrival;
    /** Ordinal of {@link AccessRoute}. */
    public byte[] route;
    /** Number of the input (file) in the store. */
    public int[] input;
    /** Line number in the input, from 1. */
    public int[] line;
    /** Which row of its line this is, from 0: a line that names several databases gives several rows. */
    public short[] part;

    public Actions(Dictionaries dictionaries, int capacity) {
        this.dictionaries = dictionaries;
        time = new long[capacity];
        day = new int[capacity];
        user = new long[capacity];
        userIdentity = new byte[capacity];
        session = new long[capacity];
        address = new int[capacity];
        agent = new int[capacity];
        organisation = new int[capacity];
        customers = new int[capacity];
        item = new int[capacity];
        kind = new byte[capacity];
        format = new short[capacity];
        accessMethod = new byte[capacity];
        accessTypeR5 = new byte[capacity];
        pageRule = new short[capacity];
        arrival = new short[capacity];
        route = new byte[capacity];
        input = new int[capacity];
        line = new int[capacity];
        part = new short[capacity];
    }

    /** Gives the index of a new row, whose every column the caller fills. */
    public int add() {
        if (size == time.length) {
            grow(Math.max(1024, size + (size >> 1)));
        }
        return size++;
    }

    /** Adds a row with all columns of a row of {@code from}, which must share these dictionaries. */
    public void addCopyOf(Actions from, int row) {
        int at = add();
        time[at] = from.time[row];
        day[at] = from.day[row];
        user[at] = from.user[row];
        userIdentity[at] = from.userIdentity[row];
        session[at] = from.session[row];
        address[at] = from.address[row];
        agent[at] = from.agent[row];
        organisation[at] = from.organisation[row];
        customers[at] = from.customers[row];
        item[at] = from.item[row];
        kind[at] = from.kind[row];
        format[at] = from.format[row];
        accessMethod[at] = from.accessMethod[row];
        accessTypeR5[at] = from.accessTypeR5[row];
        pageRule[at] = from.pageRule[row];
        arrival[at] = from.arrival[row];
        route[at] = from.route[row];
        input[at] = from.input[row];
        line[at] = from.line[row];
        part[at] = from.part[row];
    }

    /** How many rows there is room for. */
    public int capacity() {
        return time.length;
    }

    /** Makes room for so many rows in all. */
    public void reserve(int capacity) {
        if (capacity > time.length) {
            grow(capacity);
        }
    }

    private void grow(int capacity) {
        time = Arrays.copyOf(time, capacity);
        day = Arrays.copyOf(day, capacity);
        user = Arrays.copyOf(user, capacity);
        userIdentity = Arrays.copyOf(userIdentity, capacity);
        session = Arrays.copyOf(session, capacity);
        address = Arrays.copyOf(address, capacity);
        agent = Arrays.copyOf(agent, capacity);
        organisation = Arrays.copyOf(organisation, capacity);
        customers = Arrays.copyOf(customers, capacity);
        item = Arrays.copyOf(item, capacity);
        kind = Arrays.copyOf(kind, capacity);
        format = Arrays.copyOf(format, capacity);
        accessMethod = Arrays.copyOf(accessMethod, capacity);
        accessTypeR5 = Arrays.copyOf(accessTypeR5, capacity);
        pageRule = Arrays.copyOf(pageRule, capacity);
        arrival = Arrays.copyOf(arrival, capacity);
        route = Arrays.copyOf(route, capacity);
        input = Arrays.copyOf(input, capacity);
        line = Arrays.copyOf(line, capacity);
        part = Arrays.copyOf(part, capacity);
    }
}
