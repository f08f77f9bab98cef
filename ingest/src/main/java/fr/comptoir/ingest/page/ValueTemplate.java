package fr.comptoir.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What an item or database id is made of: literals, captures of the path ({@code {item}}) and query parameters ({@code {query.db}}).
 * Where a parameter is repeated there are several values; where a parameter is absent or empty there is none.
 */
final class ValueTemplate {
    /** Most values that one template gives for one line. */
    static final int VALUES_MAX = 1_000;

    private static final String QUERY = "query.";

    private final byte[][] literals;
    /** By place, the number of the capture, or -1 for a parameter. */
    private final int[] captures;

    private final byte[][] parameters;

    private ValueTemplate(byte[][] literals, int[] captures, byte[][] parameters) {
        this.literals = literals;
        this.captures = captures;
        this.parameters = parameters;
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    static ValueTemplate of(String text, List<String> pathNames) {
        TemplateText template = TemplateText.of(text);
        int count = template.names().size();
        int[] captures = new int[count];
        byte[][] parameters = new byte[count][];
        for (int i = 0; i < count; i++) {
            String name = template.names().get(i);
            captures[i] = pathNames.indexOf(name);
            parameters[i] = new byte[0];
            if (captures[i] < 0 && !(name.startsWith(QUERY) && name.length() > QUERY.length())) {
                throw new IllegalArgumentException("{" + name + "} is neither in the path nor {query.NAME}");
            }
            if (captures[i] < 0) {
                parameters[i] = name.substring(QUERY.length()).getBytes(UTF_8);
            }
        }
        byte[][] literals = template.literals().stream()
                .map(literal -> literal.getBytes(UTF_8))
                .toArray(byte[][]::new);
        return new ValueTemplate(literals, captures, parameters);
    }

    /** Whether the value is just a capture, as {@code {item}} is. */
    boolean isOneCapture() {
        return captures.length == 1 && captures[0] >= 0 && literals[0].length == 0 && literals[1].length == 0;
    }

    /** The number of the first capture. */
    int firstCapture() {
        return captures[0];
    }

    /** The values in order, at most {@code max}, never an empty one. */
    List<byte[]> values(PathSegments path, Captures found, QueryParameters query, int max) {
        List<byte[]> values = new ArrayList<>();
        values.add(literals[0]);
        for (int i = 0; i < captures.length && !values.isEmpty(); i++) {
            List<byte[]> longer = new ArrayList<>();
            for (byte[] begun : values) {
                if (captures[i] >= 0) {
                    longer.add(
                            join(begun, path.bytes, found.from[captures[i]], found.to[captures[i]], literals[i + 1]));
                } else {
                    addForEach(query, i, begun, longer, max);
                }
            }
            values = longer;
        }
        values.removeIf(value -> value.length == 0);
        return values;
    }

    private void addForEach(QueryParameters query, int place, byte[] begun, List<byte[]> longer, int max) {
        for (int i = 0; i < query.count && longer.size() < max; i++) {
            if (query.isNamed(i, parameters[place]) && query.valueFrom(i) < query.valueTo(i)) {
                longer.add(join(begun, query.bytes, query.valueFrom(i), query.valueTo(i), literals[place + 1]));
            }
        }
    }

    private static byte[] join(byte[] begun, byte[] bytes, int from, int to, byte[] literal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(begun.length + to - from + literal.length);
        out.writeBytes(begun);
        out.write(bytes, from, to - from);
        out.writeBytes(literal);
        return out.toByteArray();
    }
}
