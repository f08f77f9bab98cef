package fr.comptoir.benchmarks;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.AnnualReport;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/**
 * How long reports take in a running process, beside what DuckDB alone needs to give the rows they are made of.
 *
 * <pre>ReportBenchmark SITE FIRST_MONTH [RUNS [ONLY]]</pre>
 *
 * The site is one that {@link StoreGenerator} filled for 24 months from FIRST_MONTH. Each kind of report is asked for RUNS times (40), of
 * another institution each time, after a few that are not measured. Times are in milliseconds: wall (median, 95th percentile) and CPU of all
 * threads; DuckDB alone is the wall time of a query for the same facts, summed by the same columns and not sorted. With a fourth argument only the
 * reports whose line begins with it. Reports out of sums are those of a service, which makes the sums beforehand, and are compared with those
 * out of facts first, byte for byte.
 */
public final class ReportBenchmark {
    private static final int WARM_UP = 8;
    private static final int MONTHS = 24;
    private static final String ALL = "YOP|Access_Type|Access_Method";
    private static final List<String> USAGE = List.of(
            "Total_Item_Investigations", "Total_Item_Requests", "Unique_Item_Investigations", "Unique_Item_Requests");
    private static final List<String> OF_TITLES =
            List.of("Limit_Exceeded", "No_License", "Unique_Title_Investigations", "Unique_Title_Requests");
    private static final String WORLD = "0000000000000000";

    private final Path folder;
    private final Site site;
    private final ReportingSite facts;
    private final ReportingSite sums;
    private final YearMonth first;
    private final int runs;
    private final String only;
    private final SplittableRandom random = new SplittableRandom(7);
    private final DuckDBConnection duck;

    private ReportBenchmark(Path folder, YearMonth first, int runs, String only)
            throws InputException, IOException, SQLException {
        this.folder = folder;
        this.first = first;
        this.runs = runs;
        this.only = only;
        site = Site.open(
                folder,
                Clock.fixed(
                        Clock.systemUTC().instant(), ZoneOffset.UTC)); // one moment, so that reports can be compared
        // As in the service, which reads its site when it has changed.
        facts = ReportingSite.read(site);
        sums = facts.summed();
        duck = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:;jdbc_stream_results=true;threads=2");
        try (Statement statement = duck.createStatement()) {
            statement.execute("SET parquet_metadata_cache = true");
        }
    }

    public static void main(String[] arguments) throws IOException, InputException, SQLException {
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
        String only = arguments.length > 3 ? arguments[3] : "";
        new ReportBenchmark(Path.of(arguments[0]), YearMonth.parse(arguments[1]), runs, only).run();
    }

    private void run() throws IOException, InputException, SQLException {
        System.out.printf(
                Locale.ROOT, "%-52s %8s %8s %8s %8s %12s%n", "report", "median", "p95", "CPU", "DuckDB", "bytes");
        prepare();
        many(
                "TR_J1 of one institution, 12 months, sums",
                i -> asked("TR_J1", institution(), 12, "json", "").ofSums());
        many("TR_J1 of one institution, 12 months, facts", i -> asked("TR_J1", institution(), 12, "json", ""));
        many(
                "TR of one institution, all attributes, 24 months, sums",
                i -> asked("TR", institution(), 24, "json", ALL).ofSums());
        many(
                "TR of one institution, all attributes, 24 months, facts",
                i -> asked("TR", institution(), 24, "json", ALL));
        many(
                "TR the same as TSV, sums",
                i -> asked("TR", institution(), 24, "tsv", ALL).ofSums());
        many("PR of one institution, 24 months", i -> asked("PR", institution(), 24, "json", ""));
        once("TR of a consortium of 100, all attributes, 24 months", asked("TR", "consortium-a", 24, "json", ALL), 5);
        once("IR of the world, one month", asked("IR", WORLD, 1, "json", ""), 3);
        once("IR of the world, one month, TSV", asked("IR", WORLD, 1, "tsv", ""), 3);
        once("TR of the world, one month, XLSX", asked("TR", WORLD, 1, "xlsx", ALL), 3);
        annual();
    }

