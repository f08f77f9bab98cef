package fr.comptoir.site;

import fr.comptoir.model.code.HostType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.OccurringMetrics;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.SiteConfig.Platform;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code platform:}: what the platform is, and what cannot happen on it. */
final class PlatformSection {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_./-]+");
    /** Namespaces of proprietary identifiers in the Code's API. */
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z][A-Za-z0-9_./]{0,15}[A-Za-z0-9]");

    private PlatformSection() {}

    static Platform read(Section section, Path folder) {
        String id = section.required("id", "a short name, the value of the API's platform parameter");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            section.error(
                    "id",
                    "'" + id
                            + "' must be of letters, digits, '_', '.', '/' and '-': it is the namespace of identifiers");
        } else if (!id.isEmpty() && !NAMESPACE.matcher(id).matches()) {
            section.warning(
                    "id",
                    "'" + id
                            + "' is no namespace by the Code: 2 to 17 letters, digits, '_', '.' and '/', first a letter");
        }
        String name = section.required("name", "the platform's name in reports");
        ZoneId zone = section.text("time_zone").map(text -> zone(section, text)).orElse(ZoneOffset.UTC);
        Optional<YearMonth> firstMonth = section.text("first_month").flatMap(text -> month(section, text));
        Set<HostType> hostTypes = codes(section, "host_types", List.of(HostType.values()), HostType::code);
        Set<MetricType> never = codes(section, "never", List.of(MetricType.values()), MetricType::code);
        Optional<Path> logo = logo(section, folder);
        section.close();
        return new Platform(id, name, zone, firstMonth, hostTypes, never, logo);
    }

    /** A metric that cannot occur and a page rule that makes it contradict one another. */
    static void checkNever(Section section, Platform platform, List<PageRule> pages) {
        for (PageRule page : pages) {
            Set<MetricType> made = OccurringMetrics.of(page);
            platform.never().stream()
                    .filter(made::contains)
                    .findFirst()
                    .ifPresent(metric -> section.error(
                            "never",
                            metric.code() + " is made by the page rule in line " + page.line() + ", for "
                                    + page.path()));
        }
    }

    private static Optional<Path> logo(Section section, Path folder) {
        Optional<String> written = section.text("logo");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(written.get());
            if (!Files.isRegularFile(file)) {
                // Only documents need it: counting does not wait for a picture.
                section.warning("logo", "there is no file " + file);
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            section.error("logo", "'" + written.get() + "' is no name of a file");
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(Section section, String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            section.error("first_month", "'" + text + "' is no month written yyyy-mm");
            return Optional.empty();
        }
    }

    private static <E> Set<E> codes(Section section, String key, List<E> choices, Function<E, String> code) {
        return section.scalars(key).stream()
                .flatMap(word -> section.choose(word.line(), section.field(key), word.text(), choices, code).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ZoneId zone(Section section, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            section.error(
                    "time_zone",
                    "'" + text + "' is no time zone such as Europe/Paris"
                            + Suggestion.didYouMean(text, new TreeSet<>(ZoneId.getAvailableZoneIds())));
            return ZoneOffset.UTC;
        }
    }
}
