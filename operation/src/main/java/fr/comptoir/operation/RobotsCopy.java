package fr.comptoir.operation;

import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.site.SiteFile;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A list of robots with the bytes that it was made of, so that the very list can be kept and found again. */
final class RobotsCopy {
    private static final String SHIPPED = "robots.json";

    private final Robots robots;
    private final byte[] content;

    private RobotsCopy(Robots robots, byte[] content) {
        this.robots = robots;
        this.content = content;
    }

    /**
     * The list in that content.
     *
     * @param name what the user calls it, for messages
     */
    static RobotsCopy of(byte[] content, String name) throws InputException {
        return new RobotsCopy(Robots.of(content, name), content);
    }

    private static RobotsCopy of(Path file) throws IOException, InputException {
        return of(Files.readAllBytes(file), file.toString());
    }

    /** The list that comes with this version of the program. */
    static RobotsCopy shipped() throws IOException {
        try (InputStream in = Robots.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not in the program");
            }
            return new RobotsCopy(Robots.shipped(), in.readAllBytes());
        }
    }

    /**
     * The list named in {@code comptoir.yml}, else the one that was taken by {@code comptoir robots}, else the one that comes along.
     *
     * @throws InputException when the one named is not there or is none
     */
    static RobotsCopy inForce(Site site, Store store, State state) throws IOException, InputException {
        if (site.config().robots().isPresent()) {
            Path file = site.config().robots().get();
            if (!Files.isRegularFile(file)) {
                throw new InputException(missing(site, file));
            }
            return of(file);
        }
        if (state.robots().isPresent()) {
            return of(store.folder().root().resolve(state.robots().get().file()));
        }
        return shipped();
    }

    /** The list by which lines were once read, where it is still known. */
    static Optional<RobotsCopy> ofVersion(String sha256, Store store) throws IOException, InputException {
        RobotsCopy shipped = shipped();
        if (shipped.robots.sha256().equals(sha256)) {
            return Optional.of(shipped);
        }
        Optional<Path> kept = store.robots().find(sha256);
        return kept.isPresent() ? Optional.of(of(kept.get())) : Optional.empty();
    }

    /** An error in the line where the list is named. */
    private static Problem missing(Site site, Path file) {
        int line = site.warnings().stream()
                .filter(warning -> warning.field().equals(SiteFile.ROBOTS))
                .mapToInt(Problem::line)
                .findFirst()
                .orElse(0);
        return Problem.error(
                site.folder().resolve(SiteFile.NAME).toString(), line, SiteFile.ROBOTS, "there is no file " + file);
    }

    Robots robots() {
        return robots;
    }

    /** How a person tells it from others. */
    String identity() {
        return robots.date().isEmpty() ? "list with sha256 " + robots.sha256() : "list of " + robots.date();
    }

    /** Puts it where {@link #ofVersion} finds it, whatever becomes of the file or the program. */
    Path keep(Store store) throws IOException {
        return store.robots().keep(robots.sha256(), content);
    }
}
