package fr.comptoir.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Which fields one value of a line fills: itself, or cookies in it. Immutable. */
final class Fill {
    static final Fill NONE = new Fill(List.of(), List.of());

    private final int[] fields;
    private final CookieField[] cookies;

    private Fill(List<Field> fields, List<CookieField> cookies) {
        this.fields = fields.stream().mapToInt(Field::ordinal).toArray();
        this.cookies = cookies.toArray(CookieField[]::new);
    }

    private record CookieField(int field, byte[] name) {}

    boolean isEmpty() {
        return fields.length == 0 && cookies.length == 0;
    }

    boolean isOnly(Field field) {
        return cookies.length == 0 && fields.length == 1 && fields[0] == field.ordinal();
    }

    /** The value {@code fields.bytes[from, to)}. */
    void put(LineFields fields, int from, int to, boolean escaped, Escapes escapes) {
        for (int field : this.fields) {
            put(fields, field, from, to, escaped, escapes);
        }
        for (CookieField cookie : cookies) {
            int value = Cookies.find(fields.bytes, from, to, cookie.name());
            if (value >= 0) {
                put(fields, cookie.field(), value, Cookies.end(fields.bytes, value, to), escaped, escapes);
            }
        }
    }

    /** Sets one field, or leaves it absent. */
    static void put(LineFields fields, int field, int from, int to, boolean escaped, Escapes escapes) {
        int end = to - from == 1 && fields.bytes[from] == '-' && dashIsNothing(field) ? from : to;
        boolean emptyQuotes = end - from == 2 && fields.bytes[from] == '"' && fields.bytes[from + 1] == '"';
        if ((end == from || emptyQuotes) && field != Field.USER_AGENT.ordinal()) {
            return;
        }
        fields.from[field] = from;
        fields.to[field] = end;
        if (escaped) {
            fields.escaped[field] = true;
            fields.escapes[field] = escapes;
        }
    }

    private static boolean dashIsNothing(int field) {
        return field != Field.ADDRESS.ordinal() && field != Field.STATUS_TEXT.ordinal();
    }

    /** Collects what one value fills. */
    static final class Builder {
        private final List<Field> fields = new ArrayList<>();
        private final List<CookieField> cookies = new ArrayList<>();

        Builder field(Field field) {
            fields.add(field);
            return this;
        }

        Builder cookie(Field field, String name) {
            cookies.add(new CookieField(field.ordinal(), name.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        Fill build() {
            return fields.isEmpty() && cookies.isEmpty() ? NONE : new Fill(fields, cookies);
        }
    }
}
