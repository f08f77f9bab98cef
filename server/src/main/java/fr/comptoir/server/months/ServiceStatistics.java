package fr.comptoir.server.months;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.harvest.Harvests.Activity;
import fr.comptoir.operation.ReportingSite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the service itself does: for whom it is there, who uses the platform, who fetches reports, and who never came. What the facts say of
 * a year is kept under their versions, and what was harvested in a year that is over for a while. Safe for many threads.
 */
final class ServiceStatistics {
    private static final Instant EVER = Instant.EPOCH;
    private static final int YEARS_KEPT = 100;
    private static final Duration HARVESTS_KEPT = Duration.ofHours(1);

    private final CustomersDatabase database;
    private final Cache<Figures, Set<String>> users =
            Caffeine.newBuilder().maximumSize(YEARS_KEPT).build();
    private final Cache<Span, Map<String, Activity>> ended = Caffeine.newBuilder()
            .maximumSize(YEARS_KEPT)
            .expireAfterWrite(HARVESTS_KEPT)
            .build();

    ServiceStatistics(CustomersDatabase database) {
        this.database = database;
    }

    /** A year with the versions of its figures. */
    private record Figures(int year, List<String> versions) {}

    /** From a moment on, before another. */
    private record Span(Instant from, Instant to) {}

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

    /** Of the customers of these kinds that are not withdrawn, year by year as asked. */
    List<Year> of(ReportingSite site, List<Integer> years, Set<CustomerKind> kinds) throws IOException {
        List<Customer> customers = database.customers().all().stream()
                .filter(customer -> kinds.contains(customer.kind()) && !customer.isWithdrawn())
                .toList();
        Map<String, Activity> ever =
                activity(new Span(EVER, site.site().clock().instant().plus(HARVESTS_KEPT)));
        List<Year> all = new ArrayList<>();
        for (int year : years) {
            all.add(year(site, year, customers, ever));
        }
        return all;
    }

    private Year year(ReportingSite site, int year, List<Customer> customers, Map<String, Activity> ever)
            throws IOException {
        Set<String> users = users(site, year);
        Instant end = start(site, year + 1);
        Map<String, Activity> inYear = harvests(site, new Span(start(site, year), end));
        List<Row> rows = new ArrayList<>();
        for (Customer customer : customers) {
            Optional<Activity> activity = Optional.ofNullable(inYear.get(customer.customerId()));
            rows.add(new Row(
                    customer,
                    users.contains(customer.customerId()),
                    activity.map(Activity::harvests).orElse(0L),
                    activity.map(Activity::downloads).orElse(0L),
                    activity.map(Activity::last),
                    Optional.ofNullable(ever.get(customer.customerId()))
                            .filter(came -> came.first().isBefore(end))
                            .isPresent()));
        }
        rows.sort(Comparator.comparingLong(Row::downloads)
                .reversed()
                .thenComparing(row -> row.customer().name()));
        return new Year(year, rows);
    }

    private Set<String> users(ReportingSite site, int year) throws IOException {
        Figures figures = new Figures(year, site.versions(java.time.Year.of(year)));
        Set<String> known = users.getIfPresent(figures);
        if (known == null) {
            known = site.users(year);
            users.put(figures, known);
        }
        return known;
    }

    /** Nothing is added any more to what was harvested in a year that is over. */
    private Map<String, Activity> harvests(ReportingSite site, Span span) {
        boolean over = span.to().isBefore(site.site().clock().instant().minus(HARVESTS_KEPT));
        return over ? ended.get(span, this::activity) : activity(span);
    }

    private Map<String, Activity> activity(Span span) {
        return database.harvests().activity(span.from(), span.to()).stream()
                .collect(Collectors.toMap(Activity::customerId, Function.identity()));
    }

    private static Instant start(ReportingSite site, int year) {
        ZoneId zone = site.site().config().platform().timeZone();
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
