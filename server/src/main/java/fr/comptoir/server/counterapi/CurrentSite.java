package fr.comptoir.server.counterapi;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The site as it is now and as customers see it: read again when its state was replaced, by this program or by another beside it. Asking costs one look at a
 * file's date. Safe for many threads.
 */
public final class CurrentSite {
    /** What the file of the state is; a commit replaces it. */
    private record Identity(@Nullable Object key, long modified, long size) {}

    private record Known(Identity identity, ReportingSite site) {}

    private final Site site;
    private final Path state;
    private volatile @Nullable Known known;

    public CurrentSite(Site site) {
        this.site = site;
        this.state = site.data().resolve("state.json");
    }

    /** The site of this moment. */
    public ReportingSite get() throws IOException {
        Identity now = identity();
        Known last = known;
        if (last != null && last.identity().equals(now)) {
            return last.site();
        }
        try {
            Known read = new Known(now, ReportingSite.read(site).published().summed());
            known = read;
            return read.site();
        } catch (InputException e) {
            throw new IOException(Objects.requireNonNullElse(e.getMessage(), "the store cannot be read"), e);
        }
    }

    private Identity identity() throws IOException {
        if (!Files.exists(state)) {
            return new Identity(null, 0, 0);
        }
        BasicFileAttributes file = Files.readAttributes(state, BasicFileAttributes.class);
        return new Identity(file.fileKey(), file.lastModifiedTime().toMillis(), file.size());
    }
}
