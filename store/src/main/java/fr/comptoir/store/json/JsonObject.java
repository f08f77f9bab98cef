package fr.comptoir.store.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of texts, whole numbers, objects and lists of texts or objects, in the order in which its keys were put. What is not there
 * or is of another kind fails with {@link IllegalArgumentException}, which says the key; what is optional is left out. Not thread-safe.
 */
public final class JsonObject {
    /** Values are String, Long, JsonObject, or a List of String and JsonObject. */
    private final Map<String, Object> entries = new LinkedHashMap<>();

    Map<String, Object> entries() {
        return entries;
    }

    public JsonObject put(String key, String value) {
        entries.put(key, value);
        return this;
    }

    public JsonObject put(String key, long value) {
        entries.put(key, value);
        return this;
    }

    /** Gives a new object, which stands under that key. */
    public JsonObject putObject(String key) {
        JsonObject object = new JsonObject();
        entries.put(key, object);
        return object;
    }

    /** Puts a list with one object for each value. */
    public <T> void putObjects(String key, Iterable<T> values, BiConsumer<JsonObject, T> writer) {
        List<Object> list = new ArrayList<>();
        for (T value : values) {
            JsonObject object = new JsonObject();
            writer.accept(object, value);
            list.add(object);
        }
        entries.put(key, list);
    }

    public void putTexts(String key, List<String> texts) {
        entries.put(key, List.copyOf(texts));
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    public String text(String key) {
        return as(String.class, key, entries.get(key));
    }

    public long large(String key) {
        return as(Long.class, key, entries.get(key));
    }

    public int number(String key) {
        long value = large(key);
        if (value != (int) value) {
            throw new IllegalArgumentException("\"" + key + "\" is too large");
        }
        return (int) value;
    }

    public JsonObject object(String key) {
        return as(JsonObject.class, key, entries.get(key));
    }

    public <T> Optional<T> optional(String key, Function<JsonObject, T> reader) {
        return entries.containsKey(key) ? Optional.of(reader.apply(object(key))) : Optional.empty();
    }

    public Optional<String> optionalText(String key) {
        return entries.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }

    public Optional<Integer> optionalNumber(String key) {
        return entries.containsKey(key) ? Optional.of(number(key)) : Optional.empty();
    }

    public <T> List<T> objects(String key, Function<JsonObject, T> reader) {
        List<T> values = new ArrayList<>();
        for (Object value : as(List.class, key, entries.get(key))) {
            values.add(reader.apply(as(JsonObject.class, key, value)));
        }
        return values;
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object value : as(List.class, key, entries.get(key))) {
            texts.add(as(String.class, key, value));
        }
        return texts;
    }

    private static <T> T as(Class<T> kind, String key, @Nullable Object value) {
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is " + (value == null ? "missing" : "not what it should be"));
        }
        return kind.cast(value);
    }
}
