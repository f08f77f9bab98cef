package fr.comptoir.ingest.format;

/**
 * Takes request lines and request targets apart. A request line is method, target and protocol with blanks between them; the protocol may
 * be missing (HTTP/0.9), and the target may hold blanks: what stands last and begins with {@code HTTP/} is the protocol.
 */
final class Requests {
    private static final int METHOD = Field.METHOD.ordinal();
    private static final int TARGET = Field.TARGET.ordinal();
    private static final int PATH = Field.PATH.ordinal();
    private static final int QUERY = Field.QUERY.ordinal();
    private static final int GET = 'G' | 'E' << 8 | 'T' << 16 | ' ' << 24;
    private static final long HTTP_1_0 = protocol("HTTP/1.0");
    private static final long HTTP_1_1 = protocol("HTTP/1.1");
    private static final long HTTP_2_0 = protocol("HTTP/2.0");
    private static final long HTTP = 'H' | 'T' << 8 | 'T' << 16 | 'P' << 24 | (long) '/' << 32;
    private static final long FIVE_BYTES = 0xFF_FFFF_FFFFL;
    private static final boolean[] TOKEN = token();

    private Requests() {}

    /** A request line in the line's own buffer; sets METHOD, TARGET, PATH, QUERY or says that it is garbage. */
    static void line(LineFields fields, int from, int to, boolean escaped) {
        if (!escaped) {
            split(fields, fields.bytes, from, to);
            return;
        }
        fields.from[TARGET] = from;
        fields.to[TARGET] = to;
        fields.decode(TARGET, Escapes.LOG);
        fields.putInScratch(METHOD);
        fields.putInScratch(PATH);
        fields.putInScratch(QUERY);
        split(fields, fields.bytesOf(Field.TARGET), fields.from[TARGET], fields.to[TARGET]);
    }

    /** A request target in the line's own buffer; sets TARGET, PATH and QUERY. A {@code -} and nothing are none. */
    static void target(LineFields fields, int from, int to, boolean escaped) {
        if (to == from || (to - from == 1 && fields.bytes[from] == '-')) {
            return;
        }
        if (!escaped) {
            target(fields, fields.bytes, from, to);
            return;
        }
        fields.from[TARGET] = from;
        fields.to[TARGET] = to;
        fields.decode(TARGET, Escapes.LOG);
        fields.putInScratch(PATH);
        fields.putInScratch(QUERY);
        target(fields, fields.bytesOf(Field.TARGET), fields.from[TARGET], fields.to[TARGET]);
    }

    private static void split(LineFields fields, byte[] bytes, int from, int to) {
        int methodEnd;
        if (to - from > 4 && Words.getInt(bytes, from) == GET) {
            methodEnd = from + 3;
        } else {
            methodEnd = from;
            while (methodEnd < to && bytes[methodEnd] >= 0 && TOKEN[bytes[methodEnd]]) {
                methodEnd++;
            }
            if (methodEnd == from || methodEnd == to || bytes[methodEnd] != ' ') {
                garbage(fields);
                return;
            }
        }
        int target = methodEnd + 1;
        while (target < to && bytes[target] == ' ') {
            target++;
        }
        int targetEnd = targetEnd(bytes, target, to);
        if (targetEnd == target) {
            garbage(fields);
            return;
        }
        fields.from[METHOD] = from;
        fields.to[METHOD] = methodEnd;
        target(fields, bytes, target, targetEnd);
    }

