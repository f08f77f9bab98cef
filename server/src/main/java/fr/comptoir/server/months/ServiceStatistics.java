package fr.comptoir.server.months;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.harvest.Harvests.Activity;
import fr.comptoir.customers.harvest.PageUses;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.web.VisitRecorder;
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
import org.jspecify.annotations.Nullable;

/**
 * What the service itself does: for whom it is there, who uses the platform, who fetches reports, who looks at the pages, and who never came.
 * What the facts say of a year is kept under their versions, and what was harvested in a year that is over for a while. Safe for many threads.
 */
final class ServiceStatistics {
    private static final Instant EVER = Instant.EPOCH;
    private static final int YEARS_KEPT = 100;
    private static final Duration HARVESTS_KEPT = Duration.ofHours(1);

    private final CustomersDatabase database;
    private final VisitRecorder visits;
    private final Cache<Figures, Set<String>> users =
            Caffeine.newBuilder().maximumSize(YEARS_KEPT).build();
    private final Cache<Span, Map<String, Activity>> ended = Caffeine.newBuilder()
            .maximumSize(YEARS_KEPT)
            .expireAfterWrite(HARVESTS_KEPT)
            .build();

    ServiceStatistics(CustomersDatabase database, VisitRecorder visits) {
        this.database = database;
        this.visits = visits;
    }

    /** A year with the versions of its figures. */
    private record Figures(int year, List<String> versions) {}

    /** From a moment on, before another. */
    private record Span(Instant from, Instant to) {}

    /**
     * What programs asked of the COUNTER API in a year.
     *
     * @param requests all that they asked
     * @param downloads reports that they got
     * @param last the last request; empty for none
     */
    public record Programs(long requests, long downloads, Optional<Instant> last) {
        private static final Programs NONE = new Programs(0, 0, Optional.empty());

        static Programs of(@Nullable Activity activity) {
            return activity == null
                    ? NONE
                    : new Programs(activity.harvests(), activity.downloads(), Optional.of(activity.last()));
        }
    }

    /**
     * What people did on the pages in a year; of whom nothing is known but their customer.
     *
     * @param days on which somebody came
     * @param downloads files that they took
     * @param last the last day; empty for none
     */
    public record People(long days, long downloads, Optional<LocalDate> last) {
        private static final People NONE = new People(0, 0, Optional.empty());
    }

    /**
     * One customer in one year.
     *
     * @param active whether usage was attributed to it
     * @param harvestedEver whether programs of it came until the end of the year, as far as that is remembered
     * @param cameEver whether programs or people of it did
     */
    public record Row(
            Customer customer,
            boolean active,
            Programs programs,
            People people,
            boolean harvestedEver,
            boolean cameEver) {
        /** Whether anybody or anything of it came in the year. */
        public boolean came() {
            return programs.requests() > 0 || people.days() > 0;
        }

        /** By programs and people. */
        public long downloads() {
            return programs.downloads() + people.downloads();
        }
    }

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
            return rows.stream().filter(row -> row.programs().requests() > 0).count();
        }

        /** How many have people who came to the pages. */
        public long visiting() {
            return rows.stream().filter(row -> row.people().days() > 0).count();
        }

        /** Of programs. */
        public long requests() {
            return rows.stream().mapToLong(row -> row.programs().requests()).sum();
        }

        public long downloadsOfPrograms() {
            return rows.stream().mapToLong(row -> row.programs().downloads()).sum();
        }

        public long downloadsOfPeople() {
            return rows.stream().mapToLong(row -> row.people().downloads()).sum();
        }

        /** Of the beneficiaries, those that came in the year, their programs or their people, in percent. */
        public double share() {
            return rows.isEmpty() ? 0 : 100.0 * rows.stream().filter(Row::came).count() / rows.size();
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
        Came came = new Came(
                activity(new Span(EVER, site.site().clock().instant().plus(HARVESTS_KEPT))),
                visits.years().stream().collect(Collectors.groupingBy(PageUses.Year::customerId)));
        List<Year> all = new ArrayList<>();
        for (int year : years) {
            all.add(year(site, year, customers, came));
        }
        return all;
    }

    /** What came of each customer in all the time that is remembered: programs and people. */
    private record Came(Map<String, Activity> programs, Map<String, List<PageUses.Year>> people) {
        boolean programs(String customer, Instant before) {
            Activity activity = programs.get(customer);
            return activity != null && activity.first().isBefore(before);
        }

        boolean people(String customer, int until) {
            return people.getOrDefault(customer, List.of()).stream().anyMatch(one -> one.year() <= until);
        }

        People peopleOf(String customer, int year) {
            return people.getOrDefault(customer, List.of()).stream()
                    .filter(one -> one.year() == year)
                    .findFirst()
                    .map(one -> new People(one.days(), one.files(), Optional.of(one.last())))
                    .orElse(People.NONE);
        }
    }

    private Year year(ReportingSite site, int year, List<Customer> customers, Came came) throws IOException {
        Set<String> users = users(site, year);
        Instant end = start(site, year + 1);
        Map<String, Activity> inYear = harvests(site, new Span(start(site, year), end));
        List<Row> rows = new ArrayList<>();
        for (Customer customer : customers) {
            String id = customer.customerId();
            boolean harvested = came.programs(id, end);
            rows.add(new Row(
                    customer,
                    users.contains(id),
                    Programs.of(inYear.get(id)),
                    came.peopleOf(id, year),
                    harvested,
                    harvested || came.people(id, year)));
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
