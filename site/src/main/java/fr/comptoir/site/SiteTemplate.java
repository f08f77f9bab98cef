package fr.comptoir.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The {@code comptoir.yml} that a new site folder begins with: every setting is in it, with a comment. */
public final class SiteTemplate {
    private static final String RESOURCE = "template.yml";

    private SiteTemplate() {}

    /**
     * The whole text.
     *
     * @param id {@code platform.id}
     * @param name {@code platform.name} and {@code provider.name}
     * @param format {@code log.format}: {@code combined}, {@code w3c}, ... or a whole format string
     */
    public static String text(String id, String name, String format) {
        return resource()
                .replace("@id@", quoted(id))
                .replace("@name@", quoted(name))
                .replace("@format@", quoted(format));
    }

    /** A plain word as it is, all else as a double-quoted YAML scalar. */
    private static String quoted(String value) {
        if (value.matches("[A-Za-z][A-Za-z0-9_]*") && !value.matches("(?i)y|n|yes|no|on|off|true|false|null")) {
            return value;
        }
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }

    private static String resource() {
        try (InputStream in = SiteTemplate.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
