package fr.comptoir.customers.account;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Second factors: codes of an authenticator, and recovery codes for whoever lost it. The authenticator's secret is kept encrypted under the
 * site's secret; of recovery codes a hash keyed with it. No code is right twice.
 */
public final class SecondFactors {
    private static final String PURPOSE = "second factor";
    private static final String RECOVERY = "recovery code";
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final Database database;
    private final Changes changes;
    private final Secrets secrets;
    private final Totp totp = new Totp();

    public SecondFactors(Database database, Changes changes, Secrets secrets) {
        this.database = database;
        this.changes = changes;
        this.secrets = secrets;
    }

    /**
     * What a person gives to an authenticator, once; it is not printed.
     *
     * @param secret in base 32
     * @param address as a QR code has it
     */
    public record Enrolment(String secret, String address) {
        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    /** Whether a code is right. */
    public enum Answer {
        RIGHT,
        WRONG,
        /** Not looked at: too many were wrong; see {@link Account#delayedUntil}. */
        DELAYED
    }

    /**
     * Makes a secret, which counts once a first code of it is confirmed.
     *
     * @param issuer the platform's name, which authenticators show
     */
    public Outcome<Enrolment> begin(long account, String issuer) {
        return database.attempt(() -> {
            Optional<Account> owner = AccountRows.lock(database, account);
            if (owner.isEmpty()) {
                return Outcome.refused("account", Fault.Kind.UNKNOWN, String.valueOf(account));
            }
            if (owner.get().secondFactor()) {
                return Outcome.refused("second_factor", Fault.Kind.STATE, "TOTP");
            }
            byte[] secret = secrets.randomBytes(Totp.SECRET_BYTES);
            database.sql(
                            "update account set totp_secret = :secret, totp_step = 0, second_factor = 'BEGUN' where id = :id")
                    .param("secret", secrets.seal(PURPOSE, String.valueOf(account), secret))
                    .param("id", account)
                    .update();
            String address = Totp.address(issuer, owner.get().email(), secret);
            return new Outcome.Done<>(new Enrolment(Totp.base32(secret), address));
        });
    }

    /** From now on a code is asked for. Gives the recovery codes, to be shown once. */
    public Outcome<List<String>> confirm(long account, String code, Author author) {
        return database.attempt(() -> {
            Optional<Kept> kept = lock(account);
            if (kept.isEmpty() || !kept.get().state.equals("BEGUN")) {
                return Outcome.refused("second_factor", Fault.Kind.STATE, "NONE");
            }
            OptionalLong step = step(kept.get(), code);
            if (step.isEmpty()) {
                return Outcome.refused("code", Fault.Kind.WRONG, "");
            }
            database.sql(
                            "update account set second_factor = 'TOTP', totp_step = :step, version = version + 1 where id = :id")
                    .param("step", step.getAsLong())
                    .param("id", account)
                    .update();
            changes.add(author, AccountRows.subject(kept.get().account), "second_factor", "", "TOTP");
            return new Outcome.Done<>(newCodes(account));
        });
    }

    /** Checks a code of the authenticator, or a recovery code. A wrong one counts as a failed login. */
    public Answer check(long account, String code) {
        return database.inTransaction(() -> {
            Optional<Kept> kept = lock(account).filter(one -> one.state.equals("TOTP"));
            if (kept.isEmpty()) {
                return Answer.WRONG;
            }
            Account owner = kept.get().account;
            Instant until = owner.delayedUntil();
            if (until != null && until.isAfter(database.now())) {
                return Answer.DELAYED;
            }
            OptionalLong step = step(kept.get(), code);
            if (step.isPresent()) {
                database.sql("update account set totp_step = :step where id = :id")
                        .param("step", step.getAsLong())
                        .param("id", account)
                        .update();
                return Answer.RIGHT;
            }
            if (useRecoveryCode(owner, code)) {
                return Answer.RIGHT;
            }
            Logins.countFailure(database, owner);
            return Answer.WRONG;
        });
    }

    private boolean useRecoveryCode(Account owner, String code) {
        boolean used = database.sql("""
                                update recovery_code set used_at = :now
                                where account_id = :account and code_hash = :hash and used_at is null""")
                        .param("now", Columns.at(database.now()))
                        .param("account", owner.id())
                        .param("hash", hash(owner.id(), code))
                        .update()
                == 1;
        if (used) {
            changes.add(Author.of(owner.email()), AccountRows.subject(owner), "recovery_code", "", "one was used");
        }
        return used;
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(long account) {
        return database.sql("select count(*) from recovery_code where account_id = :account and used_at is null")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /** New recovery codes in place of the old ones, to be shown once. */
    public Outcome<List<String>> renewRecoveryCodes(long account, Author author) {
        return database.attempt(() -> {
            Optional<Kept> kept = lock(account).filter(one -> one.state.equals("TOTP"));
            if (kept.isEmpty()) {
                return Outcome.refused("second_factor", Fault.Kind.STATE, "NONE");
            }
            changes.add(author, AccountRows.subject(kept.get().account), "recovery_code", "", "all were renewed");
            return new Outcome.Done<>(newCodes(account));
        });
    }

    /** No code is asked for any more. */
    public Outcome<Account> remove(long account, Author author) {
        return database.attempt(() -> {
            Optional<Kept> kept = lock(account);
            if (kept.isEmpty()) {
                return Outcome.refused("account", Fault.Kind.UNKNOWN, String.valueOf(account));
            }
            database.sql("""
                            update account set second_factor = 'NONE', totp_secret = null, version = version + 1
                            where id = :id""").param("id", account).update();
            deleteCodes(account);
            Account before = kept.get().account;
            changes.add(author, AccountRows.subject(before), "second_factor", before.secondFactor() ? "TOTP" : "", "");
            return new Outcome.Done<>(AccountRows.find(database, account).orElseThrow());
        });
    }

    private List<String> newCodes(long account) {
        deleteCodes(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Totp.base32(secrets.randomBytes(RECOVERY_BYTES))
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("(.{4})(?=.)", "$1-");
            database.sql("insert into recovery_code (account_id, code_hash) values (:account, :hash)")
                    .param("account", account)
                    .param("hash", hash(account, code))
                    .update();
            codes.add(code);
        }
        return codes;
    }

    private void deleteCodes(long account) {
        database.sql("delete from recovery_code where account_id = :account")
                .param("account", account)
                .update();
    }

    private String hash(long account, String code) {
        String bare = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return secrets.sign(RECOVERY, account + " " + bare);
    }

    private OptionalLong step(Kept kept, String code) {
        byte[] secret = secrets.open(PURPOSE, String.valueOf(kept.account.id()), kept.sealed);
        return totp.step(secret, code, database.now(), kept.step);
    }

    private record Kept(Account account, String state, byte[] sealed, long step) {}

    private Optional<Kept> lock(long account) {
        return database.sql("select * from account where id = :id for update")
                .param("id", account)
                .query((row, number) -> {
                    byte[] sealed = row.getBytes("totp_secret");
                    return new Kept(
                            AccountRows.read(row, number),
                            row.getString("second_factor"),
                            sealed == null ? new byte[0] : sealed,
                            row.getLong("totp_step"));
                })
                .optional();
    }
}