    private static int targetEnd(byte[] bytes, int target, int to) {
        int end = to;
        long eight = to - target > 8 ? Words.get(bytes, to - 8) : 0;
        if ((eight == HTTP_1_1 || eight == HTTP_2_0 || eight == HTTP_1_0)
                && bytes[to - 9] == ' '
                && bytes[to - 10] != ' ') {
            return to - 9;
        }
        int protocol = to - 8;
        if (protocol > target
                && bytes[protocol - 1] == ' '
                && (Words.get(bytes, protocol) & FIVE_BYTES) == HTTP
                && Words.find(bytes, protocol, to, Words.BLANKS) == to) {
            end = protocol - 1;
        } else {
            int last = to;
            while (last > target && bytes[last - 1] != ' ') {
                last--;
            }
            if (isProtocol(bytes, last, to)) {
                end = last;
            }
        }
        while (end > target && bytes[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private static long protocol(String text) {
        long bytes = 0;
        for (int i = 7; i >= 0; i--) {
            bytes = bytes << 8 | text.charAt(i);
        }
        return bytes;
    }

    private static boolean isProtocol(byte[] bytes, int from, int to) {
        return to - from >= 5
                && bytes[from] == 'H'
                && bytes[from + 1] == 'T'
                && bytes[from + 2] == 'T'
                && bytes[from + 3] == 'P'
                && bytes[from + 4] == '/';
    }

    /** Sets TARGET, PATH and QUERY from a request target; {@code bytes} is the buffer to which these fields already refer. */
    static void target(LineFields fields, byte[] bytes, int from, int to) {
        fields.from[TARGET] = from;
        fields.to[TARGET] = to;
        int path = from;
        int rest = from;
        if (bytes[from] != '/') {
            int authority = authority(bytes, from, to);
            if (authority >= 0) {
                rest = authority;
                while (rest < to && bytes[rest] != '/' && bytes[rest] != '?' && bytes[rest] != '#') {
                    rest++;
                }
                boolean hasPath = rest < to && bytes[rest] == '/';
                path = hasPath ? rest : authority - 1; // http://host has the path /: a slash of its own stands for it
            }
        }
        int mark = Words.findEither(bytes, rest, to, Words.QUESTION_MARKS, Words.HASHES);
        fields.from[PATH] = path;
        fields.to[PATH] = path < rest ? path + 1 : mark;
        if (mark < to && bytes[mark] == '?') {
            fields.from[QUERY] = mark + 1;
            fields.to[QUERY] = Words.find(bytes, mark + 1, to, Words.repeat('#'));
        }
    }

    /** A path and perhaps a query that the log holds apart, in the line's own buffer. */
    static void pathAndQuery(LineFields fields, int path, int pathTo, int query, int queryTo) {
        if (path == pathTo || (pathTo - path == 1 && fields.bytes[path] == '-')) {
            return;
        }
        fields.from[TARGET] = path;
        fields.to[TARGET] = pathTo;
        fields.from[PATH] = path;
        fields.to[PATH] = pathTo;
        boolean marked = query >= 0 && query < queryTo && fields.bytes[query] == '?';
        fields.from[QUERY] = marked ? query + 1 : query;
        fields.to[QUERY] = queryTo;
        if (Words.hasBackslash(fields.bytes, path, pathTo)) {
            fields.putEscaped(TARGET, Escapes.LOG);
            fields.putEscaped(PATH, Escapes.LOG);
        }
        if (query >= 0 && Words.hasBackslash(fields.bytes, query, queryTo)) {
            fields.putEscaped(QUERY, Escapes.LOG);
        }
    }

    /** Says that the request is garbage unless METHOD is a method and TARGET is there. */
    static void check(LineFields fields) {
        int from = fields.from[METHOD];
        int to = fields.to[METHOD];
        boolean good = from >= 0 && from < to && fields.from[TARGET] >= 0 && fields.from[TARGET] < fields.to[TARGET];
        byte[] bytes = fields.bytesOf(Field.METHOD);
        for (int i = from; good && i < to; i++) {
            good = bytes[i] >= 0 && TOKEN[bytes[i]];
        }
        if (!good) {
            garbage(fields);
        }
    }

    static void garbage(LineFields fields) {
        fields.garbageRequest = true;
        fields.from[METHOD] = -1;
        fields.from[TARGET] = -1;
        fields.from[PATH] = -1;
        fields.from[QUERY] = -1;
    }

    /** Where the authority of an absolute URI begins; -1 when it is none. */
    private static int authority(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isSchemeByte(bytes[i])) {
            i++;
        }
        boolean absolute = i > from && to - i >= 3 && bytes[i] == ':' && bytes[i + 1] == '/' && bytes[i + 2] == '/';
        return absolute ? i + 3 : -1;
    }

    private static boolean isSchemeByte(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '+'
                || b == '-'
                || b == '.';
    }

    /** The bytes of a method (RFC 9110, section 5.6.2). */
    private static boolean[] token() {
        boolean[] token = new boolean[128];
        for (int c = 0; c < 128; c++) {
            token[c] = (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
        }
        return token;
    }
}
