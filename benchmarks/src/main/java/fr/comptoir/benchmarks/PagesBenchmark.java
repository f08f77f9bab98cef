package fr.comptoir.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long whole pages need over HTTP, with session, rights and HTML, from a service of a store that {@link StoreGenerator} filled.
 *
 * <pre>PagesBenchmark LINK LAST_MONTH [SECONDS [RUNS]]</pre>
 *
 * LINK is where {@code comptoir serve} has the first administrator made, who then looks at the twelve months up to LAST_MONTH. First the total
 * of a page is compared with that of its JSON. Then twenty people ask for overviews (two of three) and titles of thirty institutions, each
 * page with another filter, and wait half a second to a second and a half after each, for some SECONDS (15); this RUNS times (4), the first of
 * which is that of a service that has shown two pages. Times are in milliseconds from the question to the last byte.
 */
public final class PagesBenchmark {
    private static final int PEOPLE = 20;
    private static final int LOOKED_AT = 30;
    private static final int OK = 200;
    private static final int MOVED = 302;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"Total_Item_Requests\",\"Total\":(\\d+)");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI link;
    private final String months;
    private final int seconds;
    private final List<String> institutions;

    private PagesBenchmark(URI link, YearMonth last, int seconds) {
        this.link = link;
        this.seconds = seconds;
        months = "?from=" + last.minusMonths(11) + "&to=" + last;
        institutions = new SplittableRandom(7)
                .ints(0, BenchmarkSite.INSTITUTIONS)
                .distinct()
                .limit(LOOKED_AT)
                .mapToObj(i -> String.format(Locale.ROOT, "inst%03d", i))
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4;
        PagesBenchmark benchmark = new PagesBenchmark(URI.create(arguments[0]), YearMonth.parse(arguments[1]), seconds);
        benchmark.signIn();
        benchmark.compare();
        for (int run = 0; run < runs; run++) {
            benchmark.people(run);
        }
    }

    private void signIn() throws IOException, InterruptedException {
        String email = "benchmark@example.org";
        String password = "grivoix-7-tamponnade-oblique";
        post(link, Map.of("email", email, "name", "Benchmark", "password", password, "again", password));
    }

    private void post(URI form, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(form));
        if (!token.find()) {
            throw new IllegalStateException(form.getPath() + " has no form");
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token.group(1) + "&", ""));
        HttpRequest request = HttpRequest.newBuilder(form)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != MOVED) {
            throw new IllegalStateException(form.getPath() + " answered " + status);
        }
    }

    private String get(URI page) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(page).header("Accept-Language", "en").build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Page and JSON of a view say the same total. */
    private void compare() throws IOException, InterruptedException {
        String view = "/space/" + institutions.get(0) + "/overview";
        Matcher total = TOTAL.matcher(get(link.resolve(view + ".json" + months)));
        if (!total.find()) {
            throw new IllegalStateException(view + ".json has no total");
        }
        String shown = String.format(Locale.ENGLISH, "<strong>%,d</strong>", Long.parseLong(total.group(1)));
        if (!get(link.resolve(view + months)).contains(shown)) {
            throw new IllegalStateException(view + " does not show " + shown);
        }
        System.out.println("sum right: " + total.group(1));
    }

    private void people(int run) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<List<Double>>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                SplittableRandom random = new SplittableRandom(run * PEOPLE + i);
                all.add(() -> person(random));
            }
            List<Double> times = new ArrayList<>();
            for (Future<List<Double>> each : pool.invokeAll(all)) {
                times.addAll(each.get());
            }
            say(run, times);
        } finally {
            pool.shutdown();
        }
    }

    private List<Double> person(SplittableRandom random) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            int looked = 500 + random.nextInt(1_000);
            Thread.sleep(looked); // a person looks at a page before the next click: that pause is the load
            URI page = page(random);
            HttpRequest request = HttpRequest.newBuilder(page)
                    .header("Accept-Encoding", "gzip")
                    .build();
            long from = System.nanoTime();
            int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
            times.add((System.nanoTime() - from) / 1e6);
            if (status != OK) {
                throw new IllegalStateException(page + " answered " + status);
            }
        }
        return times;
    }

    private URI page(SplittableRandom random) {
        String query = DashboardBenchmark.filter(random).entrySet().stream()
                .map(filter -> "&" + filter.getKey() + "="
                        + URLEncoder.encode(String.join("", filter.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        String name = random.nextInt(3) == 0 ? "titles" : "overview";
        return link.resolve(
                "/space/" + institutions.get(random.nextInt(institutions.size())) + "/" + name + months + query);
    }

    private static void say(int run, List<Double> times) {
        System.out.printf(
                Locale.ROOT,
                "pages         run %d: %d pages, 20 people; ms: median %.0f, p95 %.0f, p99 %.0f, longest %.0f%n",
                run + 1,
                times.size(),
                DashboardBenchmark.percentile(times, 0.5),
                DashboardBenchmark.percentile(times, 0.95),
                DashboardBenchmark.percentile(times, 0.99),
                DashboardBenchmark.percentile(times, 1));
    }
}
