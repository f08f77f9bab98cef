package fr.comptoir.ingest.format;

import java.util.Arrays;

/**
 * Reads {@code address ident user [time] "request" status number "..." "..."} with any number of values in quotes at its end: common,
 * combined, and what nginx writes if nobody says otherwise. Nothing here but speed is different from {@link PatternReader}. Not
 * thread-safe.
 */
final class CombinedReader implements LineReader {
    private static final int ADDRESS = Field.ADDRESS.ordinal();
    private static final int STATUS_TEXT = Field.STATUS_TEXT.ordinal();
    /** {@code - - }. */
    private static final int NOBODY = '-' | ' ' << 8 | '-' << 16 | ' ' << 24;
    /** From the bracket of the time on: 28 bytes of time, and at the least {@code _""_-_-}. */
    private static final int BYTES_MIN = 28 + 7;

    private final boolean identIsDash;
    private final boolean addressCounts;
    private final Fill address;
    private final Fill user;
    private final Fill[] quoted;
    private final int[] quotedField;
    private final LineReader general;
    private final ClfTime time = new ClfTime();

    /**
     * A reader.
     *
     * @param identIsDash the second value is a dash in every line
     * @param quoted what the values in quotes after the number fill
     * @param general reads the same pattern slowly, and can say why a line is malformed
     */
    CombinedReader(boolean identIsDash, Fill address, Fill user, Fill[] quoted, LineReader general) {
        this.general = general;
        this.identIsDash = identIsDash;
        this.address = address;
        this.addressCounts = address.only() == ADDRESS;
        this.user = user;
        this.quoted = quoted.clone();
        quotedField = Arrays.stream(quoted).mapToInt(Fill::only).toArray();
    }

    @Override
    public LineFault fault(byte[] buffer, int from, int to) {
        return general.fault(buffer, from, to);
    }

    @Override
    public String faultText(byte[] buffer, int from, int to) {
        return general.faultText(buffer, from, to);
    }

    @Override
    public boolean hasPlaceFor(Field field) {
        return address.fills(field)
                || user.fills(field)
                || Arrays.stream(quoted).anyMatch(fill -> fill.fills(field));
    }

    @Override
    public boolean read(byte[] buffer, int from, int to, LineFields fields) {
        fields.clear(buffer);
        int addressEnd = Words.find(buffer, from, to, Words.BLANKS);
        if (addressEnd == from || addressEnd == to) {
            return false;
        }
        if (addressCounts) {
            fields.from[ADDRESS] = from;
            fields.to[ADDRESS] = addressEnd;
        } else {
            address.put(fields, from, addressEnd, false, Escapes.LOG);
        }
        int bracket = readUser(buffer, addressEnd, to, fields);
        if (bracket < 0 || to - bracket < BYTES_MIN) {
            return false;
        }
        fields.time = time.parse(buffer, bracket + 1);
        if (fields.time == Calendar.NO_TIME
                || buffer[bracket + 27] != ']'
                || buffer[bracket + 28] != ' '
                || buffer[bracket + 29] != '"') {
            return false;
        }
        int request = bracket + 30;
        int requestEnd = Words.findEither(buffer, request, to, Words.QUOTES, Words.BACKSLASHES);
        boolean escaped = requestEnd < to && buffer[requestEnd] == '\\';
        if (escaped) {
            requestEnd = Words.closingQuote(buffer, requestEnd, to);
        }
        int number = readStatus(buffer, requestEnd, to, fields);
        int end = number < 0 ? -1 : numberEnd(buffer, number, to);
        if (end < 0) {
            return false;
        }
        Requests.line(fields, request, requestEnd, escaped);
        for (int i = 0; i < quoted.length; i++) {
            end = readQuoted(buffer, end, to, i, fields);
            if (end < 0) {
                return false;
            }
        }
        return end == to;
    }

    /** Gives the place of the bracket before the time, or -1. */
    private int readUser(byte[] buffer, int addressEnd, int to, LineFields fields) {
        if (to - addressEnd > 5 && Words.getInt(buffer, addressEnd + 1) == NOBODY && buffer[addressEnd + 5] == '[') {
            return addressEnd + 5;
        }
        int ident = addressEnd + 1;
        int identEnd = Words.find(buffer, ident, to, Words.BLANKS);
        if (identIsDash && (identEnd - ident != 1 || buffer[ident] != '-')) {
            return -1;
        }
        int name = identEnd + 1;
        int nameEnd = Words.find(buffer, Math.min(name, to), to, Words.BLANKS);
        while (nameEnd + 1 < to && buffer[nameEnd + 1] != '[') {
            nameEnd = Words.find(buffer, nameEnd + 1, to, Words.BLANKS);
        }
        if (nameEnd + 1 >= to || Words.startsWith(buffer, name, nameEnd, PatternReader.NOBODY_AND_MORE)) {
            return -1;
        }
        user.put(fields, name, nameEnd, Words.hasBackslash(buffer, name, nameEnd), Escapes.LOG);
        return nameEnd + 1;
    }

    /** Reads {@code " 200 }; gives where the next value begins, or -1. */
    private static int readStatus(byte[] buffer, int quote, int to, LineFields fields) {
        int at = quote + 2;
        if (to - quote < 5 || buffer[quote + 1] != ' ') {
            return -1;
        }
        int end = at + 3;
        if (buffer[at] == '-') {
            end = at + 1;
        } else {
            fields.status = Words.number(buffer, at, 3, to);
            if (fields.status < 0) {
                return -1;
            }
        }
        if (end >= to || buffer[end] != ' ') {
            return -1;
        }
        fields.from[STATUS_TEXT] = at;
        fields.to[STATUS_TEXT] = end;
        return end + 1;
    }

    private static int numberEnd(byte[] buffer, int at, int to) {
        if (at < to && buffer[at] == '-') {
            return at + 1;
        }
        int end = Words.findNoDigit(buffer, at, to);
        return end == at ? -1 : end;
    }

    /** Reads {@code _"..."}; gives one past it, or -1. */
    private int readQuoted(byte[] buffer, int at, int to, int i, LineFields fields) {
        if (to - at < 3 || buffer[at] != ' ' || buffer[at + 1] != '"') {
            return -1;
        }
        int from = at + 2;
        int end = Words.findEither(buffer, from, to, Words.QUOTES, Words.BACKSLASHES);
        boolean escaped = end < to && buffer[end] == '\\';
        if (escaped) {
            end = Words.closingQuote(buffer, end, to);
        }
        if (end == to) {
            return -1;
        }
        int field = quotedField[i];
        if (field >= 0 && end - from > 2) {
            fields.from[field] = from;
            fields.to[field] = end;
            if (escaped) {
                fields.putEscaped(field, Escapes.LOG);
            }
        } else {
            quoted[i].put(fields, from, end, escaped, Escapes.LOG);
        }
        return end + 1;
    }
}
