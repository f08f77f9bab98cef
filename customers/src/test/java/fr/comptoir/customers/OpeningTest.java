package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.CustomersException;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {
    private static final Author MARIE = Author.of("marie@example.org");

    @TempDir
    Path data;

    private static CustomersDatabase open(DatabaseSettings settings) {
        return CustomersDatabase.open(settings, TestDatabases.SITE_SECRET, Clock.systemUTC(), 4);
    }

    private static void add(CustomersDatabase db, String id) {
        db.customers()
                .add(Customer.create(id, CustomerKind.INSTITUTION, "Name"), MARIE)
                .orThrow();
    }

    static Stream<DatabaseSettings> both() {
        return Stream.of(TestDatabases.h2(), TestDatabases.emptyPostgres());
    }

    @ParameterizedTest
    @MethodSource("both")
    void anEmptyDatabaseGetsTheSchemaAndOpensAgain(DatabaseSettings settings) {
        try (CustomersDatabase db = open(settings)) {
            add(db, "a");
            assertThat(db.isAlive()).isTrue();
        }
        try (CustomersDatabase db = open(settings)) {
            assertThat(db.customers().find("a")).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aNewerSchemaIsRefusedAndLeftAsItIs(DatabaseSettings settings) throws SQLException {
        try (CustomersDatabase db = open(settings)) {
            add(db, "a");
        }
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            String quote = settings.isEmbedded() ? "\"" : "";
            statement.execute(
                    ("insert into 'schema_step' ('installed_rank', 'version', 'description', 'type', 'script',"
                                    + " 'installed_by', 'execution_time', 'success') values (99, '99', 'later', `SQL`, `V99__later.sql`,"
                                    + " `x`, 1, true)")
                            .replace("'99'", "`99`")
                            .replace("'later'", "`later`")
                            .replace("'", quote)
                            .replace("`", "'"));
        }
        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(CustomersException.class)
                .hasMessageMatching(
                        "the customers' database has schema 99, which a newer program made; this program knows"
                                + " schema \\d+: start the newer program, or restore a backup that is older");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutThePassword() {
        DatabaseSettings settings =
                DatabaseSettings.postgresql("jdbc:postgresql://127.0.0.1:1/comptoir?password=s3cret", "jo", "s3cret");

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(CustomersException.class)
                .hasMessage(
                        "the customers' database jdbc:postgresql://127.0.0.1:1/comptoir?password=*** as jo cannot be reached");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        DatabaseSettings there = TestDatabases.postgres();
        DatabaseSettings settings =
                DatabaseSettings.postgresql(there.url().replaceAll("/test\\d+", "/nothing"), "postgres", "");

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(CustomersException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void aWrongPasswordIsOneSentence() {
        DatabaseSettings settings = DatabaseSettings.embedded(data);
        open(settings).close();

        assertThatThrownBy(() -> open(new DatabaseSettings(settings.url(), settings.user(), "wrong", 2)))
                .isInstanceOf(CustomersException.class)
                .hasMessageEndingWith("as comptoir refuses the user or the password");
    }

    @Test
    void aShortSiteSecretIsRefused() {
        assertThatThrownBy(() -> CustomersDatabase.open(TestDatabases.h2(), new byte[15], Clock.systemUTC()))
                .isInstanceOf(CustomersException.class)
                .hasMessage("the site's secret has 15 bytes; at least 16 are expected");
    }

    @Test
    void theEmbeddedDatabaseIsItsOwnersAlone() throws IOException {
        try (CustomersDatabase db = open(DatabaseSettings.embedded(data))) {
            add(db, "a");
            assertThat(mode(data.resolve("customers"))).isEqualTo("rwx------");
            assertThat(mode(data.resolve("customers/customers.mv.db"))).isEqualTo("rw-------");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** That of this JVM, whoever started it. */
    private static String classPath() {
        if (OpeningTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    /** Also started as a program of its own: adds customers and says each, until it is killed. */
    public static void main(String[] arguments) {
        try (CustomersDatabase db = open(DatabaseSettings.embedded(Path.of(arguments[0])))) {
            for (int i = 0; ; i++) {
                add(db, "c" + i);
                System.out.println("c" + i);
            }
        }
    }

    /** The second process works beside the first one; and what it said was kept is there after it was killed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAKilledProgramSaidWasKeptIsThere(boolean beside) throws Exception {
        CustomersDatabase first = open(DatabaseSettings.embedded(data));
        if (!beside) {
            first.close();
        }
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        OpeningTest.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (!said.equals("c20")) {
                said = Objects.requireNonNull(lines.readLine(), "the program ended by itself");
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said = line.matches("c\\d+") ? line : said;
            }
        }
        if (!beside) {
            first = open(DatabaseSettings.embedded(data));
        }
        try (CustomersDatabase db = first) {
            assertThat(db.customers().find(said)).as(said).isPresent();
            add(db, "after");
        }
    }
}
