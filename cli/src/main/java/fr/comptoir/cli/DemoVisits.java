package fr.comptoir.cli;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.customers.harvest.Harvest.Credential;
import fr.comptoir.customers.harvest.Harvest.Fault;
import fr.comptoir.customers.harvest.PageUses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Who harvested the demonstration's reports and who came to its pages, month after month until today, so that the pages of the service have
 * something to tell: some harvest, some only look, some never came, and one harvester asks for an attribute that there is not.
 */
final class DemoVisits {
    private static final String WRONG = "Colour";
    private static final int UNKNOWN_ATTRIBUTE = 3062;
    private static final int OK = 200;

    private static final List<Harvester> HARVESTERS = List.of(
            new Harvester("valmont", "ezMESURE/1.0", "5.1", List.of("pr", "tr", "ir"), "ir", 7, 0, 99),
            new Harvester("valmont", "Alma/2026", "5.1", List.of("tr_j1"), "", 9, 12, 99),
            new Harvester("belvedere-paris", "Celus/6.2", "5.1", List.of("pr", "dr", "tr", "ir"), "", 8, 0, 99),
            new Harvester("littoral-nord", "SUSHI/1.0", "5", List.of("tr_j1", "tr_b1"), "", 10, 0, 15),
            new Harvester("littoral-nord", "Alma/2026", "5.1", List.of("tr_j1", "tr_b1"), "", 10, 15, 99),
            new Harvester("saint-aubin-chu", "CC-Plus/1.2", "5.1", List.of("tr"), "", 12, 4, 99),
            new Harvester("north-quay", "Python-requests/2.32", "5.1", List.of("pr"), "", 6, 14, 99));

    private static final List<Reader> READERS = List.of(
            new Reader("valmont", 6, 0, 99),
            new Reader("belvedere-paris", 4, 0, 99),
            new Reader("garance", 3, 2, 99),
            new Reader("beauval", 2, 3, 99),
            new Reader("littoral-nord", 1, 0, 99),
            new Reader("montclair", 1, 0, 12),
            new Reader("haute-rive", 2, 18, 99));

    private final YearMonth first;
    private final Instant now;

    private DemoVisits(YearMonth first, Instant now) {
        this.first = first;
        this.now = now;
    }

    /**
     * A program that harvests each month.
     *
     * @param mistaken the report that it asks for wrongly, {@code ""} for none
     * @param day on which it does so
     * @param from months after the first,
     * @param to and before so many
     */
    private record Harvester(
            String customer,
            String agent,
            String release,
            List<String> reports,
            String mistaken,
            int day,
            int from,
            int to) {}

    /**
     * People who look at their figures.
     *
     * @param days of a month
     * @param from months after the first,
     * @param to and before so many
     */
    private record Reader(String customer, int days, int from, int to) {}

    /**
     * Adds what happened, for customers that there are.
     *
     * @param first month of the logs
     */
    static void happen(CustomersDatabase database, YearMonth first, Instant now) {
        DemoVisits visits = new DemoVisits(first, now);
        List<Harvest> harvests = new ArrayList<>();
        List<PageUses.Day> uses = new ArrayList<>();
        YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        for (YearMonth month = first.plusMonths(1); !month.isAfter(last); month = month.plusMonths(1)) {
            for (Harvester one : HARVESTERS) {
                visits.harvest(one, month, harvests);
            }
            for (Reader one : READERS) {
                visits.read(one, month, uses);
            }
        }
        harvests.removeIf(one -> database.customers().find(one.customerId()).isEmpty());
        uses.removeIf(one -> database.customers().find(one.customerId()).isEmpty());
        database.harvests().add(harvests);
        database.pageUses().add(uses);
    }

    private int since(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(first, month) - 1;
    }

    private void harvest(Harvester one, YearMonth month, List<Harvest> harvests) {
        int number = since(month);
        Instant at = month.atDay(one.day()).atTime(3, 12).toInstant(ZoneOffset.UTC);
        for (String report : one.reports()) {
            at = at.plusSeconds(40 + number);
            if (number >= one.from() && number < one.to() && at.isBefore(now)) {
                boolean wrong = report.equals(one.mistaken());
                YearMonth asked = month.minusMonths(1);
                harvests.add(new Harvest(
                        at,
                        one.customer(),
                        Credential.REQUESTOR,
                        null,
                        report,
                        one.release(),
                        "customer_id=" + one.customer() + "&requestor_id=x&begin_date=" + asked + "&end_date=" + asked
                                + (wrong ? "&attributes_to_show=" + WRONG : ""),
                        OK,
                        30 + 7L * report.length() + number,
                        9_000 + 900L * number,
                        one.agent(),
                        wrong ? List.of(new Fault(UNKNOWN_ATTRIBUTE, "attributes_to_show=" + WRONG)) : List.of()));
            }
        }
    }

    private void read(Reader one, YearMonth month, List<PageUses.Day> uses) {
        int number = since(month);
        for (int i = 0; number >= one.from() && number < one.to() && i < one.days(); i++) {
            LocalDate day = month.atDay(3 + i * 24 / one.days());
            if (day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
                uses.add(new PageUses.Day(one.customer(), day, 5 + (number + 3L * i) % 9, (number + i) % 3));
            }
        }
    }
}
