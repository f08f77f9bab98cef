package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.server.web.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mails of which an account may choose, and what it has chosen. */
public final class MailChoices {
    private static final int CUSTOMERS_MAX = 50;

    private final CustomersDatabase database;

    MailChoices(CustomersDatabase database) {
        this.database = database;
    }

    /**
     * What may be subscribed to.
     *
     * @param customer null for the whole platform
     * @param delivery as it is now
     * @param reports as they are now; none for all
     */
    public record Choice(@Nullable Customer customer, Kind kind, Delivery delivery, String reports) {
        /** How it may come. */
        public List<Delivery> deliveries() {
            return kind == Kind.NEW_REPORT ? List.of(Delivery.values()) : List.of(Delivery.LINK, Delivery.NONE);
        }

        /** Whether any come now. */
        public boolean isOn() {
            return delivery != Delivery.NONE;
        }

        /** The reports chosen with one more, as a form has them: blank for all, when all come already. */
        public String with(String report) {
            if (report.isEmpty() || (isOn() && reports.isEmpty())) {
                return reports;
            }
            return Stream.concat(Stream.of(reports.split(" ")), Stream.of(report))
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
    }

    /** All that the viewer may choose. */
    List<Choice> of(Viewer viewer) {
        Account account = account(viewer);
        List<Choice> choices = new ArrayList<>();
        if (viewer.isOverseer()) {
            for (Kind kind : List.of(Kind.MONTH_BLOCKED, Kind.RESTATEMENT, Kind.ANOMALY)) {
                choices.add(choice(account, null, kind, viewer.isAdministrator()));
            }
        }
        for (String id : customers(viewer)) {
            Optional<Customer> customer = database.customers().find(id);
            if (customer.isPresent()) {
                boolean manages = viewer.grants().stream()
                        .anyMatch(grant -> id.equals(grant.customerId()) && Recipients.MANAGERS.contains(grant.role()));
                choices.add(choice(account, customer.get(), Kind.NEW_REPORT, false));
                choices.add(choice(account, customer.get(), Kind.RESTATEMENT, manages));
                choices.add(choice(account, customer.get(), Kind.ANOMALY, false));
                if (viewer.mayManage(id)) {
                    choices.add(choice(account, customer.get(), Kind.KEY_EXPIRES, manages));
                }
            }
        }
        return choices;
    }

    /** Those that the viewer has a role for come first: of a large consortium not all members are offered. */
    private static List<String> customers(Viewer viewer) {
        TreeSet<String> own = new TreeSet<>();
        viewer.grants().forEach(grant -> Optional.ofNullable(grant.customerId()).ifPresent(own::add));
        LinkedHashSet<String> ids = new LinkedHashSet<>(own);
        ids.addAll(new TreeSet<>(viewer.members()));
        return ids.stream().limit(CUSTOMERS_MAX).toList();
    }

    /**
     * What an account has chosen.
     *
     * @param byDefault whether it gets these mails without having asked
     */
    private Choice choice(Account account, @Nullable Customer customer, Kind kind, boolean byDefault) {
        String id = customer == null ? null : customer.customerId();
        Optional<Subscription> now = database.subscriptions().find(account.id(), kind, id);
        return new Choice(
                customer,
                kind,
                now.map(Subscription::delivery).orElse(byDefault ? Delivery.LINK : Delivery.NONE),
                String.join(" ", now.map(Subscription::reports).orElse(List.of())));
    }

    /** One of them. */
    Optional<Choice> find(Viewer viewer, Kind kind, String customer) {
        return of(viewer).stream()
                .filter(one -> one.kind() == kind && id(one).equals(customer))
                .findFirst();
    }

    /** The mails of new reports of a customer; none where the viewer has no role that gets them. */
    public Optional<Choice> ofNewReports(Viewer viewer, String customer) {
        return viewer.isKnown() ? find(viewer, Kind.NEW_REPORT, customer) : Optional.empty();
    }

    private static String id(Choice choice) {
        Customer customer = choice.customer();
        return customer == null ? "" : customer.customerId();
    }

    static Account account(Viewer viewer) {
        return Objects.requireNonNull(viewer.account(), "only who signed in gets here");
    }
}
