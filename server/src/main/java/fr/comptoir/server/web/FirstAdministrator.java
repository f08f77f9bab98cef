package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How the first platform administrator comes in: by a link that the program prints at each start while there is none. Its 256 random bits
 * live in memory alone; they are good until an administrator is there or the program ends.
 */
public final class FirstAdministrator {
    private static final int TOKEN_BYTES = 32;

    private final CustomersDatabase database;
    private final Today today;
    private final String platform;
    private final String token;

    /** @param platform its name, which is no good password */
    FirstAdministrator(CustomersDatabase database, Today today, String platform) {
        this.database = database;
        this.today = today;
        this.platform = platform;
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** The path of the link; empty when there is an administrator. */
    public Optional<String> path() {
        return isMissing() ? Optional.of("/first/" + token) : Optional.empty();
    }

    private boolean isMissing() {
        return database.roles()
                .accountsWith(Role.PLATFORM_ADMINISTRATOR, today.get())
                .isEmpty();
    }

    /** Whether a link is the one, and still good. */
    boolean isGood(String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))
                && isMissing();
    }

    /** Makes the account. One at a time, so that the link makes one only. */
    synchronized Outcome<Account> make(String given, String email, String name, Language language, String password) {
        if (!isGood(given)) {
            return Outcome.refused("token", Fault.Kind.WRONG, "");
        }
        Author author = Author.of("comptoir serve");
        return database.attempt(() -> {
            Outcome<Account> invited = database.accounts().invite(email, name, language, author);
            if (!invited.isDone()) {
                return invited;
            }
            long id = invited.orThrow().id();
            Outcome<Account> set = database.logins().setPassword(id, password, List.of(platform), author);
            if (!set.isDone()) {
                return set;
            }
            Outcome<List<Grant>> granted =
                    database.roles().give(id, new Grant(Role.PLATFORM_ADMINISTRATOR, null, null), author);
            return granted.isDone() ? set : new Outcome.Refused<>(granted.problems());
        });
    }
}
