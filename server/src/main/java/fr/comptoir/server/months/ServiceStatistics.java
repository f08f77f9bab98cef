package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.harvest.Harvests.Activity;
import fr.comptoir.operation.ReportingSite;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the service itself does: for whom it is there, who uses the platform, who fetches reports, and who never came. */
final class ServiceStatistics {
    private static final Instant EVER = Instant.EPOCH;

    private final CustomersDatabase database;
    private final ReportingSite site;

    ServiceStatistics(CustomersDatabase database, ReportingSite site) {
        this.database = database;
        this.site = site;
    }

    /**
     * One customer in one year.
     *
     * @param active whether usage was attributed to it
     * @param harvests requests to the COUNTER API
     * @param downloads reports that it got
     * @param last harvest of the year; empty for none
     * @param cameEver whether it harvested at any time that is remembered
     */
    public record Row(
            Customer customer,
            boolean active,
            long harvests,
            long downloads,
            Optional<Instant> last,
            boolean cameEver) {}

    /**
     * All of them in one year.
     *
     * @param rows the beneficiaries, the most downloads first
     */
    public record Year(int year, List<Row> rows) {
        public long beneficiaries() {
            return rows.size();
        }

        public long active() {
            return rows.stream().filter(Row::active).count();
        }

        public long harvesting() {
            return rows.stream().filter(row -> row.harvests() > 0).count();
        }

        public long harvests() {
            return rows.stream().mapToLong(Row::harvests).sum();
        }

        public long downloads() {
            return rows.stream().mapToLong(Row::downloads).sum();
        }

        /** Of the beneficiaries, those that harvest, in percent. */
        public double share() {
            return rows.isEmpty() ? 0 : 100.0 * harvesting() / rows.size();
        }

        public List<Row> neverCame() {
            return rows.stream().filter(row -> !row.cameEver()).toList();
        }
    }

    /** Of the customers of these kinds that are not withdrawn. */
    Year of(int year, Set<CustomerKind> kinds) throws IOException {
        Set<String> users = site.users(year);
        Map<String, Activity> inYear = activity(start(year), start(year + 1));
        Map<String, Activity> ever = activity(EVER, start(year + 1));
        List<Row> rows = new ArrayList<>();
        for (Customer customer : database.customers().all()) {
            if (kinds.contains(customer.kind()) && !customer.isWithdrawn()) {
                Optional<Activity> activity = Optional.ofNullable(inYear.get(customer.customerId()));
                rows.add(new Row(
                        customer,
                        users.contains(customer.customerId()),
                        activity.map(Activity::harvests).orElse(0L),
                        activity.map(Activity::downloads).orElse(0L),
                        activity.map(Activity::last),
                        ever.containsKey(customer.customerId())));
            }
        }
        rows.sort((one, other) -> {
            int byDownloads = Long.compare(other.downloads(), one.downloads());
            return byDownloads != 0
                    ? byDownloads
                    : one.customer().name().compareTo(other.customer().name());
        });
        return new Year(year, rows);
    }

    private Map<String, Activity> activity(Instant from, Instant to) {
        return database.harvests().activity(from, to).stream()
                .collect(Collectors.toMap(Activity::customerId, Function.identity()));
    }

    private Instant start(int year) {
        ZoneId zone = site.site().config().platform().timeZone();
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
