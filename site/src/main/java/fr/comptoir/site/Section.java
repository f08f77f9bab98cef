package fr.comptoir.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file, asked key by key. A key without a value is as absent. Each wrong value is a problem with its line, and the
 * answer is then as if the key were absent, so that reading goes on; {@link #close} says the keys that nobody asked for. Not thread-safe.
 */
final class Section {
    /** A word or number of the file with its line, from 1. */
    record Scalar(int line, String text) {}

    private final Problems problems;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    Section(Problems problems, String path, int line, Optional<MappingNode> node) {
        this.problems = problems;
        this.path = path;
        this.line = line;
        node.map(MappingNode::getValue).orElse(List.of()).forEach(this::put);
    }

    private void put(NodeTuple tuple) {
        int keyLine = lineOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.error(keyLine, path, "a name was expected as key, not a list or a mapping");
            return;
        }
        Integer first = keyLines.putIfAbsent(key.getValue(), keyLine);
        if (first != null) {
            problems.error(keyLine, field(key.getValue()), "is said twice, first in line " + first);
        } else if (!tuple.getValueNode().getTag().equals(Tag.NULL)) {
            values.put(key.getValue(), tuple.getValueNode());
        }
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Line of the section itself. */
    int line() {
        return line;
    }

    /** Line of a key, or of the section when the key is absent. */
    int line(String key) {
        return keyLines.getOrDefault(key, line);
    }

    /** The dotted name of a key, as problems show it. */
    String field(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Problems problems() {
        return problems;
    }

    void error(String key, String message) {
        problems.error(line(key), field(key), message);
    }

    void warning(String key, String message) {
        problems.warning(line(key), field(key), message);
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The keys of a mapping whose keys are free, in the order of the file. */
    List<String> freeKeys() {
        return List.copyOf(keyLines.keySet());
    }

    Optional<String> text(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            problems.error(lineOf(node), field(key), "one value was expected, not a list or a mapping");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            problems.error(lineOf(node), field(key), "is blank; leave the key out if there is nothing to say");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    /** As {@link #text}, and a problem when it is absent; then the answer is {@code ""}. */
    String required(String key, String what) {
        boolean there = has(key);
        if (!there) {
            error(key, "is missing: " + what);
        }
        return text(key).orElse("");
    }

    /** A single value or a list of them. */
    List<Scalar> scalars(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        List<Scalar> scalars = new ArrayList<>();
        for (Node each : nodes) {
            if (each instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                scalars.add(new Scalar(lineOf(each), scalar.getValue()));
            } else {
                problems.error(lineOf(each), field(key), "one value or a list of values was expected");
            }
        }
        if (nodes.isEmpty()) {
            error(key, "the list is empty");
        }
        return scalars;
    }

    /** The constant of that code in any letter case. */
    <E> Optional<E> choice(String key, List<E> choices, Function<E, String> code) {
        return text(key).flatMap(text -> choose(line(key), field(key), text, choices, code));
    }

    <E> Optional<E> choose(int lineOfText, String field, String text, List<E> choices, Function<E, String> code) {
        for (E choice : choices) {
            if (code.apply(choice).toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return Optional.of(choice);
            }
        }
        List<String> codes = choices.stream().map(code).toList();
        problems.error(
                lineOfText,
                field,
                "'" + text + "' is not one of " + String.join(", ", codes) + Suggestion.didYouMean(text, codes));
        return Optional.empty();
    }

    /** Whether a mapping stands under a key. */
    boolean isMapping(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** The mapping under a key; an empty one when it is absent or no mapping. */
    Section section(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof MappingNode mapping) {
            return new Section(problems, field(key), line(key), Optional.of(mapping));
        }
        if (node != null) {
            problems.error(lineOf(node), field(key), "a mapping of names to values was expected");
        }
        return new Section(problems, field(key), line(key), Optional.empty());
    }

    /** The mappings of the list under a key, named {@code key[1]}, {@code key[2]}, ... in problems. */
    List<Section> sections(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.error(lineOf(node), field(key), "a list was expected, each entry beginning with '- '");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            String name = field(key) + "[" + (sections.size() + 1) + "]";
            if (!(each instanceof MappingNode)) {
                problems.error(lineOf(each), name, "a mapping of names to values was expected");
            }
            Optional<MappingNode> mapping = each instanceof MappingNode node1 ? Optional.of(node1) : Optional.empty();
            sections.add(new Section(problems, name, lineOf(each), mapping));
        }
        return sections;
    }

    /** Every key that was not asked for is an error. */
    void close() {
        keyLines.forEach((key, keyLine) -> {
            if (!asked.contains(key)) {
                problems.error(
                        keyLine,
                        field(key),
                        "is no setting" + (path.isEmpty() ? "" : " of " + path) + Suggestion.didYouMean(key, asked));
            }
        });
    }
}
