package fr.comptoir.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final class CookieField {
        private final int field;
        private final byte[] name;

        CookieField(Field field, String name) {
            this.field = field.ordinal();
            this.name = name.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Whether it fills that field as a whole. */
    boolean fills(Field field) {
        return Arrays.stream(fields).anyMatch(filled -> filled == field.ordinal());
    }

    boolean isEmpty() {
        return fields.length == 0 && cookies.length == 0;
    }

    /** The ordinal of the field that is all it fills, or -1. */
    int only() {
        return cookies.length == 0 && fields.length == 1 ? fields[0] : -1;
    }

    /** The value {@code fields.bytes[from, to)}. */
    void put(LineFields fields, int from, int to, boolean escaped, Escapes escapes) {
        for (int field : this.fields) {
            put(fields, field, from, to, escaped, escapes);
        }
        for (CookieField cookie : cookies) {
            int value = Cookies.find(fields.bytes, from, to, cookie.name);
            if (value >= 0) {
                put(fields, cookie.field, value, Cookies.end(fields.bytes, value, to), escaped, escapes);
            }
        }
    }

    /** Sets one field, or leaves it absent. */
    static void put(LineFields fields, int field, int from, int to, boolean escaped, Escapes escapes) {
        boolean agent = field == Field.USER_AGENT.ordinal();
        boolean nothing = saysNothing(fields.bytes, from, to) && field != Field.ADDRESS.ordinal();
        if (!agent && (nothing || from == to)) {
            return;
        }
        fields.from[field] = from;
        fields.to[field] = nothing ? from : to;
        if (escaped) {
            fields.putEscaped(field, escapes);
        }
    }

    /** A dash, and the two quotes that Apache writes for an empty user name. */
    private static boolean saysNothing(byte[] bytes, int from, int to) {
        int length = to - from;
        return (length == 1 && bytes[from] == '-') || (length == 2 && bytes[from] == '"' && bytes[from + 1] == '"');
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
            cookies.add(new CookieField(field, name));
            return this;
        }

        Fill build() {
            return fields.isEmpty() && cookies.isEmpty() ? NONE : new Fill(fields, cookies);
        }
    }
}
