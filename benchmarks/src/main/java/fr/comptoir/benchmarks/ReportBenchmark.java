package fr.comptoir.benchmarks;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.AnnualReport;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * How long reports take in a running process, beside what DuckDB alone needs to give the rows they are made of.
 *
 * <pre>ReportBenchmark SITE FIRST_MONTH [RUNS [ONLY]]</pre>
 *
 * The site is one that {@link StoreGenerator} filled for 24 months from FIRST_MONTH. Each kind of report is asked for RUNS times (40), of
 * another institution each time, after a few that are not measured. Times are wall times in milliseconds. With a fourth argument only the
 * reports whose line begins with it.
 */
public final class ReportBenchmark {
    private static final int WARM_UP = 8;
    private static final String ALL = "YOP|Access_Type|Access_Method";
    private static final String WORLD = "0000000000000000";

    private final Path folder;
    private final Site site;
    private final YearMonth first;
    private final int runs;
    private final String only;
    private final SplittableRandom random = new SplittableRandom(7);

    private ReportBenchmark(Path folder, YearMonth first, int runs, String only) throws InputException, IOException {
        this.folder = folder;
        this.first = first;
        this.runs = runs;
        this.only = only;
        site = Site.open(folder, Clock.systemUTC());
    }

    public static void main(String[] arguments) throws IOException, InputException, SQLException {
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
        String only = arguments.length > 3 ? arguments[3] : "";
        new ReportBenchmark(Path.of(arguments[0]), YearMonth.parse(arguments[1]), runs, only).run();
    }

    private void run() throws IOException, InputException, SQLException {
        System.out.printf(Locale.ROOT, "%-52s %8s %8s %8s %12s%n", "report", "median", "p95", "DuckDB", "bytes");
        many("TR_J1 of one institution, 12 months", i -> asked("TR_J1", institution(), 12, "json", ""), 12);
        many("TR of one institution, all attributes, 24 months", i -> asked("TR", institution(), 24, "json", ALL), 24);
        many("TR the same as TSV", i -> asked("TR", institution(), 24, "tsv", ALL), 24);
        many("PR of one institution, 24 months", i -> asked("PR", institution(), 24, "json", ""), 24);
        once("TR of a consortium of 100, all attributes, 24 months", asked("TR", "consortium-a", 24, "json", ALL), 5);
        once("IR of the world, one month", asked("IR", WORLD, 1, "json", ""), 3);
        once("IR of the world, one month, TSV", asked("IR", WORLD, 1, "tsv", ""), 3);
        once("TR of the world, one month, XLSX", asked("TR", WORLD, 1, "xlsx", ALL), 3);
        annual();
    }

    /** What is asked for. */
    private record Asked(String report, String customer, int months, String format, String attributes) {}

    private static Asked asked(String report, String customer, int months, String format, String attributes) {
        return new Asked(report, customer, months, format, attributes);
    }

    private String institution() {
        return String.format(Locale.ROOT, "inst%03d", random.nextInt(BenchmarkSite.INSTITUTIONS));
    }

    private void many(String name, IntFunction<Asked> asked, int months)
            throws IOException, InputException, SQLException {
        if (!name.startsWith(only)) {
            return;
        }
        double[] times = new double[runs];
        double[] duck = new double[runs];
        long bytes = 0;
        for (int i = -WARM_UP; i < runs; i++) {
            Asked one = asked.apply(i);
            Counter out = new Counter();
            double time = time(() -> write(one, out));
            double alone = time(() -> rows(one.customer(), months));
            if (i >= 0) {
                times[i] = time;
                duck[i] = alone;
                bytes += out.bytes;
            }
        }
        Arrays.sort(times);
        Arrays.sort(duck);
        say(name, times, duck[runs / 2], bytes / runs, Double.NaN);
    }

    private void once(String name, Asked asked, int times) throws IOException, InputException, SQLException {
        if (!name.startsWith(only)) {
            return;
        }
        double[] took = new double[times];
        double[] duck = new double[times];
        double[] firstByte = new double[times];
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            Counter out = new Counter();
            took[i] = time(() -> write(asked, out));
            duck[i] = time(() -> rows(asked.customer(), asked.months()));
            firstByte[i] = out.firstAt;
            bytes = out.bytes;
        }
        Arrays.sort(took);
        Arrays.sort(duck);
        Arrays.sort(firstByte);
        say(name, took, duck[times / 2], bytes, firstByte[times / 2]);
    }

    private void annual() throws IOException, InputException, SQLException {
        double[] took = new double[3];
        Counter out = new Counter();
        for (int i = 0; i < took.length; i++) {
            out = new Counter();
            Counter into = out;
            took[i] = time(() -> AnnualReport.prepare(site, "inst000", Year.of(first.getYear() + 1), "fr", "benchmark")
                    .write(AnnualReport.Format.PDF, into));
        }
        Arrays.sort(took);
        say("annual report of one institution, PDF", took, Double.NaN, out.bytes, Double.NaN);
    }

    private static void say(String name, double[] sorted, double duck, long bytes, double firstByte) {
        System.out.printf(
                Locale.ROOT,
                "%-52s %8.0f %8.0f %8s %12d%s%n",
                name,
                sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * 0.95) - 1)],
                Double.isNaN(duck) ? "" : String.format(Locale.ROOT, "%.0f", duck),
                bytes,
                Double.isNaN(firstByte) ? "" : String.format(Locale.ROOT, "   first byte after %.0f ms", firstByte));
    }

    private void write(Asked asked, OutputStream out) throws IOException, InputException {
        Map<String, String> parameters = new LinkedHashMap<>();
        YearMonth end = first.plusMonths(23);
        parameters.put("--begin", end.minusMonths(asked.months() - 1L).toString());
        parameters.put("--end", end.toString());
        if (!asked.attributes().isEmpty()) {
            parameters.put("--attributes-to-show", asked.attributes());
        }
        MakeReport.prepare(site, asked.report(), asked.customer(), "5.1", asked.format(), parameters)
                .write(out);
    }

    /** All columns of all rows of a customer, read to the last one. */
    private void rows(String customer, int months) throws SQLException {
        StringBuilder union = new StringBuilder();
        YearMonth end = first.plusMonths(23);
        for (YearMonth month = end.minusMonths(months - 1L); !month.isAfter(end); month = month.plusMonths(1)) {
            Path facts = folder.resolve("data/facts/" + month + "/v1");
            union.append(union.isEmpty() ? "" : " UNION ALL ").append("SELECT * FROM '" + facts + "/items.parquet'");
            if (!customer.equals(WORLD)) {
                union.append(" WHERE Customers IN (SELECT Customers FROM '" + facts
                        + "/customers.parquet' WHERE Customer_ID = '" + customer + "')");
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:;jdbc_stream_results=true;threads=2");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(union.toString())) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getInt(13);
            }
            if (sum < 0) {
                throw new IllegalStateException("a negative sum");
            }
        }
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InputException, SQLException;
    }

    private static double time(Work work) throws IOException, InputException, SQLException {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e6;
    }

    /** Counts bytes, and when the first came. */
    private static final class Counter extends OutputStream {
        private final long from = System.nanoTime();
        private long bytes;
        private double firstAt;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            if (bytes == 0) {
                firstAt = (System.nanoTime() - this.from) / 1e6;
            }
            bytes += length;
        }
    }
}
