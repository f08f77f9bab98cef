package fr.comptoir.site;

import fr.comptoir.model.site.ArrivalConfig;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.site.SiteConfig.Platform;
import fr.comptoir.model.site.SiteConfig.UserFields;
import fr.comptoir.model.site.Statuses;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * {@code comptoir.yml} of a site folder, read and checked as a whole.
 *
 * @param config what it says, defaults filled in
 * @param warnings what is probably not meant, in the order of the file
 */
public record SiteFile(SiteConfig config, List<Problem> warnings) {
    /** Name of the file in its site folder. */
    public static final String NAME = "comptoir.yml";

    /** The setting that names a file of its own; that the file is not there is a warning on it here. */
    public static final String ROBOTS = "robots";

    /**
     * Reads the file of a site folder.
     *
     * @throws InputException with every error of the file, each with its line; a missing file is one
     * @throws IOException when the file is there and cannot be read
     */
    public static SiteFile read(Path folder) throws IOException, InputException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new InputException(Problem.error(
                    file.toString(), 0, "", "is not there; `comptoir init " + folder + "` makes a new site folder"));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(file.toString(), folder, text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new InputException(Problem.error(file.toString(), lineOfBadUtf8(bytes), "", "is not UTF-8"));
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param file its name in problems
     * @param folder against which relative paths are resolved
     */
    static SiteFile parse(String file, Path folder, String text) throws InputException {
        Problems problems = new Problems(file);
        Optional<MappingNode> root = compose(problems, text);
        if (problems.hasErrors()) {
            throw new InputException(problems.inOrder());
        }
        SiteConfig config = readSite(new Section(problems, "", 1, root), folder);
        if (problems.hasErrors()) {
            throw new InputException(problems.inOrder());
        }
        return new SiteFile(config, problems.inOrder());
    }

    private static Optional<MappingNode> compose(Problems problems, String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent() && node.get() instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            problems.error(1, "", "settings were expected, such as 'platform:'");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.error(line, "", "is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.error(0, "", "is no YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static SiteConfig readSite(Section site, Path folder) {
        Section about = site.section("platform");
        LogFormat log = LogSection.read(site.section("log"));
        ArrivalConfig arrivals = ArrivalSection.read(site, about, log);
        Platform platform = PlatformSection.read(about, folder);
        SiteConfig.Provider provider = provider(site.section("provider"), platform);
        Statuses statuses = StatusList.read(site);
        List<String> watch = DeliverySections.watch(site, folder);
        SiteConfig config = new SiteConfig(
                platform,
                provider,
                log,
                statuses,
                robots(site, folder),
                user(site.section("user"), log),
                organisation(site.section("organisation"), log),
                site.choice("attribution", List.of(false, true), every -> every ? "every" : "most_specific")
                        .orElse(false),
                arrivals,
                PageRules.read(site, statuses),
                ServerSection.read(site.section("server"), folder),
                DeliverySections.months(site.section("months"), !watch.isEmpty()),
                watch,
                TitlesSection.read(site.section("titles")),
                DeliverySections.mail(site, folder));
        PlatformSection.checkNever(about, platform, config.pages());
        site.close();
        return config;
    }

    private static SiteConfig.Provider provider(Section section, Platform platform) {
        String name = section.text("name").orElse(platform.name());
        String record = section.text("registry_record").orElse("");
        if (!record.isEmpty() && !record.startsWith("https://") && !record.startsWith("http://")) {
            section.error("registry_record", "'" + record + "' is no address of a record in the COUNTER Registry");
        }
        Optional<SiteConfig.Audit> audit = audit(section);
        section.close();
        return new SiteConfig.Provider(name, record, audit);
    }

    private static Optional<SiteConfig.Audit> audit(Section provider) {
        if (!provider.has("audit")) {
            return Optional.empty();
        }
        Section audit = provider.section("audit");
        String auditor = audit.required("auditor", "who audited");
        String day = audit.required("day", "the day on which the auditor signed, yyyy-mm-dd");
        audit.close();
        try {
            return Optional.of(new SiteConfig.Audit(LocalDate.parse(day), auditor));
        } catch (DateTimeParseException e) {
            if (!day.isEmpty()) {
                audit.error("day", "'" + day + "' is no day written yyyy-mm-dd");
            }
            return Optional.empty();
        }
    }

    private static Optional<Path> robots(Section site, Path folder) {
        Optional<String> written = site.text(ROBOTS);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(written.get());
            if (!Files.isRegularFile(file)) {
                // Only what reads logs needs it: an import or a report does not wait for a list of robots.
                site.warning(ROBOTS, "there is no file " + file);
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            site.error(ROBOTS, "'" + written.get() + "' is no name of a file");
            return Optional.empty();
        }
    }

    private static UserFields user(Section section, LogFormat log) {
        UserFields fields =
                new UserFields(section.text("login"), section.text("user_cookie"), section.text("session_cookie"));
        LogSection.checkField(section, "login", fields.login(), log);
        LogSection.checkField(section, "user_cookie", fields.userCookie(), log);
        LogSection.checkField(section, "session_cookie", fields.sessionCookie(), log);
        section.close();
        return fields;
    }

    private static Optional<String> organisation(Section section, LogFormat log) {
        Optional<String> field = section.text("field");
        LogSection.checkField(section, "field", field, log);
        section.close();
        return field;
    }

    private static int lineOfBadUtf8(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, java.nio.CharBuffer.allocate(bytes.length + 1), true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
