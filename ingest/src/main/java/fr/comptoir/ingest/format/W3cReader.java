package fr.comptoir.ingest.format;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;

/** Reads the lines of one W3C log in order. Times are UTC. Not thread-safe. */
final class W3cReader implements LineReader {
    private static final int ADDRESS = Field.ADDRESS.ordinal();
    private static final int METHOD = Field.METHOD.ordinal();
    private static final int STATUS_TEXT = Field.STATUS_TEXT.ordinal();
    private static final long TABS = Words.repeat('\t');
    private static final byte[] FIELDS = "#Fields:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATE = "#Date:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCODED_BLANK = {'%', '2', '0'};
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final LineFault NO_DATE = new LineFault(LineFault.Kind.VALUE, "date");
    private static final LineFault NO_TIME = new LineFault(LineFault.Kind.VALUE, "time");
    private static final LineFault NO_STATUS = new LineFault(LineFault.Kind.VALUE, "status");

    private final List<SiteFields.Named> named;
    private final Moment moment = new Moment(ZoneOffset.UTC);
    private final Moment date = new Moment(ZoneOffset.UTC);
    private W3cPlan plan = W3cPlan.NONE;
    /** Where the next column begins. */
    private int next;

    private int path;
    private int pathTo;
    private int query;
    private int queryTo;

    /** What nobody asks for. */
    private final LineFields unread = new LineFields();

    W3cReader(List<SiteFields.Named> named) {
        this.named = named;
    }

    /** Where the {@code #} of a directive stands, after a byte order mark if there is one; -1 when the line is none. */
    static int directiveAt(byte[] bytes, int from, int to) {
        int at = Words.startsWith(bytes, from, to, MARK) ? from + MARK.length : from;
        return at < to && bytes[at] == '#' ? at : -1;
    }

    @Override
    public boolean read(byte[] buffer, int from, int to, LineFields fields) {
        fields.clear(buffer);
        int directive = directiveAt(buffer, from, to);
        if (directive >= 0) {
            direct(buffer, directive, to);
            return false;
        }
        if (!plan.complete() || from == to) {
            return false;
        }
        return take(buffer, from, to, fields) == plan.columns().size() && next == to + 1 && finish(fields);
    }

    /** Takes column after column; gives the first that is not as it should be, or how many there are. */
    private int take(byte[] buffer, int from, int to, LineFields fields) {
        begin();
        int first = Words.findEither(buffer, from, to, Words.BLANKS, TABS);
        long separators = first < to && buffer[first] == '\t' ? TABS : Words.BLANKS;
        next = from;
        List<W3cPlan.Column> columns = plan.columns();
        for (int i = 0; i < columns.size(); i++) {
            int at = next;
            if (at > to) {
                return i;
            }
            boolean quoted = at < to && buffer[at] == '"';
            int begin = quoted ? at + 1 : at;
            int end = quoted ? quotedEnd(buffer, begin, to) : Words.find(buffer, begin, to, separators);
            at = quoted ? end + 1 : end;
            if (at > to
                    || (at < to && buffer[at] != (byte) separators)
                    || !take(columns.get(i), buffer, begin, end, quoted, fields)) {
                return i;
            }
            next = at + 1;
        }
        return columns.size();
    }

    @Override
    public LineFault fault(byte[] buffer, int from, int to) {
        if (!plan.complete()) {
            return plan.columns().isEmpty() ? LineFault.NO_FIELDS : LineFault.FIELDS;
        }
        if (from == to) {
            return LineFault.EMPTY;
        }
        unread.clear(buffer);
        int wrong = take(buffer, from, to, unread);
        if (columns(buffer, from, to) != plan.columns().size()) {
            return LineFault.COLUMNS;
        }
        return wrong == plan.columns().size()
                ? LineFault.INCOMPLETE
                : unfit(plan.columns().get(wrong).kind());
    }

    private static LineFault unfit(W3cPlan.Kind column) {
        return switch (column) {
            case DATE -> NO_DATE;
            case TIME, EPOCH -> NO_TIME;
            case STATUS -> NO_STATUS;
            case ADDRESS, METHOD, STEM, QUERY, TARGET, OTHER -> LineFault.COLUMNS; // a quote that is not closed
        };
    }

    @Override
    public String faultText(byte[] buffer, int from, int to) {
        if (plan.columns().isEmpty()) {
            return "no #Fields line came before it";
        }
        if (!plan.complete()) {
            return "the #Fields line before it lacks a time, a status, a method, a path or an address";
        }
        int columns = columns(buffer, from, to);
        return columns == plan.columns().size()
                ? "its date, time, status or address is not as the #Fields line says"
                : "it has " + columns + " columns, the #Fields line before it has "
                        + plan.columns().size();
    }

