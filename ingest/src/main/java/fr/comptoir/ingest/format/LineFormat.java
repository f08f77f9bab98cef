package fr.comptoir.ingest.format;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import java.util.List;

/** A log format, compiled. Immutable and safe for many threads. */
public interface LineFormat {
    LineReader newReader();

    /** Whether the lines of an input must be given, all and in order, to one reader (W3C: directives say what follows). */
    boolean sequential();

    /** Whether a line is no entry at all but a directive or comment (W3C {@code #...}); a sequential reader must still be given it. */
    boolean isDirective(byte[] bytes, int from, int to);

    /** Fields of a user or an organisation that the site names, though no line of this format holds them: they are absent in each. */
    default List<Problem> warnings() {
        return List.of();
    }

    /** The format in a few words, for messages. */
    String describe();

    /**
     * Compiles the format of a site.
     *
     * @throws InputException when a directive is unknown, something that counting needs is not in the format, or the client address that the
     *     site names is not in it
     */
    static LineFormat of(SiteConfig config) throws InputException {
        return LineFormats.compile(config);
    }
}
