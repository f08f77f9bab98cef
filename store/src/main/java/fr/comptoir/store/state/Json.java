package fr.comptoir.store.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees, read and written with one key an idea; optional values are left out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Reads a whole file that Comptoir wrote; anything it cannot be is a failure that names the file. */
    public static <T> T read(Path file, Function<JsonNode, T> reader) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return of(file, MAPPER.readTree(bytes), reader);
        } catch (JacksonException e) {
            throw damaged(file, e);
        }
    }

    /** As {@link #read}, of what was already read. */
    static <T> T of(Path file, JsonNode node, Function<JsonNode, T> reader) throws IOException {
        try {
            return reader.apply(node);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw damaged(file, e);
        }
    }

    private static IOException damaged(Path file, RuntimeException e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new IOException(file + " is damaged: " + reason, e);
    }

    public static byte[] bytes(JsonNode node) {
        return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static <T> void list(ObjectNode node, String key, Iterable<T> values, BiConsumer<ObjectNode, T> writer) {
        ArrayNode array = node.putArray(key);
        for (T value : values) {
            writer.accept(array.addObject(), value);
        }
    }

    static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        for (JsonNode value : required(node, key)) {
            values.add(reader.apply(value));
        }
        return values;
    }

    static <T> Optional<T> optional(JsonNode node, String key, Function<JsonNode, T> reader) {
        return Optional.ofNullable(node.get(key)).map(reader);
    }

    public static String text(JsonNode node, String key) {
        return required(node, key).stringValue();
    }

    static int number(JsonNode node, String key) {
        return required(node, key).intValue();
    }

    static long large(JsonNode node, String key) {
        return required(node, key).longValue();
    }

    static JsonNode required(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("\"" + key + "\" is missing");
        }
        return value;
    }
}
