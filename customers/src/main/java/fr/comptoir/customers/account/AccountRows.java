package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** How accounts are read. */
final class AccountRows {
    private AccountRows() {}

    /** What two spellings of one e-mail address share. */
    static String emailKey(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static Subject subject(Account account) {
        return new Subject(Subject.Kind.ACCOUNT, Texts.shortened(emailKey(account.email()), 254));
    }

    static Optional<Account> find(Database database, long id) {
        return database.sql("select * from account where id = :id")
                .param("id", id)
                .query(AccountRows::read)
                .optional();
    }

    /** With its row locked until the transaction ends. */
    static Optional<Account> lock(Database database, long id) {
        return database.sql("select * from account where id = :id for update")
                .param("id", id)
                .query(AccountRows::read)
                .optional();
    }

    static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                Language.of(row.getString("language")),
                Account.State.valueOf(row.getString("state")),
                !row.getString("password_hash").isEmpty(),
                row.getString("second_factor").equals("TOTP"),
                row.getInt("failed_logins"),
                Columns.instantOrNull(row, "delayed_until"),
                Columns.instantOrNull(row, "last_login_at"),
                Columns.instant(row, "created_at"),
                row.getInt("version"));
    }
}
