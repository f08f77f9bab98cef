package fr.comptoir.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** User agents: of browsers, of robots that the COUNTER list knows, and of programs that readers may use by agreement. */
final class Agents {

    /** Mines texts under an agreement; no robot by the list. */
    static final String MINER = "CorpusBuilder/1.3 (+mailto:tdm@univ-valmont.example)";

    /** A federated search engine, as the Code of Practice names them. */
    static final String FEDERATED = "WEBFEAT-SCOCIT";

    /** Looks every hour whether the site is up. */
    static final String PROBE = "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)";

    private static final List<String> SYSTEMS = List.of(
            "Windows NT 10.0; Win64; x64",
            "Windows NT 10.0; Win64; x64",
            "Macintosh; Intel Mac OS X 10_15_7",
            "X11; Linux x86_64",
            "Linux; Android 10; K");

    private static final List<String> ROBOTS = List.of(
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)"
                    + " Chrome/116.0.1938.76 Safari/537.36",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
            "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
            "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
            "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
            "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Scrapy/2.11.2 (+https://scrapy.org)");

    private static final List<String> SCRIPTS = List.of(
            "python-requests/2.32.3",
            "curl/8.5.0",
            "Wget/1.21.3",
            "Java/17.0.12",
            "okhttp/4.12.0",
            "Go-http-client/1.1",
            "-",
            "Mozilla/5.0");

    private static final List<String> BROWSERS = browsers();

    private Agents() {}

    private static List<String> browsers() {
        List<String> out = new ArrayList<>();
        for (int version = 146; version > 128; version--) {
            for (String system : SYSTEMS) {
                String chrome = "Mozilla/5.0 (" + system + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                        + ".0.0.0" + (system.contains("Android") ? " Mobile" : "") + " Safari/537.36";
                out.add(chrome);
                out.add(chrome + " Edg/" + version + ".0.0.0");
                out.add("Mozilla/5.0 (" + system + "; rv:" + version + ".0) Gecko/20100101 Firefox/" + version + ".0");
            }
            out.add("Mozilla/5.0 (iPhone; CPU iPhone OS 18_" + version % 7
                    + " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18." + version % 7
                    + " Mobile/15E148 Safari/604.1");
            out.add(
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18."
                            + version % 7 + " Safari/605.1.15");
        }
        return List.copyOf(out);
    }

    /** The newest are the most usual. */
    static String browser(SplittableRandom random) {
        double x = random.nextDouble();
        return BROWSERS.get((int) (BROWSERS.size() * x * x));
    }

    static String robot(SplittableRandom random) {
        return ROBOTS.get(random.nextInt(ROBOTS.size()));
    }

    static String script(SplittableRandom random) {
        return SCRIPTS.get(random.nextInt(SCRIPTS.size()));
    }
}