    /** Makes the sums that a service makes when a month was counted, and looks whether reports out of them are the same. */
    private void prepare() throws IOException, InputException, SQLException {
        for (int month = 0; month < MONTHS; month++) {
            sums.prepareInstitutions(first.plusMonths(month));
        }
        for (int i = 0; i < WARM_UP; i++) {
            for (Asked asked : List.of(
                    asked("TR_J1", institution(), 12, "json", ""), asked("TR", institution(), 24, "tsv", ALL))) {
                Counter ofFacts = new Counter();
                Counter ofSums = new Counter();
                write(asked, ofFacts);
                write(asked.ofSums(), ofSums);
                if (ofFacts.bytes != ofSums.bytes || ofFacts.sum.getValue() != ofSums.sum.getValue()) {
                    throw new IllegalStateException("not the same out of sums as out of facts: " + asked);
                }
            }
        }
    }

    /** What is asked for. */
    private record Asked(String report, String customer, int months, String format, String attributes, boolean summed) {
        Asked ofSums() {
            return new Asked(report, customer, months, format, attributes, true);
        }
    }

    private static Asked asked(String report, String customer, int months, String format, String attributes) {
        return new Asked(report, customer, months, format, attributes, false);
    }

    private String institution() {
        return String.format(Locale.ROOT, "inst%03d", random.nextInt(BenchmarkSite.INSTITUTIONS));
    }

    private void many(String name, IntFunction<Asked> asked) throws IOException, InputException, SQLException {
        if (!name.startsWith(only)) {
            return;
        }
        double[] times = new double[runs];
        double[] alone = new double[runs];
        double[] cpus = new double[runs];
        long bytes = 0;
        for (int i = -WARM_UP; i < runs; i++) {
            Asked one = asked.apply(i);
            Counter out = new Counter();
            double from = cpu();
            double time = time(() -> write(one, out));
            double cpu = cpu() - from;
            double duckAlone = time(() -> rows(one));
            if (i >= 0) {
                times[i] = time;
                cpus[i] = cpu;
                alone[i] = duckAlone;
                bytes += out.bytes;
            }
        }
        Arrays.sort(times);
        say(name, times, cpus, alone, bytes / runs, "");
    }

