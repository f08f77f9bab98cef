package fr.comptoir.validate.declaration;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All reports of both releases, read from the resources {@code reports-r5.txt} and {@code reports-r51.txt} beside this class. */
public final class Declarations {
    private static final Map<Release, Map<String, ReportDeclaration>> ALL =
            Map.of(Release.R5, read(Release.R5), Release.R5_1, read(Release.R5_1));

    private Declarations() {}

    /** The report of that id in exactly this spelling. */
    public static Optional<ReportDeclaration> of(Release release, String id) {
        return Optional.ofNullable(reports(release).get(id));
    }

    /** Every report of a release by its id, in the order of the Code. */
    public static Map<String, ReportDeclaration> reports(Release release) {
        return ALL.getOrDefault(release, Map.of());
    }

    private static Map<String, ReportDeclaration> read(Release release) {
        Map<String, ReportDeclaration> reports = new LinkedHashMap<>();
        String heading = "";
        Map<String, String> keys = new LinkedHashMap<>();
        String key = "";
        for (String line : text(release == Release.R5 ? "reports-r5.txt" : "reports-r51.txt")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                put(reports, release, heading, keys);
                heading = line;
                keys = new LinkedHashMap<>();
            } else if (line.startsWith("   ")) {
                keys.merge(key, line.strip(), (first, more) -> first + " " + more);
            } else {
                String[] parts = line.strip().split(" +", 2);
                key = parts[0];
                keys.put(key, parts[1]);
            }
        }
        put(reports, release, heading, keys);
        return Collections.unmodifiableMap(reports);
    }

    private static void put(
            Map<String, ReportDeclaration> reports, Release release, String heading, Map<String, String> keys) {
        if (heading.isEmpty()) {
            return;
        }
        String[] idAndName = heading.split("  ", 2);
        reports.put(
                idAndName[0],
                new ReportDeclaration(
                        release,
                        idAndName[0],
                        idAndName[1],
                        keys.get("of"),
                        words(keys, "columns").stream().map(DeclaredColumn::of).toList(),
                        words(keys, "metrics").stream()
                                .map(word -> MetricType.of(word).orElseThrow())
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        set(keys, "data-types"),
                        set(keys, "access-types"),
                        set(keys, "filters"),
                        presets(keys)));
    }

    private static Map<String, List<String>> presets(Map<String, String> keys) {
        Map<String, List<String>> presets = new LinkedHashMap<>();
        for (String preset : words(keys, "presets")) {
            int equals = preset.indexOf('=');
            presets.put(
                    preset.substring(0, equals),
                    List.of(preset.substring(equals + 1).split("\\|")));
        }
        return Collections.unmodifiableMap(presets);
    }

    private static List<String> words(Map<String, String> keys, String key) {
        String text = keys.getOrDefault(key, "");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static Set<String> set(Map<String, String> keys, String key) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(words(keys, key)));
    }

    private static List<String> text(String resource) {
        try (InputStream in = Declarations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
