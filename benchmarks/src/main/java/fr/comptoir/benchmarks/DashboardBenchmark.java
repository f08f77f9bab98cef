package fr.comptoir.benchmarks;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.TitleTable;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long the pages of figures need in a running process: what stands on them, not their HTML.
 *
 * <pre>DashboardBenchmark SITE FIRST_MONTH [SECONDS]</pre>
 *
 * The site is one that {@link StoreGenerator} filled for 24 months from FIRST_MONTH; a view shows the last twelve beside those before. First
 * a sum is compared with DuckDB's own. Then come first views of institutions nobody looked at before, views of them with another filter
 * each, pages of titles, and the same filters and pages from twenty people at once for some SECONDS (10), who wait half a second to a second
 * and a half after each answer; then the same of two consortia and the world, whose usage is summed up beforehand, which is measured too: what
 * an earlier run left is deleted. Times are in milliseconds, beside them the time of all processors for one answer. DuckDB alone sums the same
 * rows by the same attributes, from the files.
 */
public final class DashboardBenchmark {
    private static final int PEOPLE = 20;
    private static final int LOOKED_AT = 30;
    private static final String WORLD = "0000000000000000";
    private static final List<String> MANY = List.of("consortium-a", "consortium-b", WORLD);
    private static final int MONTHS = 24;
    private static final int AGAIN = 30;
    private static final List<String> SUMMED =
            List.of("Total_Item_Investigations", "Total_Item_Requests", "Unique_Item_Requests");

    private final Path folder;
    private final YearMonth first;
    private final ReportingSite now;
    private final int seconds;
    private final Statement duck;

    private DashboardBenchmark(Path folder, YearMonth first, int seconds)
            throws InputException, IOException, SQLException {
        this.folder = folder;
        this.first = first;
        this.seconds = seconds;
        now = ReportingSite.read(Site.open(folder, Clock.systemUTC()));
        duck = DriverManager.getConnection("jdbc:duckdb:;threads=2").createStatement();
        duck.execute("SET parquet_metadata_cache = true");
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        new DashboardBenchmark(Path.of(arguments[0]), YearMonth.parse(arguments[1]), seconds).run();
    }

