package fr.comptoir.ingest.format;

import java.time.ZoneId;

/** Reads JSON lines. Time, status, address and request must be there. Not thread-safe. */
final class JsonReader implements LineReader {
    private static final int ADDRESS = Field.ADDRESS.ordinal();
    private static final int METHOD = Field.METHOD.ordinal();
    private static final int QUERY = Field.QUERY.ordinal();
    private static final int STATUS_TEXT = Field.STATUS_TEXT.ordinal();
    private static final int NONE = -1;
    private static final LineFault[] TIME = faults("time");
    private static final LineFault[] STATUS = faults("status");
    private static final LineFault[] CLIENT = faults("address");
    private static final LineFault[] REQUEST = faults("request");

    private final JsonFormat format;
    private final JsonFormat.Source[] sources;
    private final JsonScanner members;
    private final ClfTime clf = new ClfTime();
    private final Moment moment;
    /** What nobody asks for. */
    private final LineFields unread = new LineFields();

    JsonReader(JsonFormat format, ZoneId zone) {
        this.format = format;
        sources = format.sources().toArray(JsonFormat.Source[]::new);
        members = format.newScanner();
        moment = new Moment(zone);
    }

    @Override
    public boolean read(byte[] buffer, int from, int to, LineFields fields) {
        fields.clear(buffer);
        if (!members.scan(buffer, from, to)
                || !readTime(buffer, fields)
                || !readStatus(buffer, fields)
                || !readAddress(buffer, fields)
                || !readRequest(fields)) {
            return false;
        }
        for (JsonFormat.Source source : sources) {
            int slot = first(source.slots());
            if (slot != NONE) {
                source.fill().put(fields, members.from[slot], members.to[slot], members.escaped[slot], Escapes.LOG);
            }
        }
        return true;
    }

    /** One for a value that is not there, and one for a value that is none. */
    private static LineFault[] faults(String part) {
        return new LineFault[] {new LineFault(LineFault.Kind.MISSING, part), new LineFault(LineFault.Kind.VALUE, part)};
    }

    @Override
    public LineFault fault(byte[] buffer, int from, int to) {
        if (from == to) {
            return LineFault.EMPTY;
        }
        unread.clear(buffer);
        if (!members.scan(buffer, from, to)) {
            return LineFault.NOT_JSON;
        }
        if (!readTime(buffer, unread)) {
            return fault(TIME, format.time);
        }
        if (!readStatus(buffer, unread)) {
            return fault(STATUS, format.status);
        }
        if (!readAddress(buffer, unread)) {
            return fault(CLIENT, format.address);
        }
        return fault(REQUEST, format.request);
    }

    private LineFault fault(LineFault[] faults, JsonFormat.Slots wanted) {
        return faults[first(wanted) == NONE ? 0 : 1];
    }

    @Override
    public String faultText(byte[] buffer, int from, int to) {
        LineFields fields = unread;
        fields.clear(buffer);
        if (!members.scan(buffer, from, to)) {
            return "it is not one object of JSON: " + PatternFault.found(buffer, from, to);
        }
        if (!readTime(buffer, fields)) {
            return faultText("time", format.time, "a time", buffer);
        }
        if (!readStatus(buffer, fields)) {
            return faultText("status", format.status, "a number of three digits at most", buffer);
        }
        if (!readAddress(buffer, fields)) {
            return faultText("address", format.address, "an address", buffer);
        }
        return faultText("request", format.request, "a request line, or a method and an address", buffer);
    }

    private String faultText(String what, JsonFormat.Slots wanted, String expected, byte[] buffer) {
        int slot = first(wanted);
        return slot == NONE
                ? "it has no member that is its " + what
                : what + ": expected " + expected + ", found "
                        + PatternFault.found(buffer, members.from[slot], members.to[slot]);
    }

    /** The first of these that the line has. */
    private int first(JsonFormat.Slots wanted) {
        for (int slot : wanted.slots) {
            if (members.from[slot] >= 0) {
                return slot;
            }
        }
        return NONE;
    }

    private boolean readTime(byte[] buffer, LineFields fields) {
        int slot = first(format.time);
        if (slot == NONE) {
            return false;
        }
        int from = members.from[slot];
        int to = members.to[slot];
        moment.clear();
        int end;
        if (to - from == ClfTime.BYTES && buffer[from + 2] == '/') {
            moment.epochMillis = clf.parse(buffer, from);
            end = moment.epochMillis == Calendar.NO_TIME ? NONE : to;
        } else if (to - from > 4 && (buffer[from + 4] == '-' || buffer[from + 4] == '/')) {
            end = IsoTime.read(buffer, from, to, moment);
        } else {
            end = EpochTime.read(buffer, from, to, 0, moment);
        }
        fields.time = moment.millis();
        return end == to && fields.time != Calendar.NO_TIME;
    }

    private boolean readStatus(byte[] buffer, LineFields fields) {
        int slot = first(format.status);
        if (slot == NONE) {
            return false;
        }
        int from = members.from[slot];
        int to = members.to[slot];
        fields.from[STATUS_TEXT] = from;
        fields.to[STATUS_TEXT] = to;
        boolean absent = to == from || (to - from == 1 && buffer[from] == '-');
        fields.status = absent ? -1 : Words.number(buffer, from, to - from, to);
        return absent || (to - from <= 3 && fields.status >= 0);
    }

    /** The address without its port and the brackets that IPv6 then has. */
    private boolean readAddress(byte[] buffer, LineFields fields) {
        int slot = first(format.address);
        if (slot == NONE || members.from[slot] == members.to[slot]) {
            return false;
        }
        int from = members.from[slot];
        int to = members.to[slot];
        int colon = Words.find(buffer, from, to, Words.repeat(':'));
        if (buffer[from] == '[') {
            from++;
            to = Words.find(buffer, from, to, Words.repeat(']'));
        } else if (colon < to && Words.find(buffer, colon + 1, to, Words.repeat(':')) == to) {
            to = colon;
        }
        Fill.put(fields, ADDRESS, from, to, members.escaped[slot], Escapes.LOG);
        return fields.from[ADDRESS] >= 0;
    }

    private boolean readRequest(LineFields fields) {
        int line = first(format.request);
        if (line != NONE && members.string[line]) {
            Requests.line(fields, members.from[line], members.to[line], members.escaped[line]);
            return true;
        }
        int method = first(format.method);
        int uri = first(format.uri);
        if (method == NONE || uri == NONE) {
            return false;
        }
        Requests.target(fields, members.from[uri], members.to[uri], members.escaped[uri]);
        Fill.put(fields, METHOD, members.from[method], members.to[method], false, Escapes.LOG);
        int query = first(format.query);
        if (query != NONE && fields.from[QUERY] < 0) {
            fields.putInLine(QUERY);
            Fill.put(fields, QUERY, members.from[query], members.to[query], members.escaped[query], Escapes.LOG);
        }
        Requests.check(fields);
        return true;
    }
}
