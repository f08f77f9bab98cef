package fr.comptoir.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/** The platform's logs, one compressed file a day; only one day's lines are held at a time. */
final class DailyLogs {

    /** Of a hundred lines so many are crawlers', and so many are other scripts'. */
    private static final int CRAWLERS = 33;

    private static final int SCRIPTS = 7;

    private static final int PROBE_SECONDS = 3_600;

    /** Full working days that a month's readers are worth. */
    private static final int WORKING_DAYS = 23;

    private final DemoOptions options;
    private final Population population;
    private final Library library;
    private final SplittableRandom random;
    private final Lines lines = new Lines();
    private final Machines machines;
    private final Stories stories;

    DailyLogs(DemoOptions options, Campuses campuses, Catalogue catalogue) {
        this.options = options;
        this.random = new SplittableRandom(options.seed() + 1);
        this.population = new Population(campuses, random.split());
        this.library = new Library(catalogue, random.split());
        this.machines = new Machines(population, library, random, lines);
        this.stories = new Stories(options, library, lines);
    }

    /** Writes the files, oldest first, and tells after each how many lines it had. */
    List<Path> write(Path folder, LongConsumer progress) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        LocalDate end = options.lastMonth().plusMonths(1).atDay(1);
        for (LocalDate day = options.firstMonth().atDay(1); day.isBefore(end); day = day.plusDays(1)) {
            happen(day);
            List<String> written = lines.takeBefore(second(day.plusDays(1), 0));
            Path file = folder.resolve("access-" + day + ".log.gz");
            WholeFile.write(file, out -> compress(written, out));
            files.add(file);
            progress.accept(written.size());
        }
        return files;
    }

    private void happen(LocalDate day) {
        int target = options.linesPerMonth() / WORKING_DAYS * Rhythm.percent(day) / 100 * stories.readers(day) / 100;
        int robots = options.linesPerMonth() / WORKING_DAYS * 70 / 100;
        fill(robots * CRAWLERS / 100, () -> machines.crawl(second(day, random.nextInt(86_400))));
        fill(robots * SCRIPTS / 100, () -> machines.script(second(day, random.nextInt(86_400))));
        fill(target * (100 - CRAWLERS - SCRIPTS) / 100, () -> read(day));
        machines.noise(second(day, Rhythm.second(random)));
        for (long now = second(day, 0); now < second(day.plusDays(1), 0); now += PROBE_SECONDS) {
            machines.probe(now);
        }
        for (int i = 0; i < target / 400; i++) {
            machines.searchFromOutside(second(day, Rhythm.second(random)));
        }
        if (day.getDayOfMonth() % 9 == 2) {
            machines.mine(second(day, 4 * 3_600));
        }
        stories.happen(day, second(day, 0));
        if (day.equals(options.outage())) {
            lines.lose(second(day, 2 * 3_600), second(day, 5 * 3_600));
        }
    }

    /** Does something again and again until it has made so many lines. */
    private void fill(int count, Runnable action) {
        int full = lines.size() + count;
        while (lines.size() < full) {
            action.run();
        }
    }

    private void read(LocalDate day) {
        long start = second(day, Rhythm.second(random));
        new Reading(population.reader(day), day, start, library, random, lines).run();
    }

    /** A second of the day by the clock on the wall, since 1970. */
    private static long second(LocalDate day, int ofDay) {
        return day.atStartOfDay().plusSeconds(ofDay).atZone(Lines.ZONE).toEpochSecond();
    }

    private static void compress(List<String> lines, OutputStream out) throws IOException {
        GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 14);
        for (String line : lines) {
            zipped.write(line.getBytes(UTF_8));
            zipped.write('\n');
        }
        zipped.finish();
    }
}