    private void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        prepare();
        sum("inst007");
        System.out.printf(
                Locale.ROOT, "%-56s %6s %8s %8s %8s %8s%n", "question", "times", "median", "p95", "CPU", "DuckDB");
        SplittableRandom random = new SplittableRandom(7);
        List<String> institutions = random.ints(0, BenchmarkSite.INSTITUTIONS)
                .distinct()
                .limit(LOOKED_AT)
                .mapToObj(i -> String.format(Locale.ROOT, "inst%03d", i))
                .toList();
        double alone = percentile(times(institutions, this::rows), 0.5);
        say("first view", institutions, one -> overview(one, Map.of()), alone);
        say("a filter", institutions, one -> overview(one, filter(random)), alone);
        say("a page of titles", institutions, one -> titles(one, filter(random)), alone);
        people("a filter or a page of titles, 20 people", institutions);
        for (String many : MANY) {
            double files = percentile(times(List.of(many), this::rows), 0.5);
            say(many + ", first view", List.of(many), one -> overview(one, Map.of()), files);
            List<String> again = Collections.nCopies(AGAIN, many);
            say(many + ", a filter", again, one -> overview(one, filter(random)), files);
            say(many + ", a page of titles", again, one -> titles(one, filter(random)), files);
            people(many + ", 20 people", List.of(many));
        }
        sum(WORLD);
        System.gc();
        Runtime java = Runtime.getRuntime();
        System.out.println("heap used " + (java.totalMemory() - java.freeMemory()) / 1_000_000 + " MB");
    }

    /** What the service does when a month was counted. */
    private void prepare() throws IOException, SQLException {
        Path usage = folder.resolve("data/usage");
        if (Files.isDirectory(usage)) {
            try (Stream<Path> files = Files.list(usage)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        List<YearMonth> months =
                IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
        for (String many : MANY) {
            say(many + ", a month summed up beforehand", months, month -> now.prepareUsage(many, month), 0);
        }
        say("institutions, a month summed up beforehand", months, now::prepareInstitutions, 0);
        try (Stream<Path> files = Files.list(usage)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            System.out.println("summed up in " + bytes / 1_000_000 + " MB");
        }
    }

    /** One of the filters that people click on. */
    static Map<String, List<String>> filter(SplittableRandom random) {
        int year = 1995 + random.nextInt(30);
        return switch (random.nextInt(9)) {
            case 0 -> Map.of("data_type", List.of(random.nextBoolean() ? "Journal" : "Book"));
            case 1 -> Map.of("access_type", List.of(random.nextBoolean() ? "Open" : "Controlled"));
            case 2 -> Map.of("access_method", List.of(random.nextBoolean() ? "TDM" : "Regular"));
            case 3 -> Map.of("yop", List.of(year + "-" + (year + random.nextInt(10))));
            case 4 -> Map.of("not_yop", List.of(Integer.toString(year)));
            case 5 -> Map.of("arrival", List.of(random.nextBoolean() ? "PubMed LinkOut" : "direct"));
            case 6 -> Map.of("route", List.of(random.nextBoolean() ? "ip" : "federation"));
            case 7 -> Map.of("q", List.of(Integer.toString(random.nextInt(100))));
            default -> Map.of("yop", List.of(year + "-2024"), "access_type", List.of("Controlled"));
        };
    }

    private View view(String customer, Map<String, List<String>> filter) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(filter);
        ViewParser.Parsed parsed = ViewParser.parse(customer, parameters, first.plusMonths(MONTHS - 1), Set.of());
        if (!parsed.problems().isEmpty()) {
            throw new IllegalStateException(parsed.problems().toString());
        }
        return parsed.view();
    }

    private Overview overview(String customer, Map<String, List<String>> filter) throws IOException {
        return Overview.of(now, view(customer, filter));
    }

    private TitleTable titles(String customer, Map<String, List<String>> filter) throws IOException {
        return TitleTable.page(now, view(customer, filter), TitleAsk.usual());
    }

    /** The headline of a view is what DuckDB sums itself. */
    private void sum(String customer) throws IOException, SQLException {
        Panel headline = overview(customer, Map.of()).panel("headline").orElseThrow();
        for (String metric : SUMMED) {
            long shown = headline.rows().stream()
                    .filter(row -> metric.equals(row.get(0)))
                    .mapToLong(row -> (Long) row.get(1))
                    .findFirst()
                    .orElseThrow();
            long expected;
            try (ResultSet result = duck.executeQuery(
                    "SELECT sum(" + metric + ") FROM " + files("items", MONTHS / 2, MONTHS) + ofCustomer(customer))) {
                result.next();
                expected = result.getLong(1);
            }
            if (shown != expected) {
                throw new IllegalStateException(metric + " is " + shown + ", expected " + expected);
            }
            System.out.println("sum right: " + metric + " " + shown);
        }
    }

    /** The rows of the facts that a view is made of, summed by its attributes and read to the last. */
    private Object rows(String customer) throws SQLException {
        String keys = "file_index, Title_Data_Type, Access_Type, Access_Method, YOP, Title_ID";
        long rows = 0;
        try (ResultSet result = duck.executeQuery("SELECT " + keys
                + SUMMED.stream().map(metric -> ", sum(" + metric + ")").collect(Collectors.joining()) + " FROM "
                + files("items", 0, MONTHS) + ofCustomer(customer) + " GROUP BY " + keys)) {
            while (result.next()) {
                rows++;
            }
        }
        return rows;
    }

    private String ofCustomer(String customer) {
        return customer.equals(WORLD)
                ? ""
                : " WHERE Customers IN (SELECT DISTINCT Customers FROM " + files("customers", 0, MONTHS)
                        + " WHERE Customer_ID = '" + customer + "')";
    }

    private String files(String name, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(first::plusMonths)
                .map(month -> "'" + folder.resolve("data/facts/" + month + "/v1/" + name + ".parquet") + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
    }

    /** What is asked of an institution, or for a month. */
    @FunctionalInterface
    private interface Question<T> {
        Object ask(T of) throws IOException, SQLException;
    }

    private static <T> List<Double> times(List<T> all, Question<T> question) throws IOException, SQLException {
        List<Double> times = new ArrayList<>();
        for (T one : all) {
            times.add(time(() -> question.ask(one)));
        }
        return times;
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Work {
        Object run() throws IOException, SQLException;
    }

    private void people(String what, List<String> customers) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
        long before = cpu();
        try {
            List<Callable<List<Double>>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int seed = i;
                all.add(() -> person(customers, new SplittableRandom(seed)));
            }
            List<Double> times = new ArrayList<>();
            for (Future<List<Double>> each : pool.invokeAll(all)) {
                times.addAll(each.get());
            }
            say(what, times, cpu() - before, 0);
        } finally {
            pool.shutdown();
        }
    }

    private List<Double> person(List<String> institutions, SplittableRandom random)
            throws IOException, SQLException, InterruptedException {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        String institution = institutions.get(random.nextInt(institutions.size()));
        while (System.nanoTime() < end) {
            int looked = 500 + random.nextInt(1_000);
            Thread.sleep(looked); // a person looks at a page before the next click: that pause is the load
            Map<String, List<String>> filter = filter(random);
            times.add(time(
                    random.nextBoolean() ? () -> overview(institution, filter) : () -> titles(institution, filter)));
        }
        return times;
    }

    private static double time(Work work) throws IOException, SQLException {
        long from = System.nanoTime();
        if (work.run() == null) {
            throw new IllegalStateException("no answer");
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private static <T> void say(String what, List<T> all, Question<T> question, double alone)
            throws IOException, SQLException {
        long before = cpu();
        List<Double> times = times(all, question);
        say(what, times, cpu() - before, alone);
    }

    /**
     * Prints a line.
     *
     * @param cpu nanoseconds of all threads for all of them
     * @param alone what DuckDB needs, 0 for what it was not asked
     */
    private static void say(String what, List<Double> times, long cpu, double alone) {
        System.out.printf(
                Locale.ROOT,
                "%-56s %6d %8.1f %8.1f %8.1f %8s%n",
                what,
                times.size(),
                percentile(times, 0.5),
                percentile(times, 0.95),
                cpu / 1e6 / times.size(),
                alone == 0 ? "" : String.format(Locale.ROOT, "%.0f", alone));
    }

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    static double percentile(List<Double> values, double part) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }
}