    private static int columns(byte[] buffer, int from, int to) {
        int columns = 0;
        int first = Words.findEither(buffer, from, to, Words.BLANKS, TABS);
        byte separator = first < to ? buffer[first] : (byte) ' ';
        for (int at = from; at < to; columns++) {
            boolean quoted = buffer[at] == '"';
            int end = quoted ? quotedEnd(buffer, at + 1, to) + 1 : Words.find(buffer, at, to, Words.repeat(separator));
            at = end + 1;
        }
        return columns;
    }

    @Override
    public boolean hasPlaceFor(Field field) {
        return plan.columns().stream().anyMatch(column -> column.fill().fills(field));
    }

    private void begin() {
        moment.clear();
        moment.offsetMillis = 0;
        moment.year = date.year;
        moment.month = date.month;
        moment.day = date.day;
        path = -1;
        query = -1;
    }

    private boolean finish(LineFields fields) {
        fields.time = moment.millis();
        if (path >= 0) {
            Requests.pathAndQuery(fields, path, pathTo, query, queryTo);
        }
        Requests.check(fields);
        return fields.time != Calendar.NO_TIME && fields.from[ADDRESS] >= 0;
    }

    private void direct(byte[] buffer, int from, int to) {
        if (Words.startsWith(buffer, from, to, FIELDS)) {
            String names = new String(buffer, from + FIELDS.length, to - from - FIELDS.length, StandardCharsets.UTF_8);
            plan = W3cPlan.of(List.of(names.strip().split("[ \t]+")), named);
        } else if (Words.startsWith(buffer, from, to, DATE)) {
            int at = from + DATE.length;
            while (at < to && buffer[at] == ' ') {
                at++;
            }
            if (IsoTime.readDate(buffer, at, to, date) < 0) {
                date.clear();
            }
        }
    }

    /** The quote that is not written twice, else {@code to}. */
    private static int quotedEnd(byte[] buffer, int from, int to) {
        int end = Words.find(buffer, from, to, Words.QUOTES);
        while (end + 1 < to && buffer[end + 1] == '"') {
            end = Words.find(buffer, end + 2, to, Words.QUOTES);
        }
        return end;
    }

    private boolean take(W3cPlan.Column column, byte[] buffer, int from, int to, boolean quoted, LineFields fields) {
        boolean absent = to - from == 1 && buffer[from] == '-';
        boolean good = true;
        switch (column.kind()) {
            case DATE -> good = IsoTime.readDate(buffer, from, to, moment) == to;
            case TIME -> good = IsoTime.readTime(buffer, from, to, moment) == to;
            case EPOCH -> good = EpochTime.read(buffer, from, to, 0, moment) == to;
            case ADDRESS -> Fill.put(fields, ADDRESS, from, to, false, Escapes.LOG);
            case METHOD -> Fill.put(fields, METHOD, from, to, false, Escapes.LOG);
            case TARGET -> Requests.target(fields, from, to, false);
            case STEM -> {
                path = from;
                pathTo = to;
            }
            case QUERY -> {
                query = absent ? -1 : from;
                queryTo = to;
            }
            case STATUS -> {
                fields.from[STATUS_TEXT] = from;
                fields.to[STATUS_TEXT] = to;
                fields.status = absent ? -1 : Words.number(buffer, from, 3, to);
                good = absent || (to - from == 3 && fields.status >= 0);
            }
            case OTHER -> {}
        }
        if (!column.fill().isEmpty()) {
            Escapes escapes = escapes(buffer, from, to, quoted);
            column.fill().put(fields, from, to, escapes != Escapes.LOG, escapes);
        }
        return good;
    }

    /** How a text is written; LOG when it is plain. */
    private Escapes escapes(byte[] buffer, int from, int to, boolean quoted) {
        if (quoted) {
            return Words.find(buffer, from, to, Words.QUOTES) < to ? Escapes.DOUBLED_QUOTES : Escapes.LOG;
        }
        boolean percent = plan.cloudFront()
                ? Words.find(buffer, from, to, Words.repeat('%')) < to
                : Words.find(buffer, from, to, ENCODED_BLANK) >= 0;
        if (percent) {
            return Escapes.PERCENT;
        }
        boolean plus = !plan.cloudFront() && Words.find(buffer, from, to, Words.repeat('+')) < to;
        return plus ? Escapes.PLUS : Escapes.LOG;
    }
}
