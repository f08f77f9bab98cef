package fr.comptoir.ingest.format;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Reads lines of any pattern, value after value. Not thread-safe. */
final class PatternReader implements LineReader {
    private static final int ADDRESS = Field.ADDRESS.ordinal();
    private static final int CLIENT_CHAIN = Field.CLIENT_CHAIN.ordinal();
    private static final int METHOD = Field.METHOD.ordinal();
    private static final int STATUS_TEXT = Field.STATUS_TEXT.ordinal();
    /** No user name begins so; it is a line of another format, with one value more before its time. */
    static final byte[] NOBODY_AND_MORE = {'-', ' '};

    private static final byte[] PROTOCOL = {' ', 'H', 'T', 'T', 'P', '/'};

    private final byte[] prefix;
    private final Step[] steps;
    private final boolean lastOfChain;
    private final Moment moment;
    private final Moment unused;
    private final List<String> written;
    private final LineFault[] unfit;
    private final LineFault[] cut;
    /** What nobody asks for. */
    private final LineFields unread = new LineFields();
    /** Where the next value begins. */
    private int at;
    /** Whether the line has a whole request line. */
    private boolean whole;

    private int path;
    private int pathTo;
    private int query;
    private int queryTo;

    PatternReader(PatternPlan plan, ZoneId zone) {
        prefix = plan.prefix();
        steps = plan.steps();
        written = plan.written();
        unfit = faults(LineFault.Kind.VALUE);
        cut = faults(LineFault.Kind.END);
        lastOfChain = plan.addressIsLastOfChain();
        moment = new Moment(zone);
        unused = new Moment(zone);
    }

    private LineFault[] faults(LineFault.Kind kind) {
        return written.stream().map(value -> new LineFault(kind, value)).toArray(LineFault[]::new);
    }

    @Override
    public boolean hasPlaceFor(Field field) {
        return Arrays.stream(steps).anyMatch(step -> step.fill.fills(field));
    }

    @Override
    public boolean read(byte[] buffer, int from, int to, LineFields fields) {
        fields.clear(buffer);
        return from < to
                && Words.startsWith(buffer, from, to, prefix)
                && take(buffer, from + prefix.length, to, fields) == steps.length
                && at == to
                && finish(fields);
    }

    /** Takes value after value; gives the first that is not as it should be, which begins {@code at} that place, or how many there are. */
    private int take(byte[] buffer, int from, int to, LineFields fields) {
        moment.clear();
        path = -1;
        query = -1;
        whole = false;
        at = from;
        for (int i = 0; i < steps.length; i++) {
            Step step = steps[i];
            int end = end(step, buffer, at, to);
            if (end < 0 || !Words.startsWith(buffer, end, to, step.delimiter) || !take(step, buffer, at, end, fields)) {
                return i;
            }
            whole |= step.meaning == Meaning.REQUEST;
            at = end + step.delimiter.length;
        }
        return steps.length;
    }

    @Override
    public LineFault fault(byte[] buffer, int from, int to) {
        if (from == to) {
            return LineFault.EMPTY;
        }
        if (!Words.startsWith(buffer, from, to, prefix)) {
            return LineFault.BEGINNING;
        }
        unread.clear(buffer);
        int wrong = take(buffer, from + prefix.length, to, unread);
        if (wrong == steps.length) {
            return at < to ? LineFault.REST : LineFault.INCOMPLETE;
        }
        return isCut(steps[wrong].delimiter, buffer, to) ? cut[wrong] : unfit[wrong];
    }

    /** Whether a line ends before what should follow the value that begins {@link #at} this place. */
    private boolean isCut(byte[] delimiter, byte[] buffer, int to) {
        return delimiter.length == 0 ? at == to : Words.find(buffer, at, to, delimiter) < 0;
    }

    @Override
    public String faultText(byte[] buffer, int from, int to) {
        if (from == to) {
            return "the line is empty";
        }
        if (!Words.startsWith(buffer, from, to, prefix)) {
            return "it does not begin with " + PatternFault.text(prefix);
        }
        unread.clear(buffer);
        int wrong = take(buffer, from + prefix.length, to, unread);
        if (wrong == steps.length) {
            return at < to
                    ? "the line should end before " + PatternFault.found(buffer, at, to)
                    : "its time or its address is not there";
        }
        Step step = steps[wrong];
        int end = end(step, buffer, at, to);
        boolean ends = end >= 0 && Words.startsWith(buffer, end, to, step.delimiter);
        return PatternFault.value(step, written.get(wrong), wrong == steps.length - 1, buffer, at, ends ? end : to);
    }

