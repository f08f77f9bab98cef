package fr.comptoir.customers;

import com.zaxxer.hikari.HikariDataSource;
import fr.comptoir.customers.account.Accounts;
import fr.comptoir.customers.account.Identities;
import fr.comptoir.customers.account.JoinRequests;
import fr.comptoir.customers.account.Logins;
import fr.comptoir.customers.account.Passwords;
import fr.comptoir.customers.account.Roles;
import fr.comptoir.customers.account.SecondFactors;
import fr.comptoir.customers.account.Tokens;
import fr.comptoir.customers.account.UnknownLogins;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.CustomersException;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Secrets;
import fr.comptoir.customers.customer.AddressRanges;
import fr.comptoir.customers.customer.Customers;
import fr.comptoir.customers.customer.DatedValues;
import fr.comptoir.customers.customer.FederationEntities;
import fr.comptoir.customers.customer.InstitutionExchange;
import fr.comptoir.customers.customer.Links;
import fr.comptoir.customers.customer.Logos;
import fr.comptoir.customers.customer.PackagePrices;
import fr.comptoir.customers.customer.TitlePackages;
import fr.comptoir.customers.harvest.Harvests;
import fr.comptoir.customers.harvest.PageUses;
import fr.comptoir.customers.key.Keys;
import fr.comptoir.customers.key.SharedLinks;
import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.customers.mail.Subscriptions;
import fr.comptoir.customers.month.Anomalies;
import fr.comptoir.customers.month.MonthNotes;
import fr.comptoir.customers.month.MonthSteps;
import fr.comptoir.customers.month.Restatements;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/**
 * The customers' database: who the customers are, the people and programs that act for them, and the history of every change. Safe for
 * many threads; several programs may have it open at a time.
 */
public final class CustomersDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final Database database;
    private final Secrets secrets;
    private final Passwords passwords;
    private final Changes changes;
    private final Restatements restatements;
    private final UnknownLogins unknownLogins = new UnknownLogins();

    private CustomersDatabase(HikariDataSource pool, Secrets secrets, Passwords passwords, Clock clock) {
        this.pool = pool;
        this.database = new Database(pool, clock);
        this.restatements = new Restatements(database);
        this.secrets = secrets;
        this.passwords = passwords;
        this.changes = new Changes(database);
    }

    /**
     * Opens the database, makes it when it is not there, and brings an older one to the schema of this program.
     *
     * @param siteSecret at least 16 random bytes that are kept outside the database; what is sealed or signed rests on them
     * @throws fr.comptoir.customers.base.CustomersException in one sentence: the database is not reached, the password is wrong, the
     *     schema is of a newer program
     */
    public static CustomersDatabase open(DatabaseSettings settings, byte[] siteSecret, Clock clock) {
        return open(settings, siteSecret, clock, Passwords.COST);
    }

    /** As {@link #open(DatabaseSettings, byte[], Clock)}, with another cost of passwords: tests have no quarter of a second for each. */
    public static CustomersDatabase open(DatabaseSettings settings, byte[] siteSecret, Clock clock, int passwordCost) {
        Secrets secrets = new Secrets(siteSecret);
        return new CustomersDatabase(Pools.open(settings), secrets, new Passwords(passwordCost), clock);
    }

    /**
     * Does all of the work, of several subjects, or nothing of it: an exception or an outcome that is not done undoes everything. So a
     * refusal of one subject must be given on as the outcome of the whole.
     */
    public <T> Outcome<T> attempt(Supplier<Outcome<T>> work) {
        return database.attempt(work);
    }

    /** Reads or does all of the work or nothing of it; for work none of whose parts is refused. */
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    /**
     * Writes the embedded database, as it is at one moment, into an archive with its file; others read and write meanwhile.
     *
     * @param file which the program that has the database open writes, so it must reach it under this name
     * @throws CustomersException when it is no embedded one, or the file cannot be written
     */
    public void backup(Path file) {
        try {
            database.template().update("backup to ?", file.toAbsolutePath().toString());
        } catch (DataAccessException e) {
            throw new CustomersException("the customers' database cannot be copied to " + file, e);
        }
    }

    /** Whether it answers now; for a health check. */
    public boolean isAlive() {
        try {
            return database.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            return false;
        }
    }

    public Customers customers() {
        return new Customers(database, changes);
    }

    public Logos logos() {
        return new Logos(database, changes);
    }

    public AddressRanges addressRanges() {
        return new AddressRanges(database, changes);
    }

    public FederationEntities federationEntities() {
        return new FederationEntities(database, changes);
    }

    public DatedValues organisations() {
        return DatedValues.organisations(database, changes);
    }

    /** The publishers whose titles a customer of kind PUBLISHER sees. */
    public DatedValues publisherNames() {
        return DatedValues.publishers(database, changes);
    }

    public Links memberships() {
        return Links.memberships(database, changes);
    }

    public Links parents() {
        return Links.parents(database, changes);
    }

    public InstitutionExchange institutionExchange() {
        return new InstitutionExchange(database, customers(), addressRanges(), organisations(), memberships());
    }

    public TitlePackages titlePackages() {
        return new TitlePackages(database, changes);
    }

    public PackagePrices packagePrices() {
        return new PackagePrices(database, changes);
    }

    public Changes changes() {
        return changes;
    }

    public Keys keys() {
        return new Keys(database, changes, secrets);
    }

    public SharedLinks sharedLinks() {
        return new SharedLinks(database, changes, secrets);
    }

    public Accounts accounts() {
        return new Accounts(database, changes);
    }

    public Roles roles() {
        return new Roles(database, changes);
    }

    public Identities identities() {
        return new Identities(database, changes);
    }

    public Passwords passwords() {
        return passwords;
    }

    public Logins logins() {
        return new Logins(database, changes, passwords, unknownLogins);
    }

    public SecondFactors secondFactors() {
        return new SecondFactors(database, changes, secrets);
    }

    public Tokens tokens() {
        return new Tokens(database, secrets);
    }

    public JoinRequests joinRequests() {
        return new JoinRequests(database, changes);
    }

    public Harvests harvests() {
        return new Harvests(database);
    }

    public PageUses pageUses() {
        return new PageUses(database);
    }

    public Outbox outbox() {
        return new Outbox(database);
    }

    public MonthSteps monthSteps() {
        return new MonthSteps(database);
    }

    public Restatements restatements() {
        return restatements;
    }

    public MonthNotes monthNotes() {
        return new MonthNotes(database, changes);
    }

    public Anomalies anomalies() {
        return new Anomalies(database, changes);
    }

    public Subscriptions subscriptions() {
        return new Subscriptions(database, changes, secrets);
    }

    @Override
    public void close() {
        pool.close();
    }
}
