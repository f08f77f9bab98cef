package fr.comptoir.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A log of {@link BetaLibrary} from a seed: October and November 2025, the hour that comes twice and the turn of the month among them;
 * few visitors and few items, so that they meet often. Every line may have several reasons not to count, and the first in the contract's
 * order is its end.
 */
final class MadeLog {
    /** From where people come; which it is follows from the rest of the line. */
    private static final List<String> REFERRERS = List.of(
            "-",
            "https://beta.example.org/search",
            "https://beta.example.org/record/1",
            "https://beta.example.org/",
            "https://scholar.google.fr/scholar?q=x",
            "https://www.portal.example/a/b",
            "https://elsewhere.example/");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    private static final Instant FIRST = Instant.parse("2025-09-30T22:00:00Z");
    private static final Instant LAST = Instant.parse("2025-11-30T22:59:59Z");
    private static final Instant HOUR_TWICE = Instant.parse("2025-10-26T00:10:00Z");
    private static final Instant TURN = Instant.parse("2025-10-31T22:59:20Z");
    private static final List<String> ITEMS = List.of(
            "10.5555/j1.a1",
            "10.5555/j1.a2",
            "10.5555/j1.a3",
            "10.5555/j1.a4",
            "10.5555/j1.a5",
            "thèse-1",
            "j2 a2",
            "b1",
            "b1.c1",
            "b1.c2",
            "b1.c3",
            "b1.c4",
            "b2",
            "b3",
            "b3.c1",
            "rw1",
            "rw1.i1",
            "rw1.i2",
            "rw2",
            "np.1",
            "cf.1",
            "rp",
            "th",
            "st",
            "ds",
            "im",
            "dfi");
    private static final List<String> NOT_ITEMS = List.of("j1", "np", "cf", "full", "index");
    private static final List<String> UNKNOWN = List.of("nowhere", "10.9/none");
    private static final List<String> DATABASES = List.of("full", "index", "agg", "nowhere");
    private static final int[] GAPS = {0, 0, 1, 5, 12, 29, 30, 31, 45, 400, 2_000, 4_000};

    private final SplittableRandom random;
    private final List<MadeLine> lines = new ArrayList<>();

    private MadeLog(long seed) {
        random = new SplittableRandom(seed);
    }

    /** At least {@code count} lines, in the order of a server's log: of their time, more or less. */
    static List<MadeLine> lines(long seed, int count) {
        MadeLog log = new MadeLog(seed);
        while (log.lines.size() < count) {
            log.visit();
        }
        return log.lines;
    }

    /** Where the lines end, as the ledger has to say. */
    static SortedMap<String, Long> ledger(List<MadeLine> lines) {
        SortedMap<String, Long> ledger = new TreeMap<>();
        lines.forEach(line -> ledger.merge(line.end(), 1L, Long::sum));
        return ledger;
    }

    private void visit() {
        MadeVisitor visitor = MadeVisitor.made(random);
        String item = pick(ITEMS);
        Instant time = begin();
        for (int left = random.nextInt(1, 9); left > 0; left--) {
            item = random.nextInt(3) == 0 ? pick(ITEMS) : item;
            if (random.nextInt(25) == 0) {
                lines.add(malformed(visitor, time));
            } else if (random.nextInt(8) == 0) {
                lines.add(search(visitor, time));
            } else {
                lines.add(use(visitor, time, item));
            }
            if (random.nextInt(10) == 0) {
                visitor = MadeVisitor.made(random);
            }
            time = time.plusSeconds(GAPS[random.nextInt(GAPS.length)]);
            time = time.isAfter(LAST) ? LAST : time;
        }
    }

    private Instant begin() {
        return switch (random.nextInt(20)) {
            case 0 -> HOUR_TWICE.plusSeconds(random.nextInt(7_200));
            case 1, 2 -> TURN.plusSeconds(random.nextInt(60));
            default -> FIRST.plusSeconds(random.nextLong(LAST.getEpochSecond() - FIRST.getEpochSecond()));
        };
    }

    /** An investigation, a request or a denial, unless something speaks against it. */
    private MadeLine use(MadeVisitor visitor, Instant time, String wanted) {
        String[] kinds = {"record", "html", "pdf", "pdf", "tdm", "order", "static", "Record"};
        String page = kinds[random.nextInt(random.nextInt(4) == 0 ? kinds.length : 6)];
        boolean ruled = !page.equals("static") && !page.equals("Record");
        String item = random.nextInt(12) == 0 ? pick(random.nextBoolean() ? NOT_ITEMS : UNKNOWN) : wanted;
        boolean denying = page.equals("html") || page.equals("pdf");
        String right = page.equals("order") ? "POST" : "GET";
        String method =
                random.nextInt(25) == 0 ? List.of("HEAD", "POST", "GET", "get").get(random.nextInt(4)) : right;
        int status = random.nextInt(9) > 0
                ? 200
                : List.of(304, 403, 403, 429, 206, 404, 500).get(random.nextInt(7));
        boolean denied = denying && (status == 403 || status == 429);
        boolean delivered = status == 200 || status == 304;
        MadeVisitor who = random.nextInt(12) == 0 ? visitor.asRobot(random) : visitor;
        String path = "/" + page + "/" + (page.equals("tdm") ? item.replace(" ", "%20") : encoded(item));
        String end = first(
                !method.equals(right) ? "excluded.method" : "",
                !ruled || NOT_ITEMS.contains(item) ? "excluded.not_content" : "",
                !delivered && !denied ? "excluded.status" : "",
                !who.equals(visitor) ? "excluded.robot" : "",
                UNKNOWN.contains(item) ? "held.unknown_item" : "");
        String text =
                text(who, time, method + " " + path + (random.nextBoolean() ? "?from=home" : "") + " HTTP/1.1", status);
        if (!end.equals("actions") && !end.equals("held.unknown_item")) {
            return new MadeLine(text, end, List.of());
        }
        String action = page.equals("record") ? "investigation" : "request";
        String denial = status == 403 ? "No_License" : "Limit_Exceeded";
        String format = List.of("", "HTML", "PDF", "XML", "EPUB")
                .get(List.of("record", "html", "pdf", "tdm", "order").indexOf(page));
        Optional<String> typeR5 = page.equals("html") ? Optional.of("OA_Gold") : Optional.empty();
        String accessMethod = page.equals("tdm") ? "TDM" : "Regular";
        return new MadeLine(
                text,
                end,
                List.of(row(who, time, Optional.of(item), denied ? denial : action, format, accessMethod, typeR5, 0)));
    }

