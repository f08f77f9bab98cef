package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern SCROLLING = Pattern.compile("<[a-z]+ [^>]*class=\"(scroll|titles)\\b[^>]*>");

    /** On a phone nearly every table does; who has no pointer could not see its last columns. */
    @Test
    void whatScrollsIsReachedByTheKeyboardAndHasAName() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path template : templates()) {
            Matcher scrolling = SCROLLING.matcher(Files.readString(template));
            while (scrolling.find()) {
                found.add(scrolling.group());
                assertThat(scrolling.group())
                        .as(template.toString())
                        .contains("tabindex=\"0\"", "role=\"group\"")
                        .containsPattern("aria-label(ledby)?=");
            }
        }
        assertThat(found).hasSizeGreaterThan(30);
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
