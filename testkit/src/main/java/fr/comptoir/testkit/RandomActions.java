package fr.comptoir.testkit;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small platform and a month on it, made from a seed so that everything that can meet does meet: clicks in the same instant, chains,
 * pairs just within and just beyond 30 seconds, over hours, days and the month's ends; cookies shared by logins and logins by cookies; books
 * used whole and in parts; access that changes; formats that Release 5 calls open; several sets of customers; ways of arrival and steps within; denials, searches, unknown
 * items and items that nobody can act on.
 *
 * @param zone in which the days of the rows are cut
 */
public record RandomActions(YearMonth month, ZoneId zone, Actions actions, TestCatalogue catalogue) {
    private static final List<String> ITEMS = List.of(
            "article.1",
            "article.2",
            "article.3",
            "book.1",
            "book.1.1",
            "book.1.2",
            "book.1.3",
            "book.2",
            "book.2.1",
            "book.3",
            "reference.1",
            "reference.1.1",
            "reference.1.2",
            "report.1",
            "dataset.1",
            "journal.1",
            "full.1",
            "unknown.1",
            "book.unknown.1",
            "film.1");
    private static final List<String> DATABASES = List.of("full.1", "abstracts.1", "journal.1", "unknown.2");
    private static final List<String> ARRIVALS = List.of(
            "", "direct", "other_site", "within_platform", "within_platform", "within_platform", "Portal", "Addon");
    private static final List<String> CUSTOMERS = List.of("", "A", "B", "A|B", "A|CONSORTIUM");
    /** Milliseconds from one click to the next. */
    private static final long[] STEPS = {0, 0, 1, 1_000, 10_000, 29_000, 29_999, 30_000, 30_001, 31_000, 45_000, 600_000
    };

    /** Makes about {@code lines} lines of a log. */
    public static RandomActions of(long seed, int lines) {
        SplittableRandom random = new SplittableRandom(seed);
        YearMonth month = YearMonth.of(2026, 1 + random.nextInt(12));
        ZoneId zone = ZoneId.of(pick(random, List.of("UTC", "Europe/Paris", "America/St_Johns", "Pacific/Apia")));
        ActionsBuilder builder = new ActionsBuilder().zone(zone.getId());
        for (int i = 0; i < lines; i++) {
            act(builder, random, month, zone);
        }
        return new RandomActions(month, zone, builder.actions(), catalogue(random, month));
    }

