package fr.comptoir.acceptance;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Somebody who visits {@link BetaLibrary}: what of him is in the log, {@code -} where nothing is.
 *
 * @param agent as the browser sends it, not as the log escapes it
 */
record MadeVisitor(
        String address, String agent, String login, String userCookie, String sessionCookie, String organisation) {
    private static final List<String> ADDRESSES = List.of(
            "192.0.2.7",
            "192.0.2.8",
            "::ffff:192.0.2.7",
            "192.0.2.130",
            "192.0.2.159",
            "192.0.2.160",
            "198.51.100.7",
            "2001:db8:5::1",
            "2001:0db8:0005:0000:0000:0000:0000:0001",
            "2001:db8:6::1",
            "203.0.113.9",
            "proxy.example.org");
    private static final List<String> AGENTS = List.of(
            TestSite.CHROME,
            TestSite.FIREFOX,
            "-",
            "An agent with \"quotes\" and \\",
            "Navigateur français",
            "aspider/1.0");
    private static final List<String> ROBOTS =
            List.of("Mozilla/5.0 (compatible; Googlebot/2.1)", "CURL/8.0", "x BOT", "the spider \"x\"");
    private static final LocalDate OCTOBER_10 = LocalDate.of(2025, 10, 10);
    private static final LocalDate OCTOBER_15 = LocalDate.of(2025, 10, 15);
    private static final LocalDate OCTOBER_31 = LocalDate.of(2025, 10, 31);
    private static final LocalDate NOVEMBER_20 = LocalDate.of(2025, 11, 20);

    static MadeVisitor made(SplittableRandom random) {
        return new MadeVisitor(
                ADDRESSES.get(random.nextInt(ADDRESSES.size())),
                AGENTS.get(random.nextInt(AGENTS.size())),
                random.nextInt(4) == 0 ? "reader" + random.nextInt(6) : "-",
                random.nextInt(4) == 0 ? "u" + random.nextInt(9) : "-",
                random.nextInt(3) == 0 ? "s" + random.nextInt(20) : "-",
                random.nextInt(8) == 0
                        ? List.of("org-one", "org-five", "org-unknown").get(random.nextInt(3))
                        : "-");
    }

    MadeVisitor asRobot(SplittableRandom random) {
        String robot = ROBOTS.get(random.nextInt(ROBOTS.size()));
        return new MadeVisitor(address, robot, login, userCookie, sessionCookie, organisation);
    }

    /** {@code login}, else {@code user_cookie}, else {@code session_cookie}, else address + user agent. */
    String user() {
        if (!login.equals("-")) {
            return "login " + login;
        }
        if (!userCookie.equals("-")) {
            return "user cookie " + userCookie;
        }
        return sessionCookie.equals("-") ? byAddress() : "session cookie " + sessionCookie;
    }

    /** {@code session_cookie} + date, else {@code login} + date + hour, else {@code user_cookie} ..., else address | agent ... */
    String session(LocalDate day, int hour) {
        if (!sessionCookie.equals("-")) {
            return "session cookie " + sessionCookie + " " + day;
        }
        return user() + " " + day + " " + hour;
    }

    private String byAddress() {
        String value =
                address.replace("::ffff:", "").replace("2001:0db8:0005:0000:0000:0000:0000:0001", "2001:db8:5::1");
        return "address " + value + " agent " + (agent.equals("-") ? "" : agent);
    }

    /** Sorted and joined with {@code |}, the consortia of the day included. */
    String customers(LocalDate day) {
        TreeSet<String> customers = new TreeSet<>();
        if (organisation.equals("org-one")) {
            customers.add("u1");
        } else if (organisation.equals("org-five")) {
            customers.add("u5");
        } else if (address.equals("192.0.2.130") || address.equals("192.0.2.159")) {
            customers.add("u3");
        } else if (address.contains("192.0.2.")) {
            customers.add("u1");
        } else if (address.startsWith("198.51.100.")) {
            customers.addAll(List.of("u2", "u4"));
        } else if (byAddress().contains("2001:db8:5::1") && !day.isBefore(OCTOBER_10) && !day.isAfter(NOVEMBER_20)) {
            customers.add("u5");
        }
        if (customers.contains("u1")
                || customers.contains("u4")
                || (customers.contains("u2") && !day.isBefore(OCTOBER_15))) {
            customers.add("cons");
        }
        if (customers.contains("u5") && !day.isAfter(OCTOBER_31)) {
            customers.add("other");
        }
        return String.join("|", customers);
    }
}
