package fr.comptoir.site;

import fr.comptoir.model.site.MailConfig;
import fr.comptoir.model.site.MailConfig.Encryption;
import fr.comptoir.model.site.MonthsConfig;
import fr.comptoir.model.site.MonthsConfig.Closing;
import fr.comptoir.model.site.MonthsConfig.Publish;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code months}, {@code watch} and {@code mail}: what the service does by itself. */
final class DeliverySections {
    private static final Pattern HOURS = Pattern.compile("[1-9][0-9]{0,2} ?h");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",;]+@[^@\\s<>\",;]+");
    private static final Pattern NAMED = Pattern.compile("[^<>\\p{Cntrl}]+ <" + ADDRESS.pattern() + ">");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");
    private static final int DAYS_OF_EACH_MONTH = 28;
    private static final int YEARS_MAX = 999;
    private static final int PORT_MAX = 65_535;

    private DeliverySections() {}

    /** @param watches whether the service reads logs itself, and so can know whether they are complete */
    static MonthsConfig months(Section months, boolean watches) {
        MonthsConfig config = new MonthsConfig(
                number(months, "publication_day", DAYS_OF_EACH_MONTH).orElse(MonthsConfig.PUBLICATION_DAY),
                months.choice("closing", List.of(Closing.values()), DeliverySections::code)
                        .orElse(Closing.AUTOMATIC),
                months.choice("publish", List.of(Publish.values()), DeliverySections::code)
                        .orElse(watches ? Publish.CLOSED : Publish.COUNTED),
                hours(months, "longest_gap"),
                yearsShown(months));
        months.close();
        return config;
    }

    private static Optional<Integer> yearsShown(Section months) {
        Optional<Integer> years =
                months.text("years_shown").filter(text -> !text.equals("all")).isPresent()
                        ? number(months, "years_shown", YEARS_MAX)
                        : Optional.empty();
        if (years.filter(few -> few < MonthsConfig.YEARS_SHOWN_MIN).isPresent()) {
            months.error(
                    "years_shown",
                    "the current year and " + MonthsConfig.YEARS_SHOWN_MIN
                            + " before it are the least that the Code asks for");
            return Optional.empty();
        }
        return years;
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Integer> number(Section section, String key, int max) {
        return section.text(key).flatMap(text -> {
            if (NUMBER.matcher(text).matches() && Integer.parseInt(text) <= max) {
                return Optional.of(Integer.parseInt(text));
            }
            section.error(key, "'" + text + "' is no whole number from 1 to " + max);
            return Optional.empty();
        });
    }

    private static Duration hours(Section section, String key) {
        Optional<String> text = section.text(key);
        if (text.isPresent() && HOURS.matcher(text.get()).matches()) {
            return Duration.ofHours(Long.parseLong(text.get().replaceAll("[^0-9]", "")));
        }
        text.ifPresent(wrong -> section.error(key, "'" + wrong + "' is no number of hours such as 6h"));
        return MonthsConfig.LONGEST_GAP;
    }

    /** Each as it is given to the counting: absolute, or below the site's folder. */
    static List<String> watch(Section site, Path folder) {
        List<String> watched = new ArrayList<>();
        for (Section.Scalar written : site.scalars("watch")) {
            try {
                boolean pattern = WILDCARD.matcher(written.text()).find();
                // A pattern is no name on every system, so that only what stands before its first wildcard is looked
                // at.
                String name = pattern ? written.text().replaceFirst("[^/]*[*?\\[{].*", "") : written.text();
                Path path = folder.resolve(name);
                if (!Files.exists(path)) {
                    site.problems().warning(written.line(), "watch", "there is no " + path);
                }
                watched.add(
                        pattern
                                ? path
                                        + (name.isEmpty() || name.endsWith("/") ? "/" : "")
                                        + written.text().substring(name.length())
                                : path.toString());
            } catch (InvalidPathException e) {
                site.problems().error(written.line(), "watch", "'" + written.text() + "' is no name of a file");
            }
        }
        return watched;
    }

    static Optional<MailConfig> mail(Section site, Path folder) {
        Section mail = site.section("mail");
        if (!site.has("mail")) {
            return Optional.empty();
        }
        Encryption encryption = mail.choice("encryption", List.of(Encryption.values()), DeliverySections::code)
                .orElse(Encryption.STARTTLS);
        String host = mail.required("host", "the mail server");
        String from = mail.required("from", "the sender's address");
        if (!from.isEmpty()
                && !ADDRESS.matcher(from).matches()
                && !NAMED.matcher(from).matches()) {
            mail.error("from", "'" + from + "' is no address, with or without a name: Statistics <stats@example.org>");
        }
        Optional<String> replyTo = mail.text("reply_to");
        replyTo.filter(text -> !ADDRESS.matcher(text).matches())
                .ifPresent(text -> mail.error("reply_to", "'" + text + "' is no address such as stats@example.org"));
        MailConfig config = new MailConfig(
                host,
                number(mail, "port", PORT_MAX).orElse(encryption.port()),
                encryption,
                mail.text("user"),
                passwordFile(mail, folder),
                from,
                replyTo);
        mail.close();
        return Optional.of(config);
    }

    private static Optional<Path> passwordFile(Section mail, Path folder) {
        return mail.text("password_file").flatMap(text -> {
            try {
                Path file = folder.resolve(text);
                if (!Files.isRegularFile(file)) {
                    mail.warning("password_file", "there is no file " + file); // only serving needs it
                }
                return Optional.of(file);
            } catch (InvalidPathException e) {
                mail.error("password_file", "'" + text + "' is no name of a file");
                return Optional.empty();
            }
        });
    }
}
