package fr.comptoir.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The 3,000 user agents of the benchmark: 2,600 browsers that people use, and 400 robots of the COUNTER list's kinds. */
final class Agents {

    static final int BROWSERS = 2_600;
    static final int ROBOTS = 400;

    private static final List<String> DESKTOPS = List.of(
            "Windows NT 10.0; Win64; x64",
            "Windows NT 10.0; WOW64",
            "Windows NT 6.1; Win64; x64",
            "Macintosh; Intel Mac OS X 10_15_7",
            "Macintosh; Intel Mac OS X 13_6_1",
            "X11; Linux x86_64",
            "X11; Ubuntu; Linux x86_64",
            "X11; CrOS x86_64 14541.0.0");

    private static final List<String> PHONES = List.of(
            "Linux; Android 10; K",
            "Linux; Android 13; SM-A536B",
            "Linux; Android 14; Pixel 8",
            "Linux; Android 12; moto g(60)",
            "iPhone; CPU iPhone OS 17_5 like Mac OS X",
            "iPad; CPU OS 16_7 like Mac OS X");

    private static final String[] ROBOT_SHAPES = {
        "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.6613.137"
                + " Mobile Safari/537.36 (compatible; Googlebot/2.%d; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.%d; +http://www.bing.com/bingbot.htm)"
                + " Chrome/116.0.1938.76 Safari/537.36",
        "Mozilla/5.0 (compatible; YandexBot/3.%d; +http://yandex.com/bots)",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_10_1) AppleWebKit/600.2.5 (KHTML, like Gecko) Version/8.0.2 Safari/600.2.5"
                + " (Amazonbot/0.%d; +https://developer.amazon.com/support/amazonbot)",
        "Mozilla/5.0 (compatible; AhrefsBot/7.%d; +http://ahrefs.com/robot/)",
        "Mozilla/5.0 (compatible; SemrushBot/%d~bl; +http://www.semrush.com/bot.html)",
        "Mozilla/5.0 (compatible; Baiduspider/2.%d; +http://www.baidu.com/search/spider.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.%d; +https://openai.com/gptbot)",
        "python-requests/2.%d.0",
        "curl/7.%d.0",
        "Wget/1.%d (linux-gnu)",
        "Scrapy/2.%d (+https://scrapy.org)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/%d.0.0.0 Safari/537.36",
        "Apache-HttpClient/4.5.%d (Java/11.0.20)",
        "facebookexternalhit/1.%d (+http://www.facebook.com/externalhit_uatext.php)",
        "Mozilla/5.0 (compatible; archive.org_bot/%d; +http://archive.org/details/archive.org_bot)",
        "libwww-perl/6.%d"
    };

    private Agents() {}

    static byte[][] browsers() {
        List<byte[]> out = new ArrayList<>();
        for (int version = 150; out.size() < BROWSERS; version--) {
            addVersion(out, version);
        }
        return out.subList(0, BROWSERS).toArray(byte[][]::new);
    }

    private static void addVersion(List<byte[]> out, int version) {
        for (String system : DESKTOPS) {
            String chrome = chrome(system, version, "");
            out.add(Ascii.of(chrome));
            out.add(Ascii.of(chrome + " Edg/" + version + ".0." + (1000 + version) + ".4" + version % 10));
            out.add(Ascii.of(chrome + " OPR/" + (version - 14) + ".0.0.0"));
            out.add(Ascii.of(
                    "Mozilla/5.0 (" + system + "; rv:" + version + ".0) Gecko/20100101 Firefox/" + version + ".0"));
        }
        for (String system : PHONES) {
            out.add(Ascii.of(system.startsWith("iP") ? safari(system, version) : chrome(system, version, " Mobile")));
        }
    }

    private static String chrome(String system, int version, String mobile) {
        return "Mozilla/5.0 (" + system + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version + ".0.0.0"
                + mobile + " Safari/537.36";
    }

    private static String safari(String system, int version) {
        return "Mozilla/5.0 (" + system + ") AppleWebKit/605.1.15 (KHTML, like Gecko) Version/" + version / 8 + "."
                + version % 8 + " Mobile/15E148 Safari/604.1";
    }

    static byte[][] robots() {
        byte[][] out = new byte[ROBOTS][];
        for (int i = 0; i < ROBOTS; i++) {
            String shape = ROBOT_SHAPES[i % ROBOT_SHAPES.length];
            out[i] = Ascii.of(shape.replace("%d", Integer.toString(i / ROBOT_SHAPES.length)));
        }
        return out;
    }
}
