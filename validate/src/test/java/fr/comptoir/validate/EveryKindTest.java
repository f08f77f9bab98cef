package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.validate.finding.Kind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No kind of finding without a report that has it, and none twice under one name with two grades. */
class EveryKindTest {
    /** What {@code broken.txt} cannot hold; {@link FormsTest} and {@link SamplesTest} have them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "bom-in-json",
            "encoding",
            "broken-file",
            "separator",
            "several-sheets",
            "column-date",
            "item-repeated",
            "parent-repeated",
            "parent-differs",
            "country-code",
            "book-segment-count",
            "format-of-metric",
            "view-contradicts-master");

    @Test
    void everyKindIsConvictedByATest() throws Exception {
        Set<String> convicted =
                Examples.table("broken.txt").stream().map(row -> row[3]).collect(Collectors.toCollection(TreeSet::new));
        convicted.addAll(ELSEWHERE);
        Set<String> declared = kinds().stream().map(Kind::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).hasSizeGreaterThan(100);
        assertThat(convicted).isEqualTo(declared);
    }

    @Test
    void everyKindIsInTheReference() throws Exception {
        Path reference = Path.of("..", "docs", "reference", "validate.md");
        String text = Files.readString(reference);
        assertThat(kinds()).allSatisfy(kind -> assertThat(text).contains("`" + kind.code() + "`"));
    }

    private static List<Kind> kinds() throws IOException, ReflectiveOperationException, URISyntaxException {
        Path classes = Path.of(ReportValidator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Kind> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace('/', '.');
                for (Field field :
                        Class.forName(name.substring(0, name.length() - 6)).getDeclaredFields()) {
                    if (field.getType() == Kind.class && Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        kinds.add((Kind) field.get(null));
                    }
                }
            }
        }
        return kinds;
    }
}
