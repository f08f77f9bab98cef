package fr.comptoir.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** What a rule asks of one query parameter. Of a repeated parameter, one value that fits is enough. */
final class QueryCondition {
    private static final String PRESENT = "*";

    private final byte[] name;
    private final byte[] value;
    private final boolean present;

    /** @param value {@code *}: there and not empty; anything else: exactly that, after decoding */
    QueryCondition(String name, String value) {
        this.name = name.getBytes(UTF_8);
        this.value = value.getBytes(UTF_8);
        this.present = value.equals(PRESENT);
    }

    boolean holds(QueryParameters query) {
        for (int i = 0; i < query.count; i++) {
            if (query.isNamed(i, name) && fits(query, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(QueryParameters query, int parameter) {
        int from = query.valueFrom(parameter);
        int to = query.valueTo(parameter);
        return present ? from < to : Arrays.equals(query.bytes, from, to, value, 0, value.length);
    }
}