    private static void act(ActionsBuilder builder, SplittableRandom random, YearMonth month, ZoneId zone) {
        if (random.nextInt(4) == 0) {
            builder.at(moment(random, month, zone));
        } else {
            builder.after(Duration.ofMillis(STEPS[random.nextInt(STEPS.length)]));
        }
        if (random.nextInt(3) == 0) {
            builder.login(pick(random, List.of("", "", "ada", "bob")))
                    .userCookie(pick(random, List.of("", "", "u1")))
                    .sessionCookie(pick(random, List.of("", "s1", "s2")))
                    .address(pick(random, List.of("192.0.2.1", "2001:db8::1")));
        }
        if (random.nextInt(5) == 0) {
            builder.customers(pick(random, CUSTOMERS)).organisation(pick(random, List.of("", "", "org")));
        }
        if (random.nextInt(3) == 0) {
            builder.format(pick(random, List.of("", "HTML", "PDF")))
                    .accessMethod(random.nextInt(6) == 0 ? AccessMethod.TDM : AccessMethod.REGULAR);
            switch (random.nextInt(4)) {
                case 0 -> builder.accessTypeR5(AccessType.OA_GOLD);
                case 1 -> builder.accessTypeR5(AccessType.CONTROLLED);
                default -> builder.noAccessTypeR5();
            }
        }
        if (random.nextInt(2) == 0) {
            builder.arrival(pick(random, ARRIVALS)).route(pick(random, List.of(AccessRoute.values())));
        }
        String item = random.nextInt(3) == 0 ? pick(random, ITEMS) : ITEMS.get(3 + random.nextInt(3));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> builder.request(item);
            case 4, 5, 6, 7 -> builder.investigation(item);
            case 8 -> builder.noLicense(item);
            case 9 -> builder.limitExceeded(item);
            case 10 -> builder.search(searchKind(random), databases(random));
            default ->
                builder.deniedSearch(
                        random.nextBoolean() ? ActionKind.LIMIT_EXCEEDED : ActionKind.NO_LICENSE, databases(random));
        }
    }

    /** Often one of the moments at which something ends; always in the month or at most 40 seconds after it. */
    private static Instant moment(SplittableRandom random, YearMonth month, ZoneId zone) {
        Instant begin = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant moment = switch (random.nextInt(6)) {
            case 0 -> end.minusSeconds(random.nextInt(60));
            case 1 -> begin.plusSeconds(random.nextInt(60));
            case 2 -> begin.plus(Duration.ofDays(1 + random.nextInt(26))).minusSeconds(random.nextInt(40));
            case 3 -> begin.plus(Duration.ofHours(1 + random.nextInt(100))).minusSeconds(random.nextInt(40));
            default -> begin.plusSeconds(random.nextInt(26 * 24 * 3600));
        };
        return moment.isBefore(end.plusSeconds(40)) ? moment : end;
    }

    private static ActionKind searchKind(SplittableRandom random) {
        return pick(
                random,
                List.of(ActionKind.SEARCHES_REGULAR, ActionKind.SEARCHES_AUTOMATED, ActionKind.SEARCHES_FEDERATED));
    }

    private static String[] databases(SplittableRandom random) {
        int from = random.nextInt(DATABASES.size());
        int to = from + random.nextInt(DATABASES.size() - from + 1);
        return DATABASES.subList(from, to).toArray(String[]::new);
    }

    private static TestCatalogue catalogue(SplittableRandom random, YearMonth month) {
        return new CatalogueRows()
                .add("journal.1", DataType.JOURNAL)
                .accessType(access(random, month))
                .add("full.1", DataType.DATABASE_FULL)
                .add("abstracts.1", DataType.DATABASE_AI)
                .add("article.1", DataType.ARTICLE)
                .parent("journal.1")
                .yop(2020)
                .database("full.1")
                .add("article.2", DataType.ARTICLE)
                .parent("journal.1")
                .yop(9999)
                .accessType(access(random, month))
                .oaStatus(pick(random, List.of("", "gold", "green")))
                .add("article.3", DataType.ARTICLE)
                .parent("journal.1")
                .accessTypeR5("Controlled;" + month.atDay(15) + ":Other_Free_To_Read")
                .add("book.1", DataType.BOOK)
                .yop(2019)
                .accessType(access(random, month))
                .database(pick(random, List.of("", "full.1")))
                .add("book.1.1", DataType.BOOK_SEGMENT)
                .parent("book.1")
                .accessType("Open")
                .database("full.1")
                .add("book.1.2", DataType.BOOK_SEGMENT)
                .parent("book.1")
                .yop(2021)
                .accessType(access(random, month))
                .database("abstracts.1")
                .add("book.1.3", DataType.BOOK_SEGMENT)
                .parent("book.1")
                .accessTypeR5(
                        pick(random, List.of("OA_Gold", "Controlled (in all formats);" + month.atDay(12) + ":OA_Gold")))
                .add("film.1", DataType.AUDIOVISUAL)
                .parent("book.1")
                .yop(2021)
                .add("book.2", DataType.BOOK)
                .yop(2001)
                .database("full.1")
                .add("book.2.1", DataType.BOOK_SEGMENT)
                .parent("book.2")
                .add("book.3", DataType.BOOK)
                .accessType(access(random, month))
                .add("reference.1", DataType.REFERENCE_WORK)
                .add("reference.1.1", DataType.REFERENCE_ITEM)
                .parent("reference.1")
                .yop(2011)
                .add("reference.1.2", DataType.REFERENCE_ITEM)
                .parent("reference.1")
                .accessType(access(random, month))
                .add("report.1", DataType.REPORT)
                .add("dataset.1", DataType.DATASET)
                .database("full.1")
                .catalogue();
    }

    private static String access(SplittableRandom random, YearMonth month) {
        return pick(
                random,
                List.of(
                        "Controlled",
                        "Open",
                        "Free_To_Read",
                        "Controlled;" + month.atDay(1 + random.nextInt(28)) + ":Open",
                        "Open;" + month.atDay(2) + ":Controlled;" + month.atDay(20) + ":Free_To_Read"));
    }

    private static <T> T pick(SplittableRandom random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
