package fr.comptoir.operation;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.HostType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.PlatformProfile.Reason;
import fr.comptoir.paper.Language;
import fr.comptoir.paper.Messages;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.MonthState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page that tells a platform's readers and customers how its usage is counted: what it is, what counts, which reports there are, and what
 * never occurs on it. HTML, in French or English.
 */
public final class AboutPlatform {
    private final SiteConfig config;
    private final PlatformProfile profile;
    private final RobotsList.Identity robots;
    private final List<YearMonth> counted;
    private final Messages words;

    private AboutPlatform(
            SiteConfig config,
            PlatformProfile profile,
            RobotsList.Identity robots,
            List<YearMonth> counted,
            Messages words) {
        this.config = config;
        this.profile = profile;
        this.robots = robots;
        this.counted = counted;
        this.words = words;
    }

    /**
     * The page as text.
     *
     * @param language {@code fr} or {@code en}
     * @throws InputException when there is no such language, or the robots list cannot be read
     */
    public static String page(Site site, String language) throws InputException, IOException {
        Language known = Language.of(language)
                .orElseThrow(() -> new InputException(
                        Problem.error("about", 0, "--language", "'" + language + "' is not one of fr, en")));
        RobotsList.Identity robots = RobotsList.run(
                        site, null, null, false, "", (what, done, total) -> {}, message -> {})
                .inForce();
        try (Store store = Store.openForReading(site.data())) {
            List<YearMonth> counted = store.state().months().values().stream()
                    .filter(month -> month.counted().isPresent())
                    .map(MonthState::month)
                    .toList();
            return new AboutPlatform(
                            site.config(),
                            PlatformProfile.of(site.config(), Registry.catalogue(store)),
                            robots,
                            counted,
                            new Messages("fr.comptoir.operation.about", known))
                    .page();
        }
    }

    /** Writes the page to a file, whole or not at all. */
    public static void write(Site site, String language, Path file) throws InputException, IOException {
        String page = page(site, language);
        WholeFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code platform_about_language.html}; see {@link WholeFile#name}. */
    public static String fileName(Site site, String language) {
        return WholeFile.name("html", site.config().platform().id(), "about", language);
    }

    private String page() {
        Html html = new Html(
                words.language().code(), words.text("title", config.platform().name()));
        platform(html);
        counting(html);
        never(html);
        reports(html);
        return html.page();
    }

    private void platform(Html html) {
        SiteConfig.Platform platform = config.platform();
        html.paragraph(words.text("intro", platform.name(), config.provider().name()));
        html.heading(words.text("platform"));
        List<String> lines = new ArrayList<>();
        lines.add(words.text("platform.id", platform.id()));
        if (!config.provider().registryRecord().isEmpty()) {
            lines.add(words.text("platform.registry", config.provider().registryRecord()));
        }
        config.provider()
                .audit()
                .ifPresent(audit ->
                        lines.add(words.text("platform.audit", words.language().date(audit.day()), audit.auditor())));
        String hosts = profile.hostTypes().stream().map(HostType::code).collect(Collectors.joining(", "));
        if (!hosts.isEmpty()) {
            lines.add(words.text(profile.hostTypesSaid() ? "platform.hosts" : "platform.hosts.derived", hosts));
        }
        lines.add(words.text("platform.zone", platform.timeZone().toString()));
        Optional<YearMonth> first =
                platform.firstMonth().or(() -> counted.stream().findFirst());
        first.ifPresent(
                month -> lines.add(words.text("platform.first", words.language().month(month))));
        if (!counted.isEmpty()) {
            YearMonth last = counted.get(counted.size() - 1);
            lines.add(words.text("platform.last", words.language().month(last)));
        }
        html.list(lines);
    }

    private void counting(Html html) {
        html.heading(words.text("counting"));
        html.paragraph(words.text("counting.intro"));
        List<String> lines = new ArrayList<>();
        String statuses = config.statuses().toString();
        lines.add(words.text("counting.statuses", statuses.substring(1, statuses.length() - 1)));
        lines.add(words.text("counting.double"));
        lines.add(words.text("counting.user", users()));
        lines.add(
                words.text(config.user().sessionCookie().isPresent() ? "counting.session.cookie" : "counting.session"));
        lines.add(words.text(
                robots.date().isEmpty() ? "counting.robots.undated" : "counting.robots",
                words.language().number(robots.patterns()),
                robots.date(),
                robots.sha256()));
        lines.add(words.text(config.attributionEvery() ? "counting.every" : "counting.specific"));
        html.list(lines);
        html.table(
                words.text("pages"),
                List.of(words.text("pages.path"), words.text("pages.counts"), words.text("pages.denials")),
                config.pages().stream()
                        .filter(page -> page.action() != PageRule.Action.IGNORE)
                        .map(this::row)
                        .toList());
    }

    private String users() {
        List<String> names = new ArrayList<>();
        config.user().login().ifPresent(field -> names.add(words.text("user.login")));
        config.user().userCookie().ifPresent(field -> names.add(words.text("user.cookie")));
        config.user().sessionCookie().ifPresent(field -> names.add(words.text("user.session")));
        names.add(words.text("user.address"));
        return String.join(words.text("user.else"), names);
    }

    private List<String> row(PageRule page) {
        String query = page.query().entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
        String what = words.text("action." + page.action().name().toLowerCase(Locale.ROOT));
        String format = page.format().isEmpty() ? "" : " (" + page.format() + ")";
        String method = page.accessMethod().code().equals("Regular")
                ? ""
                : ", " + page.accessMethod().code();
        String denials = page.onStatus().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(denial -> denial.getKey() + ": " + denialCode(denial.getValue()))
                .collect(Collectors.joining(", "));
        return List.of(page.path() + (query.isEmpty() ? "" : "?" + query), what + format + method, denials);
    }

    private static String denialCode(ActionKind kind) {
        return kind.code();
    }

    private void never(Html html) {
        html.heading(words.text("never"));
        List<String> lines = new ArrayList<>();
        profile.never().forEach((metric, reason) -> lines.add(words.text("never." + key(reason), metric.code())));
        if (!profile.textAndDataMining()) {
            lines.add(words.text("never.tdm"));
        }
        lines.add(words.text("never.components"));
        html.paragraph(words.text("never.intro"));
        html.list(lines);
    }

    private static String key(Reason reason) {
        return switch (reason) {
            case SAID -> "said";
            case NO_PAGE -> "page";
            case NO_CONTENT -> "content";
        };
    }

    private void reports(Html html) {
        html.heading(words.text("reports"));
        html.paragraph(words.text("reports.intro"));
        List<List<String>> rows = new ArrayList<>();
        for (ReportDeclaration report : PlatformProfile.reports()) {
            rows.add(List.of(
                    report.id(),
                    report.name(),
                    words.text(profile.isRequired(report) ? "reports.required" : "reports.offered"),
                    words.text(profile.canHaveFigures(report) ? "reports.figures" : "reports.empty")));
        }
        html.table(
                words.text("reports.caption"),
                List.of(
                        words.text("reports.id"),
                        words.text("reports.name"),
                        words.text("reports.code"),
                        words.text("reports.content")),
                rows);
        String types = profile.dataTypes().stream().map(DataType::code).collect(Collectors.joining(", "));
        if (!types.isEmpty()) {
            html.paragraph(words.text("reports.types", types));
        }
    }
}