    private void once(String name, Asked asked, int most) throws IOException, InputException, SQLException {
        if (!name.startsWith(only)) {
            return;
        }
        int times = Math.min(most, runs);
        double[] took = new double[times];
        double[] alone = new double[times];
        double[] cpus = new double[times];
        double[] firstByte = new double[times];
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            Counter out = new Counter();
            double from = cpu();
            took[i] = time(() -> write(asked, out));
            cpus[i] = cpu() - from;
            alone[i] = time(() -> rows(asked));
            firstByte[i] = out.firstAt;
            bytes = out.bytes;
        }
        String first = String.format(Locale.ROOT, "   first byte after %.0f ms", median(firstByte));
        say(name, took, cpus, alone, bytes, first);
    }

    private void annual() throws IOException, InputException, SQLException {
        String name = "annual report of one institution, PDF";
        if (!name.startsWith(only)) {
            return;
        }
        double[] took = new double[3];
        double[] cpus = new double[took.length];
        Counter out = new Counter();
        for (int i = 0; i < took.length; i++) {
            out = new Counter();
            Counter into = out;
            double from = cpu();
            took[i] = time(() -> AnnualReport.prepare(site, "inst000", Year.of(first.getYear() + 1), "fr", "benchmark")
                    .write(AnnualReport.Format.PDF, into));
            cpus[i] = cpu() - from;
        }
        say(name, took, cpus, new double[0], out.bytes, "");
    }

    private static double median(double[] values) {
        return percentile(values, 0.5);
    }

    private static double percentile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }

    private static void say(String name, double[] times, double[] cpus, double[] alone, long bytes, String more) {
        System.out.printf(
                Locale.ROOT,
                "%-52s %8.0f %8.0f %8.0f %8s %12d%s%n",
                name,
                median(times),
                percentile(times, 0.95),
                median(cpus),
                alone.length == 0 ? "" : String.format(Locale.ROOT, "%.0f", median(alone)),
                bytes,
                more);
    }

    private void write(Asked asked, OutputStream out) throws IOException, InputException {
        Map<String, String> parameters = new LinkedHashMap<>();
        YearMonth end = first.plusMonths(MONTHS - 1L);
        parameters.put("--begin", end.minusMonths(asked.months() - 1L).toString());
        parameters.put("--end", end.toString());
        if (!asked.attributes().isEmpty()) {
            parameters.put("--attributes-to-show", asked.attributes());
        }
        MakeReport.prepare(
                        asked.summed() ? sums : facts,
                        asked.report(),
                        asked.customer(),
                        "5.1",
                        asked.format(),
                        parameters)
                .write(out);
    }

    /** The rows of the facts that a report is made of, filtered and summed as it is and read to the last one. */
    private void rows(Asked asked) throws SQLException {
        String sql = switch (asked.report()) {
            case "PR" -> sums("Data_Type", USAGE, rows(asked, "items", ""));
            case "IR" -> sums("Item_ID, Data_Type", USAGE, rows(asked, "items", ""));
            case "TR_J1" ->
                sums(
                        "Title_ID",
                        List.of("Total_Item_Requests", "Unique_Item_Requests"),
                        rows(
                                asked,
                                "items",
                                " AND Title_Data_Type = 'Journal' AND Access_Type = 'Controlled' AND Access_Method = 'Regular'"));
            default ->
                sums(
                        "Title_ID, Title_Data_Type, YOP, Access_Type, Access_Method",
                        Stream.concat(USAGE.stream(), OF_TITLES.stream()).toList(),
                        rows(asked, "items", "") + " UNION ALL BY NAME "
                                + rows(asked, "titles", " AND Database_ID IS NULL"));
        };
        long sum = 0;
        try (DuckDBPreparedStatement statement = duck.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                sum += result.chunk().rowCount();
            }
        }
        if (sum == 0) {
            throw new IllegalStateException("no rows of " + asked);
        }
    }

    private static String sums(String keys, List<String> metrics, String rows) {
        String sums = metrics.stream().map(metric -> "sum(" + metric + ")").collect(Collectors.joining(", "));
        return "SELECT m, " + keys + ", " + sums + " FROM (" + rows + ") GROUP BY m, " + keys;
    }

    private String rows(Asked asked, String file, String condition) {
        String sql = "SELECT *, file_index AS m FROM " + files(asked, file) + " WHERE true" + condition;
        return asked.customer().equals(WORLD)
                ? sql
                : sql + " AND Customers IN (SELECT DISTINCT Customers FROM " + files(asked, "customers")
                        + " WHERE Customer_ID = '" + asked.customer() + "')";
    }

    private String files(Asked asked, String name) {
        YearMonth last = first.plusMonths(MONTHS - 1L);
        return IntStream.range(0, asked.months())
                .mapToObj(last::minusMonths)
                .map(month -> "'" + folder.resolve("data/facts/" + month + "/v1/" + name + ".parquet") + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InputException, SQLException;
    }

    /** CPU time of the process, all its threads, in milliseconds; on a machine that others use it says more than the wall. */
    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static double time(Work work) throws IOException, InputException, SQLException {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e6;
    }

    /** Counts bytes, and when the first came. */
    private static final class Counter extends OutputStream {
        private final long from = System.nanoTime();
        private final CRC32 sum = new CRC32();
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
            sum.update(from, offset, length);
        }
    }
}
