package fr.comptoir.benchmarks;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.SplittableRandom;

/**
 * Generates the benchmark's log, one calendar month in order of time, and beside it the site that it belongs to.
 *
 * <pre>LogGenerator --lines 20000000 --output FOLDER/bench.log [--seed 1] [--month 2026-01]</pre>
 *
 * The same options give the same bytes. Beside {@code bench.log} stands {@code bench.log.expected.json}, the ledger that a count of
 * it must come to.
 */
public final class LogGenerator {

    /** How long a reader stays on a page, in the mean. */
    private static final int SECONDS_PER_PAGE = 60;

    private static final int LINES_PER_PAGE = 7;

    private LogGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(
                    e.getMessage() + "; usage: --lines COUNT --output FILE [--seed NUMBER] [--month YYYY-MM]");
            System.exit(2);
            return;
        }
        System.out.print(generate(options).json());
    }

    /** Writes the log, what its count must come to, and the site beside it; each file whole or not at all. */
    static Tally generate(Options options) throws IOException {
        Path output = options.output().toAbsolutePath();
        Path part = output.resolveSibling(output.getFileName() + ".part");
        BenchmarkSite.write(output.resolveSibling(""));
        Tally tally;
        try (LineBuffer line = new LineBuffer(new FileOutputStream(part.toFile()))) {
            tally = write(line, options);
        }
        Files.writeString(output.resolveSibling(output.getFileName() + ".expected.json"), tally.json());
        Files.move(part, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return tally;
    }

    private static Tally write(LineBuffer line, Options options) throws IOException {
        MonthTimes times = new MonthTimes(options.month());
        long pagesPerHour = options.lines() / LINES_PER_PAGE / times.hours();
        int readers = (int) Math.max(8, pagesPerHour * SECONDS_PER_PAGE / 3_600);
        LogWriter writer = new LogWriter(new SplittableRandom(options.seed()), readers);
        long[] before = times.linesBefore(options.lines());
        for (int hour = 0; hour < times.hours(); hour++) {
            long count = before[hour + 1] - before[hour];
            for (long i = 0; i < count; i++) {
                writer.line(line, times.stamp(hour * 3_600 + (int) (3_600 * i / count)));
            }
        }
        return writer.tally();
    }

    /**
     * What is asked for.
     *
     * @param lines how many, from 1
     * @param output the log; its folder also takes the site's three files
     * @param seed what decides every random choice
     * @param month the month that the lines lie in, in UTC
     */
    record Options(long lines, Path output, long seed, YearMonth month) {

        static Options parse(String... arguments) {
            long lines = 20_000_000;
            Path output = Path.of("bench.log");
            long seed = 1;
            YearMonth month = YearMonth.of(2026, 1);
            for (int i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length) {
                    throw new IllegalArgumentException(arguments[i] + " without a value");
                }
                String value = arguments[i + 1];
                switch (arguments[i]) {
                    case "--lines" -> lines = Long.parseLong(value);
                    case "--output" -> output = Path.of(value);
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--month" -> month = YearMonth.parse(value);
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
            return new Options(lines, output, seed, month);
        }
    }
}
