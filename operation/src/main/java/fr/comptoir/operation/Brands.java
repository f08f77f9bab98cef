package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.paper.Document.Brand;
import fr.comptoir.paper.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The platform as the head of a document shows it. */
final class Brands {
    private Brands() {}

    /** SHA-256 of the picture; {@code ""} when there is none. */
    static String logoHash(Site site) throws IOException {
        Optional<Path> file = site.config().platform().logo().filter(Files::isRegularFile);
        return file.isPresent() ? Sha256.of(file.get()) : "";
    }

    /**
     * Reads the logo, if the platform has one.
     *
     * @throws InputException when the file of the setting {@code logo} is not there or is no picture
     */
    static Brand of(Site site) throws InputException, IOException {
        SiteConfig.Platform platform = site.config().platform();
        if (platform.logo().isEmpty()) {
            return new Brand(platform.name(), Optional.empty());
        }
        Path file = platform.logo().get();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException(
                    Problem.error(file.toString(), 0, "platform.logo", "is not there; a PNG or a JPEG was expected"));
        }
        try {
            return new Brand(platform.name(), Optional.of(Picture.of(bytes)));
        } catch (IOException e) {
            throw new InputException(
                    Problem.error(file.toString(), 0, "platform.logo", String.valueOf(e.getMessage())));
        }
    }
}
