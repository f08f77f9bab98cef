package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.AttributionNote;
import fr.comptoir.operation.WatchedLogs;
import fr.comptoir.operation.view.ReleaseDifferences;
import fr.comptoir.store.state.Command;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** The words of the pages: both languages say the same things, and everything that a page says is there. */
class MessagesTest {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9._]+)");
    private static final Pattern TEXT = Pattern.compile(">\\s*[^<>\\s&][^<>]*[a-z]{3}[^<>]*<");

    @Test
    void bothLanguagesHaveTheSameKeysAndTheSamePlaces() throws IOException {
        for (Path bundle : bundles("fr")) {
            sameKeysAndPlaces(bundle);
        }
    }

    private static void sameKeysAndPlaces(Path bundle) throws IOException {
        Properties french = read(bundle);
        Properties english = read(bundle.resolveSibling("messages_en.properties"));
        assertThat(french.stringPropertyNames())
                .isEqualTo(english.stringPropertyNames())
                .isNotEmpty();
        for (String key : french.stringPropertyNames()) {
            assertThat(places(french, key)).as(key).isEqualTo(places(english, key));
        }
    }

    private static int places(Properties words, String key) {
        String text = words.getProperty(key);
        assertThat(text).as("an apostrophe would quote what follows").doesNotContain("'");
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void oneTitleIsOneTitle() throws IOException {
        Path bundle = RESOURCES.resolve("fr/comptoir/server/space/messages_fr.properties");
        MessageFormat count = new MessageFormat(read(bundle).getProperty("titles.count"), Locale.FRENCH);
        assertThat(count.format(new Object[] {1L, "1"})).isEqualTo("un titre");
        assertThat(count.format(new Object[] {1200L, "1 200"})).isEqualTo("1 200 titres");
    }

    @Test
    void everyKeyOfATemplateIsThere() throws IOException {
        Set<String> known = known();
        Set<String> used = new TreeSet<>();
        for (String template : templates()) {
            Matcher key = KEY.matcher(template);
            while (key.find()) {
                used.add(key.group(1));
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(known).containsAll(used);
    }

    @Test
    void everyValueThatAPageNamesHasItsWord() throws IOException {
        Set<String> known = known();
        for (Fault.Kind kind : Fault.Kind.values()) {
            assertThat(known).contains("fault." + kind);
        }
        for (CustomerField field : CustomerField.values()) {
            assertThat(known).contains("field." + field.key());
        }
        for (String ofPrice : List.of("package_price", "package", "year", "amount", "currency")) {
            assertThat(known).contains("field." + ofPrice);
        }
        for (ReleaseDifferences.Reason reason : ReleaseDifferences.Reason.values()) {
            assertThat(known).contains("difference." + reason);
        }
        for (ReleaseDifferences.Attribute attribute : ReleaseDifferences.Attribute.values()) {
            assertThat(known).contains("naming." + attribute);
        }
        for (Role role : Role.values()) {
            assertThat(known).contains("role." + role);
        }
        for (CustomerKind kind : CustomerKind.values()) {
            assertThat(known).contains("kind." + kind);
        }
        for (Account.State state : Account.State.values()) {
            assertThat(known).contains("account." + state);
        }
        for (WatchedLogs.Cause cause : WatchedLogs.Cause.values()) {
            assertThat(known).contains("months.failure." + cause);
        }
        for (AttributionNote.Kind kind : AttributionNote.Kind.values()) {
            assertThat(known).contains("effect.note." + kind);
        }
        for (String operation : Command.OPERATIONS) {
            assertThat(known).contains("deed." + operation.replace(' ', '-'));
        }
        for (PastedRanges.Flag flag : PastedRanges.Flag.values()) {
            assertThat(known).contains("flag." + flag);
        }
    }

    /** The guide is a text, and so a file for each language, of the same chapters and pictures. */
    @Test
    void theGuideHasTheSameInBothLanguages() throws IOException {
        String french = Files.readString(TEMPLATES.resolve("guide/fr.html"));
        String english = Files.readString(TEMPLATES.resolve("guide/en.html"));
        Pattern parts = Pattern.compile("th:fragment=\"[a-z]+\"|guide/\\{language}/[a-z]+\\.webp");
        List<String> expected = parts.matcher(french.replace("guide/fr/", "guide/{language}/"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(expected).hasSizeGreaterThan(15);
        assertThat(parts.matcher(english.replace("guide/en/", "guide/{language}/"))
                        .results()
                        .map(MatchResult::group))
                .containsExactlyElementsOf(expected);
    }

    /** A word in a template would be shown in one language to everybody. */
    @Test
    void noTemplateHasWordsOfItsOwn() throws IOException {
        for (String template : templates()) {
            String bare = template.replaceAll("(?s)<pre>.*?</pre>", "").replaceAll("(?s)<code>[a-z_]+</code>", "");
            assertThat(TEXT.matcher(bare).results().map(found -> found.group()).toList())
                    .isEmpty();
        }
    }

    /** Of dates and numbers {@link Written} has the forms of each language; whatever else writes them writes one for all. */
    @Test
    void noTemplateWritesDatesAndNumbersByItself() throws IOException {
        Pattern own = Pattern.compile(
                "#(numbers|temporals|dates|calendars)\\.(?!formatInteger\\(status,3\\))|toString\\(\\)");
        for (String template : templates()) {
            assertThat(own.matcher(template).results().map(MatchResult::group).toList())
                    .isEmpty();
        }
    }

    private static Iterable<String> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("guide/fr.html") && !file.endsWith("guide/en.html"))
                    .sorted()
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    /** Every file of words is one that the pages read. */
    @Test
    void everyBundleIsRead() throws IOException {
        MessageSource messages = WebSetup.messages(ZoneOffset.UTC);
        for (Path bundle : bundles("en")) {
            for (String key : read(bundle).stringPropertyNames()) {
                assertThat(messages.getMessage(key, new Object[9], Locale.ENGLISH))
                        .isNotNull();
            }
        }
    }

    /** A line that begins with a sign, or ends with a quotation mark that opens, is read twice. */
    @Test
    void frenchIsNotPartedBeforeItsSigns() throws IOException {
        Pattern parted = Pattern.compile("« | [»;?!%]| :(?![a-z])");
        MessageSource messages = WebSetup.messages(ZoneOffset.UTC);
        for (Path bundle : bundles("fr")) {
            for (String key : read(bundle).stringPropertyNames()) {
                assertThat(messages.getMessage(key, new Object[9], Locale.FRENCH))
                        .as(key)
                        .doesNotContainPattern(parted);
            }
        }
        assertThat(Files.readString(TEMPLATES.resolve("guide/fr.html")).replaceAll("<[^>]*>", ""))
                .doesNotContainPattern(parted);
    }

    /** Of two the last is taken, and nobody would know. */
    @Test
    void noKeyStandsTwiceInABundle() throws IOException {
        for (String language : List.of("en", "fr")) {
            for (Path bundle : bundles(language)) {
                assertThat(Files.readAllLines(bundle).stream()
                                .filter(line -> line.matches("[A-Za-z][^=\\s]*=.*"))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as("%s", bundle)
                        .doesNotHaveDuplicates()
                        .isNotEmpty();
            }
        }
    }

    /** The keys of all bundles; each stands in one of them. */
    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : bundles("en")) {
            for (String key : read(bundle).stringPropertyNames()) {
                assertThat(known.add(key)).as("%s stands twice", key).isTrue();
            }
        }
        return known;
    }

    private static List<Path> bundles(String language) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("messages_" + language + ".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties read(Path bundle) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(bundle)));
        return properties;
    }
}
