package fr.comptoir.cli;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.key.ApiKey;
import fr.comptoir.customers.key.Keys;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.operation.Site;
import fr.comptoir.server.customers.CustomersSetup;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir key}: the keys with which programs ask for a customer's reports. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and withdraws the API keys of a customer. A key is shown once, when it is made.",
        subcommands = {KeyCommand.Make.class, KeyCommand.ListKeys.class, KeyCommand.Withdraw.class})
final class KeyCommand implements Runnable {
    private static final Author AUTHOR = Author.of("comptoir key");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of make, list and withdraw was expected");
    }

    /** What came of an attempt; a refusal is the user's to mend. */
    private static <T> T taken(Outcome<T> outcome, String field) throws InputException {
        if (outcome.isDone()) {
            return outcome.orThrow();
        }
        throw new InputException(outcome.problems().stream()
                .map(fault -> Problem.error("key", 0, field, fault.message()))
                .toList());
    }

    private static Map<String, Object> json(ApiKey key, Instant now) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", key.id());
        one.put("hint", key.hint());
        one.put("name", key.name());
        one.put("customer_id", key.customerId());
        one.put("state", key.state(now).name().toLowerCase(Locale.ROOT));
        one.put("created_at", key.createdAt().toString());
        one.put("expires_at", text(key.expiresAt()));
        one.put("last_used_at", text(key.lastUsedAt()));
        return one;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** Makes one. */
    @Command(name = "make", mixinStandardHelpOptions = true, description = "Makes a key and prints it, this once.")
    static final class Make implements Callable<Integer> {
        @Mixin
        SiteOption site = new SiteOption();

        @Option(
                names = {"--customer", "--customer-id"},
                required = true,
                paramLabel = "ID",
                description = "Whose key it is; a consortium's opens its members too.")
        String customer = "";

        @Option(
                names = "--name",
                paramLabel = "TEXT",
                defaultValue = "made on the command line",
                description = "What it is for.")
        String name = "";

        @Option(
                names = "--expires",
                paramLabel = "YYYY-MM-DD",
                description = "The first day on which it opens nothing.")
        @Nullable
        String expires;

        @Option(names = "--json", description = "Print the key with what is known of it as JSON.")
        boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
        CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Site opened = site.open();
            Instant end = expires == null ? null : day(expires, opened);
            PrintWriter out = spec.commandLine().getOut();
            try (CustomersDatabase database = CustomersSetup.openTogether(opened, Main.nameAndVersion())) {
                Keys.Made made = taken(database.keys().make(customer, name, end, AUTHOR), "--customer");
                if (json) {
                    Map<String, Object> one = json(made.key(), opened.clock().instant());
                    one.put("key", made.text());
                    Json.print(out, one);
                } else {
                    out.println(made.text());
                }
            }
            return ExitStatus.DONE;
        }

        private static Instant day(String text, Site site) throws InputException {
            try {
                return LocalDate.parse(text)
                        .atStartOfDay(site.config().platform().timeZone())
                        .toInstant();
            } catch (DateTimeParseException e) {
                throw new InputException(
                        Problem.error("key", 0, "--expires", "'" + text + "' is no day written yyyy-mm-dd"));
            }
        }
    }

    /** Lists those of a customer. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the keys of a customer.")
    static final class ListKeys implements Callable<Integer> {
        @Mixin
        SiteOption site = new SiteOption();

        @Option(
                names = {"--customer", "--customer-id"},
                required = true,
                paramLabel = "ID")
        String customer = "";

        @Option(names = "--json", description = "Print as JSON.")
        boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
        CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Site opened = site.open();
            Instant now = opened.clock().instant();
            PrintWriter out = spec.commandLine().getOut();
            try (CustomersDatabase database = CustomersSetup.openTogether(opened, Main.nameAndVersion())) {
                List<ApiKey> keys = database.keys().of(customer);
                if (json) {
                    Json.print(
                            out,
                            Map.of(
                                    "keys",
                                    keys.stream().map(key -> json(key, now)).toList()));
                } else {
                    keys.forEach(key -> out.println(key.id() + "  " + key.hint() + "...  "
                            + key.state(now).name().toLowerCase(Locale.ROOT) + "  " + key.name()));
                }
            }
            return ExitStatus.DONE;
        }
    }

    /** Withdraws one. */
    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "A key opens nothing any more, from now on.")
    static final class Withdraw implements Callable<Integer> {
        @Mixin
        SiteOption site = new SiteOption();

        @Parameters(paramLabel = "ID", description = "The number of the key, as `key list` shows it.")
        long id;

        @Override
        public Integer call() throws Exception {
            try (CustomersDatabase database = CustomersSetup.openTogether(site.open(), Main.nameAndVersion())) {
                taken(database.keys().withdraw(id, AUTHOR), "ID");
            }
            return ExitStatus.DONE;
        }
    }
}
