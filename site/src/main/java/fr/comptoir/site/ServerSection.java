package fr.comptoir.site;

import fr.comptoir.model.net.IpRange;
import fr.comptoir.model.site.ServerConfig;
import fr.comptoir.model.site.ServerConfig.Database;
import fr.comptoir.model.site.ServerConfig.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code server}. Passwords stand in files of their own, never in {@code comptoir.yml}. */
final class ServerSection {
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,4}) ?s");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Section section;
    private final Path folder;

    private ServerSection(Section section, Path folder) {
        this.section = section;
        this.folder = folder;
    }

    static ServerConfig read(Section section, Path folder) {
        ServerSection reader = new ServerSection(section, folder);
        ServerConfig config = new ServerConfig(
                reader.address("url"),
                section.text("address"),
                reader.tls(section.section("tls")),
                reader.trustedProxies(),
                reader.origins(),
                reader.seconds("report_wait"),
                reader.number("reports_waiting", ServerConfig.REPORTS_WAITING),
                reader.number("requests_per_minute", ServerConfig.REQUESTS_PER_MINUTE),
                reader.database(section.section("database")),
                SignInSection.read(section.section("sign_in"), folder, section.has("trusted_proxies")),
                reader.number("mask_below", ServerConfig.MASK_BELOW));
        section.close();
        return config;
    }

    private Optional<String> address(String key) {
        return section.text(key).flatMap(text -> {
            if (isAddress(text)) {
                return Optional.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            }
            section.error(key, "'" + text + "' is no address such as https://stats.example.org");
            return Optional.empty();
        });
    }

    static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null && uri.getQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Optional<Tls> tls(Section tls) {
        if (!section.has("tls")) {
            return Optional.empty();
        }
        String certificate = tls.required("certificate", "a PEM file, or a PKCS#12 store (.p12)");
        Optional<Path> file = file(tls, "certificate", Optional.of(certificate).filter(text -> !text.isEmpty()));
        Optional<Path> key = file(tls, "key", tls.text("key"));
        Optional<Path> password = file(tls, "password_file", tls.text("password_file"));
        String ending = certificate.toLowerCase(Locale.ROOT);
        boolean store = ending.endsWith(".p12") || ending.endsWith(".pfx");
        if (!certificate.isEmpty() && store && key.isPresent()) {
            tls.error("key", "a PKCS#12 store has its key; leave it out");
        } else if (!certificate.isEmpty() && !store && !tls.has("key")) {
            tls.error("key", "is missing: the PEM file of the certificate's key");
        }
        tls.close();
        return file.map(path -> new Tls(path, key, password));
    }

    private Optional<Path> file(Section of, String key, Optional<String> written) {
        return file(folder, of, key, written);
    }

    /** A file that serving needs; one that is not there yet is warned of. */
    static Optional<Path> file(Path folder, Section of, String key, Optional<String> written) {
        return written.flatMap(text -> {
            try {
                Path file = folder.resolve(text);
                if (!Files.isRegularFile(file)) {
                    // Only serving needs it.
                    of.warning(key, "there is no file " + file);
                }
                return Optional.of(file);
            } catch (InvalidPathException e) {
                of.error(key, "'" + text + "' is no name of a file");
                return Optional.empty();
            }
        });
    }

    private List<String> trustedProxies() {
        List<String> proxies = new ArrayList<>();
        for (Section.Scalar range : section.scalars("trusted_proxies")) {
            try {
                IpRange.parse(range.text()).forEach(proxy -> proxies.add(proxy.toString()));
            } catch (IllegalArgumentException e) {
                section.problems()
                        .error(range.line(), section.field("trusted_proxies"), String.valueOf(e.getMessage()));
            }
        }
        return proxies;
    }

    private List<String> origins() {
        List<String> origins = new ArrayList<>();
        for (Section.Scalar origin : section.scalars("cors")) {
            if (isAddress(origin.text()) && !origin.text().endsWith("/")) {
                origins.add(origin.text());
            } else {
                section.problems()
                        .error(
                                origin.line(),
                                section.field("cors"),
                                "'" + origin.text() + "' is no origin such as https://www.example.org");
            }
        }
        return origins;
    }

    private Duration seconds(String key) {
        Optional<String> text = section.text(key);
        if (text.isEmpty()) {
            return ServerConfig.REPORT_WAIT;
        }
        Matcher seconds = SECONDS.matcher(text.get());
        if (!seconds.matches()) {
            section.error(key, "'" + text.get() + "' is no number of seconds such as 60s");
            return ServerConfig.REPORT_WAIT;
        }
        return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    }

    private int number(String key, int usual) {
        Optional<String> text = section.text(key);
        if (text.isEmpty()) {
            return usual;
        }
        if (!NUMBER.matcher(text.get()).matches()) {
            section.error(key, "'" + text.get() + "' is no whole number from 1 to 999999");
            return usual;
        }
        return Integer.parseInt(text.get());
    }

    private Optional<Database> database(Section database) {
        if (!section.has("database")) {
            return Optional.empty();
        }
        String url = database.required("url", "jdbc:postgresql://host/name");
        if (!url.isEmpty() && !url.startsWith(POSTGRESQL)) {
            database.error("url", "'" + url + "' is no address of a PostgreSQL database, jdbc:postgresql://host/name");
        } else if (url.contains("password=")) {
            database.error("url", "a password stands in a file of its own, named by password_file");
        }
        String user = database.text("user").orElse("comptoir");
        Optional<Path> password = file(database, "password_file", database.text("password_file"));
        database.close();
        return url.isEmpty() ? Optional.empty() : Optional.of(new Database(url, user, password));
    }
}
