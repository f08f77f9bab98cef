package fr.comptoir.model.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A growing dictionary: each distinct text has one number, from 0 on, in the order of first sight. Not thread-safe. */
public final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of {@code text}, given now if it has none yet. */
    public int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = texts.size();
        numbers.put(text, number);
        texts.add(text);
        return number;
    }

    public String text(int number) {
        return texts.get(number);
    }

    public int size() {
        return texts.size();
    }

    /** All texts in the order of their numbers; a view. */
    public List<String> texts() {
        return java.util.Collections.unmodifiableList(texts);
    }
}
