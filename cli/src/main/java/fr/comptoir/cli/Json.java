package fr.comptoir.cli;

import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Prints a result as one JSON object on one line, for {@code --json}. */
final class Json {
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

    private Json() {}

    static void print(PrintWriter out, Map<String, ?> value) {
        out.println(WRITER.writeValueAsString(value));
        out.flush();
    }
}
