package fr.comptoir.cli;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.Site;
import fr.comptoir.server.customers.CustomersSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The accounts of a demonstration: one of each role. Their password is made anew each time, so that no site has one that everybody knows. */
final class DemoAccounts {
    private static final Author AUTHOR = Author.of("comptoir demo");
    private static final int PASSWORD_BYTES = 12;
    private static final int AUDIT_DAYS = 90;
    private static final String PUBLISHER = "presses-valmont";
    private static final String PUBLISHER_NAME = "Presses universitaires de Valmont";

    private final CustomersDatabase database;
    private final String password;
    private final List<String> lines = new ArrayList<>();

    private DemoAccounts(CustomersDatabase database, String password) {
        this.database = database;
        this.password = password;
    }

    /**
     * Makes them, what their institutions pay, and who harvested and came until today.
     *
     * @param catalogue that was imported
     * @param firstMonth of the logs
     * @param outage the day in whose night the server was down, of which a note tells
     * @return what to print of them, a line each, the password last
     */
    static List<String> make(Site site, Path catalogue, YearMonth firstMonth, LocalDate outage) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (CustomersDatabase database = CustomersSetup.openTogether(site, Main.nameAndVersion())) {
            DemoAccounts accounts = new DemoAccounts(database, password);
            database.customers()
                    .add(Customer.create(PUBLISHER, CustomerKind.PUBLISHER, PUBLISHER_NAME), AUTHOR)
                    .orThrow();
            database.publisherNames()
                    .save(
                            PUBLISHER,
                            database.customers().find(PUBLISHER).orElseThrow().version(),
                            List.of(new DatedValue(PUBLISHER_NAME, Days.ALWAYS)),
                            AUTHOR)
                    .orThrow();
            DemoTerms.sell(database, firstMonth, catalogue, AUTHOR);
            DemoVisits.happen(database, firstMonth, site.clock().instant());
            database.monthNotes()
                    .add(
                            Institution.THE_WORLD,
                            YearMonth.from(outage),
                            "The server was down in the night of the " + outage.getDayOfMonth()
                                    + "th, from two to five.",
                            "Le serveur était arrêté dans la nuit du " + outage.getDayOfMonth()
                                    + ", de deux à cinq heures.",
                            AUTHOR)
                    .orThrow();
            LocalDate end = LocalDate.now(site.clock()).plusDays(AUDIT_DAYS);
            accounts.add("admin", "Anne Administratrice", Role.PLATFORM_ADMINISTRATOR, null, null);
            accounts.add("valmont", "Valérie Montagne", Role.INSTITUTION_MANAGER, "valmont", null);
            accounts.add("beauval", "Benoît Beauval", Role.INSTITUTION_READER, "beauval", null);
            accounts.add("garance", "Gaëlle Garance", Role.CONSORTIUM_MANAGER, "garance", null);
            accounts.add("presses", "Pierre Presses", Role.PUBLISHER, PUBLISHER, null);
            accounts.add("audit", "Aude Auditrice", Role.AUDITOR, null, end);
            accounts.lines.add("the password of each: " + password);
            return accounts.lines;
        }
    }

    private void add(String who, String name, Role role, @Nullable String customer, @Nullable LocalDate until) {
        String email = who + "@demo.example";
        long id = database.accounts()
                .invite(email, name, Language.FR, AUTHOR)
                .orThrow()
                .id();
        database.logins().setPassword(id, password, List.of(), AUTHOR).orThrow();
        database.roles().give(id, new Grant(role, customer, until), AUTHOR).orThrow();
        lines.add(email + "  " + role.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (customer == null ? "" : " of " + customer));
    }
}
