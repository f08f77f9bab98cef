package fr.comptoir.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** What happened on the platform over the months, so that its figures have something to tell. */
final class Stories {
    /** Unusual is what differs from the year before: a shorter history has no spike. */
    private static final int YEAR = 12;
    /** Readers become more numerous by so many percent of today's each month. */
    private static final int GROWTH = 2;

    private static final int FIRST_SHARE_MIN = 50;
    private static final int NIGHT = 22 * 3_600;
    /** Longer than a double click, short for a reader. */
    private static final int SECONDS_APART = 45;
    /** In Kermor. */
    private static final String COMPUTER = "192.0.2.41";

    private static final String JOURNAL = "/revue/soil-letters";

    private final DemoOptions options;
    private final List<Work> taken;
    private final Client computer;
    private final Lines lines;

    Stories(DemoOptions options, Library library, Lines lines) {
        this.options = options;
        this.lines = lines;
        this.taken = library.group(JOURNAL);
        this.computer = Client.of(COMPUTER, Agents.browser(new SplittableRandom(options.seed())));
    }

    /** How many of today's readers there were then, in percent. */
    int readers(LocalDate day) {
        long monthsAgo = ChronoUnit.MONTHS.between(YearMonth.from(day), options.lastMonth());
        return (int) Math.max(FIRST_SHARE_MIN, 100 - GROWTH * monthsAgo);
    }

    /** In two nights of the last month somebody at a laboratory took a journal's texts one by one, with a browser and much patience. */
    void happen(LocalDate day, long midnight) {
        LocalDate first = options.lastMonth().atDay(20);
        if (options.months() <= YEAR || day.isBefore(first) || day.isAfter(first.plusDays(1))) {
            return;
        }
        int texts = Math.min(Math.max(options.linesPerMonth() / 200, 75), 158);
        for (int i = 0; i < texts; i++) {
            Work work = taken.get(i % taken.size());
            lines.add(
                    midnight + NIGHT + (long) i * SECONDS_APART,
                    computer,
                    "GET " + work.page() + "/pdf HTTP/1.1",
                    200,
                    90_000 + 7 * i,
                    "-");
        }
    }
}
