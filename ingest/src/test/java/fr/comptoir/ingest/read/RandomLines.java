package fr.comptoir.ingest.read;

import java.util.List;
import java.util.SplittableRandom;

/** Lines of the combined format for the platform of {@link Site}, with everything that can happen to a line. */
final class RandomLines {
    private static final List<String> PATHS = List.of(
            "/article/a1",
            "/article/a2",
            "/article/10.5555%2Fa3",
            "/article/j1",
            "/article/a1/fulltext",
            "/article/a2/pdf",
            "/article/a2/pdf?sid=google,browser-addon",
            "/article/a1?sid=x&from=portal",
            "/book/b1.epub",
            "/journal/j1",
            "/search?q=x&db=d1&db=d2",
            "/search?q=",
            "/search?q=y&db=later",
            "/federated",
            "/api/a1",
            "/api/status",
            "/styles/main.css",
            "/img/logo.png",
            "/");
    private static final List<String> REFERRERS = List.of(
            "-",
            "https://www.example.org/",
            "https://WWW.example.org:443/?",
            "https://scholar.google.co.uk/scholar?q=\\xe9",
            "https://a.portal.example/",
            "https://shop.example/journals/",
            "https://shop.example/",
            "https://sfx.resolver.example/sfx?x=",
            "https://elsewhere.example/");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST");
    private static final int[] STATUSES = {200, 200, 200, 200, 304, 206, 403, 429, 404, 500};
    private static final List<String> AGENTS = List.of(
            Log.BROWSER,
            Log.BROWSER,
            Log.BROWSER + " other",
            "Mozilla/5.0 (compatible; Googlebot/2.1)",
            "-",
            "An \\\"agent\\\" \\xe9");

    private RandomLines() {}

    static String combined(SplittableRandom random) {
        int kind = random.nextInt(200);
        if (kind == 0) {
            return "";
        } else if (kind == 1) {
            return "no line at all " + random.nextInt(1_000);
        }
        String path =
                random.nextInt(12) == 0 ? "/article/u" + random.nextInt(500) : PATHS.get(random.nextInt(PATHS.size()));
        String request = kind == 2 ? "-" : METHODS.get(random.nextInt(METHODS.size())) + " " + path + " HTTP/1.1";
        String time = "%02d/%s/2024:%02d:%02d:%02d +0%d00"
                .formatted(
                        1 + random.nextInt(28),
                        random.nextBoolean() ? "Sep" : "Oct",
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(3));
        return address(random) + " - - [" + time + "] \"" + request + "\" " + STATUSES[random.nextInt(STATUSES.length)]
                + " " + random.nextInt(100_000) + " \"" + referrer(random) + "\" \""
                + AGENTS.get(random.nextInt(AGENTS.size())) + "\"" + (random.nextInt(20) == 0 ? "\r" : "");
    }

    private static String referrer(SplittableRandom random) {
        String referrer = REFERRERS.get(random.nextInt(REFERRERS.size()));
        return referrer.equals("-") ? referrer : referrer + "r".repeat(random.nextInt(120));
    }

    private static String address(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> "host" + random.nextInt(50) + ".example.org";
            case 1 -> "2001:db8:" + random.nextInt(4) + "::" + random.nextInt(1, 50);
            case 2 -> "198.51.100." + random.nextInt(256);
            default -> "192.0.2." + random.nextInt(256);
        };
    }
}
