package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.key.ApiKey;
import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.DueMonths.Due;
import fr.comptoir.operation.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts mails into the outbox, in the transaction of what they tell of. Each event is told of once to each who wants to hear of it. A service
 * without a mail server puts none there.
 */
public final class Notices {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final CustomersDatabase database;
    private final Recipients recipients;
    private final Clock clock;
    private final boolean on;

    Notices(CustomersDatabase database, Site site) {
        this.database = database;
        this.recipients = new Recipients(database, site);
        this.clock = site.clock();
        this.on = site.config().mail().isPresent();
    }

    /** Whether the service sends mails. */
    public boolean areSent() {
        return on;
    }

    /** A person is invited, or gets a link to choose another password. */
    public void invitation(Account account, String link, Duration valid, boolean first) {
        Map<String, String> data = data("link", link, "hours", Long.toString(valid.toHours()), "first", "" + first);
        queue(
                "invitation " + account.id() + " " + clock.millis(),
                account.id(),
                account.email(),
                account.language(),
                Kinds.INVITATION,
                data);
    }

    /** The reports of a month are there. */
    public void newReports(YearMonth month, int facts) {
        for (Customer customer : database.customers().all()) {
            String id = customer.customerId();
            for (Recipients.Recipient to : recipients(Kind.NEW_REPORT, id)) {
                Map<String, String> data = data("month", month.toString(), "customer", id, "name", customer.name());
                data.put("reports", String.join(" ", to.subscription().reports()));
                queue("reports " + month + " v" + facts, to, Kinds.NEW_REPORTS, data);
            }
        }
    }

    /** Corrected figures are in force; each customer whose figures they change hears of it. */
    public void restated(Restatement restatement) {
        List<String> customers = database.restatements().changes(restatement.id()).stream()
                .map(Restatement.Change::customerId)
                .filter(id -> !id.equals(Institution.THE_WORLD))
                .distinct()
                .toList();
        for (String id : customers) {
            String name = database.customers().find(id).map(Customer::name).orElse(id);
            Map<String, String> data = data("month", restatement.month().toString(), "customer", id, "name", name);
            data.put("restatement", Long.toString(restatement.id()));
            // What the person wrote who decided, in words for customers; else why the correction was opened.
            data.put("reason", restatement.decision().isEmpty() ? restatement.reason() : restatement.decision());
            String event = "restatement " + restatement.id();
            List<Recipients.Recipient> to = recipients(Kind.RESTATEMENT, id);
            to.forEach(one -> queue(event, one, Kinds.RESTATEMENT, data));
            if (to.isEmpty()) {
                database.customers()
                        .find(id)
                        .map(customer -> customer.get(CustomerField.EMAIL))
                        .filter(email -> !email.isEmpty())
                        .ifPresent(
                                email -> queue(event + " of " + id, null, email, Language.FR, Kinds.RESTATEMENT, data));
            }
        }
    }

    /**
     * A correction waits for its decision.
     *
     * @param reminder which one; each is sent once
     */
    public void restatementDue(Restatement restatement, String reminder) {
        Map<String, String> data = data("month", restatement.month().toString(), "due", "" + restatement.dueOn());
        data.put("restatement", Long.toString(restatement.id()));
        data.put("reason", restatement.reason());
        for (Recipients.Recipient to : recipients(Kind.RESTATEMENT, null)) {
            queue("restatement " + restatement.id() + " " + reminder, to, Kinds.RESTATEMENT_DUE, data);
        }
    }

    /**
     * There are new cases of unusual usage in a month.
     *
     * @param customerId null for those who oversee all customers
     */
    public void anomalies(YearMonth month, int facts, @Nullable String customerId, int cases) {
        Map<String, String> data = data("month", month.toString(), "cases", Integer.toString(cases));
        if (customerId != null) {
            data.put("customer", customerId);
            data.put(
                    "name",
                    database.customers().find(customerId).map(Customer::name).orElse(customerId));
        }
        for (Recipients.Recipient to : recipients(Kind.ANOMALY, customerId)) {
            queue("anomalies " + month + " v" + facts, to, Kinds.ANOMALIES, data);
        }
    }

    /**
     * A key will open nothing soon.
     *
     * @param day on which it ends, in the platform's time zone
     * @param reminder which one; each is sent once
     */
    public void keyExpires(ApiKey key, String day, String reminder) {
        String name =
                database.customers().find(key.customerId()).map(Customer::name).orElse(key.customerId());
        Map<String, String> data = data("customer", key.customerId(), "name", name, "day", day);
        data.put("key", key.name());
        data.put("hint", key.hint());
        for (Recipients.Recipient to : recipients(Kind.KEY_EXPIRES, key.customerId())) {
            queue("key " + key.id() + " " + reminder, to, Kinds.KEY_EXPIRES, data);
        }
    }

    /** A month cannot be closed; once for each stage of its delay. */
    public void monthBlocked(Due month) {
        Map<String, String> data = data("month", month.month().toString(), "last", "" + month.lastDay());
        data.put("stage", month.stage().name());
        data.put("end", "" + month.reachesItsEnd());
        data.put(
                "missing",
                month.missing().stream()
                        .limit(20)
                        .map(gap -> gap.from() + " " + gap.to())
                        .collect(Collectors.joining(";")));
        for (Recipients.Recipient to : recipients(Kind.MONTH_BLOCKED, null)) {
            queue("blocked " + month.month() + " " + month.stage(), to, Kinds.MONTH_BLOCKED, data);
        }
    }

    private List<Recipients.Recipient> recipients(Kind kind, @Nullable String customerId) {
        return on ? recipients.of(kind, customerId) : List.of();
    }

    private static Map<String, String> data(String... namesAndValues) {
        Map<String, String> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return data;
    }

    private void queue(String event, Recipients.Recipient to, String kind, Map<String, String> data) {
        Subscription subscription = to.subscription();
        Map<String, String> all = new LinkedHashMap<>(data);
        all.put("subscription", Long.toString(subscription.id()));
        all.put("delivery", subscription.delivery().name());
        queue(
                event + " for " + subscription.id(),
                to.account().id(),
                to.account().email(),
                subscription.language(),
                kind,
                all);
    }

    private void queue(
            String event,
            @Nullable Long account,
            String address,
            Language language,
            String kind,
            Map<String, String> data) {
        if (on) {
            database.outbox()
                    .queue(new Outbox.Draft(event, account, address, language, kind, JSON.writeValueAsString(data)));
        }
    }
}