    private MadeLine search(MadeVisitor visitor, Instant time) {
        Set<String> databases = new LinkedHashSet<>();
        StringBuilder target = new StringBuilder();
        int status = random.nextInt(8) > 0 ? 200 : 403;
        String kind = List.of("Searches_Regular", "Searches_Automated", "Searches_Federated")
                .get(random.nextInt(3));
        String expected = "";
        switch (kind) {
            case "Searches_Regular" -> {
                String query = random.nextInt(10) == 0 ? "" : "caf%C3%A9";
                target.append("/search?q=").append(query);
                for (int named = random.nextInt(4); named > 0; named--) {
                    String database = pick(DATABASES);
                    databases.add(database);
                    target.append("&db=").append(database);
                }
                expected = query.isEmpty() ? "excluded.not_content" : "";
            }
            case "Searches_Automated" -> {
                databases.addAll(List.of("full", "index"));
                target.append("/discover?x=1&q=a");
                expected = status == 403 ? "excluded.status" : "";
            }
            default -> {
                databases.add("index");
                target.append("/sru?operation=searchRetrieve");
                expected = status == 403 ? "excluded.status" : "";
            }
        }
        MadeVisitor who = random.nextInt(15) == 0 ? visitor.asRobot(random) : visitor;
        String end = first(expected, !who.equals(visitor) ? "excluded.robot" : "");
        List<MadeLine.Row> rows = new ArrayList<>();
        if (end.equals("actions") && status == 403) {
            for (String database : databases) {
                rows.add(row(
                        who, time, Optional.of(database), "No_License", "", "Regular", Optional.empty(), rows.size()));
            }
            if (databases.isEmpty()) {
                rows.add(row(who, time, Optional.empty(), "No_License", "", "Regular", Optional.empty(), 0));
            }
        } else if (end.equals("actions")) {
            rows.add(row(who, time, Optional.empty(), "Searches_Platform", "", "Regular", Optional.empty(), 0));
            for (String database : databases) {
                rows.add(row(who, time, Optional.of(database), kind, "", "Regular", Optional.empty(), rows.size()));
            }
        }
        return new MadeLine(text(who, time, "GET " + target + " HTTP/1.1", status), end, rows);
    }

    private MadeLine malformed(MadeVisitor visitor, Instant time) {
        String good = text(visitor, time, "GET /pdf/b2 HTTP/1.1", 200);
        List<UnaryOperator<String>> ways = List.of(
                line -> "",
                line -> line + " more",
                line -> line.substring(0, line.length() - 1),
                line -> line.replace("/2025:", "/20x5:"),
                line -> line.replaceFirst("\\[\\d\\d/...", "[31/Feb"),
                line -> "a stray sentence of an application");
        return new MadeLine(ways.get(random.nextInt(ways.size())).apply(good), "malformed", List.of());
    }

    private MadeLine.Row row(
            MadeVisitor who,
            Instant time,
            Optional<String> item,
            String action,
            String format,
            String accessMethod,
            Optional<String> accessTypeR5,
            int part) {
        ZonedDateTime local = time.atZone(PARIS);
        LocalDate day = local.toLocalDate();
        return new MadeLine.Row(
                time,
                day,
                who.user(),
                who.session(day, local.getHour()),
                who.organisation().equals("-") ? "" : who.organisation(),
                who.customers(day),
                item,
                action,
                format,
                accessMethod,
                accessTypeR5,
                part);
    }

    private static String text(MadeVisitor who, Instant time, String request, int status) {
        return who.address() + " - " + who.login() + " [" + TIME.format(time.atZone(PARIS)) + "] \"" + request + "\" "
                + status
                + " 512 \"" + REFERRERS.get(Math.floorMod((request + time).hashCode(), REFERRERS.size())) + "\" \""
                + who.agent().replace("\\", "\\\\").replace("\"", "\\\"").replace("ç", "\\xc3\\xa7") + "\" \""
                + who.userCookie() + "\" \"" + who.sessionCookie() + "\" \"" + who.organisation() + "\"";
    }

    private static String encoded(String item) {
        return URLEncoder.encode(item, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String first(String... ends) {
        for (String end : ends) {
            if (!end.isEmpty()) {
                return end;
            }
        }
        return "actions";
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