    private boolean finish(LineFields fields) {
        fields.time = moment.millis();
        if (path >= 0) {
            Requests.pathAndQuery(fields, path, pathTo, query, queryTo);
        }
        if (!whole) {
            Requests.check(fields);
        }
        if (lastOfChain && !Chains.splitLast(fields, CLIENT_CHAIN, ADDRESS)) {
            return false;
        }
        return fields.time != Calendar.NO_TIME && fields.from[ADDRESS] >= 0;
    }

    private int end(Step step, byte[] buffer, int at, int to) {
        return switch (step.end) {
            case QUOTE -> Words.closingQuote(buffer, at, to);
            case WORD -> Words.find(buffer, at, to, Words.repeat(step.delimiter[0]));
            case DELIMITER -> Words.find(buffer, at, to, step.delimiter);
            case LIST -> listEnd(step.delimiter, buffer, at, to);
            case PROTOCOL -> protocolEnd(step.delimiter, buffer, at, to);
            case PORT -> portEnd(buffer, at, to);
            case SLASH -> Words.find(buffer, at, to, Words.repeat('/'));
            case LINE -> Words.find(buffer, at, to, Words.BLANKS) < to ? -1 : to;
            case TEXT_LINE -> to;
            case TIME -> timeEnd(step, buffer, at, to);
        };
    }

    private int timeEnd(Step step, byte[] buffer, int at, int to) {
        TimeForm form = step.time;
        if (form == null) {
            return -1;
        }
        return form.read(buffer, at, to, step.counts ? moment : unused);
    }

    private static int listEnd(byte[] delimiter, byte[] buffer, int at, int to) {
        int end = Words.find(buffer, at, to, delimiter);
        while (end > at && isInList(buffer, at, end, to)) {
            end = Words.find(buffer, end + 1, to, delimiter);
        }
        return end;
    }

    /** Whether a blank stands after a comma, or before or after a colon that stands alone. */
    private static boolean isInList(byte[] buffer, int at, int blank, int to) {
        if (buffer[blank] != ' ') {
            return false;
        }
        boolean beforeColon = blank + 2 < to && buffer[blank + 1] == ':' && buffer[blank + 2] == ' ';
        boolean afterColon = blank - 2 >= at && buffer[blank - 1] == ':' && buffer[blank - 2] == ' ';
        return buffer[blank - 1] == ',' || beforeColon || afterColon;
    }

    private static int protocolEnd(byte[] delimiter, byte[] buffer, int at, int to) {
        int protocol = Words.find(buffer, at, to, PROTOCOL);
        return Words.find(buffer, protocol < 0 ? at : protocol + PROTOCOL.length, to, delimiter);
    }

    private static int portEnd(byte[] buffer, int at, int to) {
        int colon = -1;
        for (int i = at; i < to && " \t\",".indexOf(buffer[i]) < 0; i++) {
            colon = buffer[i] == ':' ? i : colon;
        }
        return colon;
    }

    private boolean take(Step step, byte[] buffer, int from, int to, LineFields fields) {
        boolean escaped = mayBeEscaped(step) && Words.hasBackslash(buffer, from, to);
        switch (step.meaning) {
            case REQUEST -> Requests.line(fields, from, to, escaped);
            case METHOD -> Fill.put(fields, METHOD, from, to, false, Escapes.LOG);
            case TARGET -> Requests.target(fields, from, to, escaped);
            case PATH -> {
                path = from;
                pathTo = to;
            }
            case QUERY -> {
                boolean there = to > from && !(to - from == 1 && buffer[from] == '-');
                query = there ? from : -1;
                queryTo = to;
            }
            case STATUS -> {
                return takeStatus(buffer, from, to, fields);
            }
            case NUMBER -> {
                return isNumber(buffer, from, to);
            }
            case USER -> {
                step.fill.put(fields, from, to, escaped, Escapes.LOG);
                return !Words.startsWith(buffer, from, to, NOBODY_AND_MORE);
            }
            default -> {
                if (step.fill != Fill.NONE) {
                    step.fill.put(fields, from, to, escaped, Escapes.LOG);
                }
            }
        }
        return true;
    }

    private static boolean mayBeEscaped(Step step) {
        return switch (step.meaning) {
            case REQUEST, TARGET -> true;
            case ADDRESS -> false;
            default -> !step.fill.isEmpty();
        };
    }

    private static boolean takeStatus(byte[] buffer, int from, int to, LineFields fields) {
        boolean absent = to - from == 1 && buffer[from] == '-';
        fields.from[STATUS_TEXT] = from;
        fields.to[STATUS_TEXT] = to;
        fields.status = absent ? -1 : Words.number(buffer, from, 3, to);
        return absent || (to - from == 3 && fields.status >= 0);
    }

    /** Digits, or {@code -}. */
    private static boolean isNumber(byte[] buffer, int from, int to) {
        return to > from && (Words.findNoDigit(buffer, from, to) == to || (to - from == 1 && buffer[from] == '-'));
    }
}
