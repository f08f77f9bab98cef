package fr.comptoir.model.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A growing dictionary: each distinct text has one number, from 0 on, in the order of first sight. Texts lie in it as UTF-8, for a month's
 * items are hundreds of thousands. Not thread-safe; reading is, once nothing is added any more.
 */
public final class Names {
    private final BytesTable table = new BytesTable(ThreadLocalRandom.current().nextLong());

    /** The number of {@code text}, given now if it has none yet. */
    public int number(String text) {
        return number(text.getBytes(UTF_8));
    }

    /** As {@link #number(String)}, of UTF-8. */
    public int number(byte[] utf8) {
        return table.number(utf8, 0, utf8.length);
    }

    public String text(int number) {
        return table.text(number);
    }

    /** The text with that number in UTF-8. */
    public byte[] utf8(int number) {
        return table.bytes(number);
    }

    public int size() {
        return table.size();
    }

    /** All texts in the order of their numbers; a view, in which each look at a text makes it anew. */
    public List<String> texts() {
        return new AbstractList<>() {
            @Override
            public String get(int number) {
                return text(number);
            }

            @Override
            public int size() {
                return table.size();
            }
        };
    }
}
