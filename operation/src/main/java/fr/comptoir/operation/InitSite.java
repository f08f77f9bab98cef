package fr.comptoir.operation;

import fr.comptoir.ingest.format.FormatGuess;
import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.Problem;
import fr.comptoir.site.SiteFile;
import fr.comptoir.site.SiteTemplate;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a new site folder with a commented {@code comptoir.yml}. */
public final class InitSite {
    private static final int PLATFORM_ID_MAX = 17;

    private InitSite() {}

    /** What was made, and what the user should look at. */
    public record Result(Path file, List<String> notes) {}

    /**
     * Makes the folder, where it is not there, and the file.
     *
     * @param log a log whose format goes into the file
     * @throws InputException when the folder has a {@code comptoir.yml} already, or the log is missing or of no known format
     */
    public static Result run(Path folder, Optional<Path> log) throws InputException, IOException {
        Path file = folder.resolve(SiteFile.NAME);
        if (Files.exists(file)) {
            throw new InputException(Problem.error(file.toString(), 0, "", "is there already; nothing was changed"));
        }
        List<String> notes = new ArrayList<>();
        String format = "combined";
        if (log.isPresent()) {
            FormatGuess guess = guess(log.get());
            format = format(guess.format());
            notes.add("the log is " + guess.name() + ": " + guess.readable() + " of " + guess.lines()
                    + " lines can be read");
            notes.addAll(guess.notes());
        }
        Disk disk = new Disk();
        disk.makeFolder(folder);
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String text = SiteTemplate.text(id(name), name, format);
        disk.writeWhole(file, text.getBytes(StandardCharsets.UTF_8));
        return new Result(file, notes);
    }

    private static FormatGuess guess(Path log) throws InputException, IOException {
        if (!Files.isRegularFile(log)) {
            throw new InputException(Problem.error(log.toString(), 0, "", "there is no such file"));
        }
        try (Content content = Content.open(new Input(log.toString(), log), InputStream.nullInputStream())) {
            return FormatGuess.of(content.head())
                    .orElseThrow(
                            () -> new InputException(
                                    Problem.error(
                                            log.toString(),
                                            0,
                                            "",
                                            "is of no format that is recognised; write its LogFormat or log_format string into comptoir.yml")));
        }
    }

    private static String format(LogFormat format) {
        return format.pattern().isEmpty() || isNamed(format.kind())
                ? format.kind().name().toLowerCase(Locale.ROOT)
                : format.pattern();
    }

    private static boolean isNamed(LogFormat.Kind kind) {
        return switch (kind) {
            case COMMON, COMBINED, W3C, JSON -> true;
            case APACHE, NGINX -> false;
        };
    }

    /** A namespace by the Code, made of the folder's name: a letter first, then letters, digits and underscores, 2 to 17. */
    private static String id(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "").replaceFirst("^[^a-z]+", "");
        String cut = id.length() > PLATFORM_ID_MAX ? id.substring(0, PLATFORM_ID_MAX) : id;
        return cut.length() < 2 ? "platform" : cut;
    }
}
