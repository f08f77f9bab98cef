package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in {@code data/} and what {@code state.json} names of it. */
final class StoreFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> ALWAYS = Set.of("lock", "secret.key", "state.json", "state.previous.json");

    private StoreFiles() {}

    /** Fails when a file lies in {@code data/} that neither the state nor the one before it names. */
    static void assertNoLeftovers(TestSite site) throws IOException {
        Path data = site.folder.resolve("data");
        Set<String> named = new TreeSet<>();
        for (String state : List.of("state.json", "state.previous.json")) {
            if (Files.exists(data.resolve(state))) {
                name(named, data, JSON.readTree(Files.readString(data.resolve(state))));
            }
        }
        Set<String> leftovers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(file -> !ALWAYS.contains(file))
                    .filter(file -> named.stream().noneMatch(file::startsWith))
                    .forEach(leftovers::add);
        }
        assertThat(leftovers).as("files that no state names, of %s", named).isEmpty();
    }

    private static void name(Set<String> named, Path data, JsonNode state) throws IOException {
        named.add("catalogue/v" + state.get("catalogue").asInt() + "/");
        named.add("institutions/v" + state.get("institutions").asInt() + "/");
        if (state.has("robots")) {
            named.add(state.get("robots").get("file").stringValue());
        }
        for (int run = 1; run < state.get("next_run").asInt(); run++) {
            named.add("runs/run-" + run + ".");
            named.add("rejects/run-" + run + ".");
            robots(named, data.resolve("runs/run-" + run + ".json"));
        }
        for (JsonNode month : state.get("months")) {
            String name = month.get("month").stringValue();
            month.get("actions")
                    .forEach(file ->
                            named.add("actions/" + name + "/" + file.get("name").stringValue()));
            facts(named, name, month);
        }
    }

    /** The list by which a run read lines stays as long as its record does. */
    private static void robots(Set<String> named, Path record) throws IOException {
        if (Files.exists(record)) {
            JsonNode run = JSON.readTree(Files.readString(record));
            named.add("robots/" + run.get("with").get("robots").stringValue() + ".json");
        }
    }

    private static void facts(Set<String> named, String month, JsonNode node) {
        if (node.has("facts")) {
            named.add("facts/" + month + "/v" + node.get("facts").asInt() + "/");
        }
        node.forEach(child -> facts(named, month, child));
    }
}
