package fr.comptoir.testkit;

import static fr.comptoir.testkit.ExampleSite.journal;
import static fr.comptoir.testkit.ExampleSite.reader;
import static fr.comptoir.testkit.WorkedExample.FEBRUARY;
import static fr.comptoir.testkit.WorkedExample.JANUARY;

import fr.comptoir.model.code.AccessMethod;
import java.time.Duration;
import java.util.List;

/** Double clicks (CoP 5.1 and 5.0.3, section 7.2). */
final class DoubleClickExamples {
    private static final String ONE = "TII 1, TIR 1, UII 1, UIR 1";
    private static final String TWO_IN_ONE_SESSION = "TII 2, TIR 2, UII 1, UIR 1";

    private DoubleClickExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                requests("the Code's first pair: 10:01:00 and 10:01:29 count once", "10:01:00", "10:01:29")
                        .gives(ONE),
                requests("the Code's second pair: 10:01:00 and 10:01:35 count twice", "10:01:00", "10:01:35")
                        .gives(TWO_IN_ONE_SESSION),
                requests("the contract's chain counts once", "10:00:00", "10:00:20", "10:00:45")
                        .gives(ONE),
                requests("a: clicks 20 seconds apart count once", "10:00:00", "10:00:20")
                        .gives(ONE),
                requests("b: clicks 31 seconds apart count twice", "10:00:00", "10:00:31")
                        .gives(TWO_IN_ONE_SESSION),
                requests("c: a chain and a click beyond it", "10:00:00", "10:00:20", "10:00:45", "10:01:30")
                        .gives(TWO_IN_ONE_SESSION),
                requests(
                                "d: a chain longer than 30 seconds counts once",
                                "10:00:00",
                                "10:00:29",
                                "10:00:58",
                                "10:01:27")
                        .gives(ONE),
                requests("e: over the full hour the later click counts, in its session", "10:59:50", "11:00:05")
                        .gives(ONE),
                WorkedExample.of(
                                "f: over the month's end the later click counts, in its month",
                                journal(),
                                reader().at("2026-01-31T23:59:50")
                                        .request("A")
                                        .after(20)
                                        .request("A"))
                        .gives(JANUARY, "nothing")
                        .gives(FEBRUARY, ONE),
                WorkedExample.of(
                                "g: HTML and then PDF are two links",
                                journal(),
                                reader().format("HTML")
                                        .request("A")
                                        .format("PDF")
                                        .after(10)
                                        .request("A"))
                        .gives(TWO_IN_ONE_SESSION),
                requests("h: two people behind one address with one agent are one user", "10:00:00", "10:00:10")
                        .gives(ONE),
                requests("after 29 seconds it is a double click", "10:00:00", "10:00:29")
                        .gives(ONE),
                requests("after 30 seconds it is a double click", "10:00:00", "10:00:30")
                        .gives(ONE),
                requests("after 31 seconds it is none", "10:00:00", "10:00:31").gives(TWO_IN_ONE_SESSION),
                WorkedExample.of(
                                "after 30.001 seconds it is none",
                                journal(),
                                reader().request("A")
                                        .after(Duration.ofMillis(30_001))
                                        .request("A"))
                        .gives(TWO_IN_ONE_SESSION),
                requests(
                                "five clicks at 20 seconds keep the last",
                                "10:00:00",
                                "10:00:20",
                                "10:00:40",
                                "10:01:00",
                                "10:01:20")
                        .gives(ONE),
                requests("three in one second keep one", "10:00:00", "10:00:00", "10:00:00")
                        .gives(ONE),
                WorkedExample.of(
                                "over midnight the later click counts, in its session",
                                journal(),
                                reader().sessionCookie("s")
                                        .at("2026-01-15T23:59:45")
                                        .request("A")
                                        .after(30)
                                        .request("A"))
                        .gives(ONE),
                WorkedExample.of(
                                "a click 31 seconds after the month does not reach into it",
                                journal(),
                                reader().at("2026-01-31T23:59:59")
                                        .request("A")
                                        .after(31)
                                        .request("A"))
                        .gives(JANUARY, ONE)
                        .gives(FEBRUARY, ONE),
                WorkedExample.of(
                                "a chain over the month's end counts once, in the later month",
                                journal(),
                                reader().at("2026-01-31T23:59:40")
                                        .request("A")
                                        .after(15)
                                        .request("A")
                                        .after(30)
                                        .request("A"))
                        .gives(JANUARY, "nothing")
                        .gives(FEBRUARY, ONE),
                WorkedExample.of(
                                "in the order of time, not of the log",
                                journal(),
                                reader().at("2026-01-15T10:00:45")
                                        .request("A")
                                        .at("2026-01-15T10:00:00")
                                        .request("A")
                                        .at("2026-01-15T10:00:20")
                                        .request("A"))
                        .gives(ONE),
                WorkedExample.of(
                                "the hour that autumn repeats: an hour apart is no double click, one session",
                                journal(),
                                reader().zone("Europe/Paris")
                                        .at("2025-10-26T02:30:00")
                                        .request("A")
                                        .after(3600)
                                        .request("A"))
                        .gives(java.time.YearMonth.of(2025, 10), TWO_IN_ONE_SESSION),
                WorkedExample.of(
                                "an investigation and a request of one item are two links",
                                journal(),
                                reader().investigation("A").after(5).request("A"))
                        .gives("TII 2, TIR 1, UII 1, UIR 1"),
                WorkedExample.of(
                                "a refusal and then a success are two facts",
                                journal(),
                                reader().noLicense("A").after(10).request("A"))
                        .gives(ONE + ", No_License 1"),
                WorkedExample.of(
                                "refusals of two kinds are two facts",
                                journal(),
                                reader().noLicense("A").after(10).limitExceeded("A"))
                        .gives("Limit_Exceeded 1, No_License 1"),
                WorkedExample.of(
                                "a double click on a refusal counts once",
                                journal(),
                                reader().noLicense("A").after(10).noLicense("A"))
                        .gives("No_License 1"),
                WorkedExample.of(
                                "by hand and by TDM are two links",
                                journal(),
                                reader().request("A")
                                        .accessMethod(AccessMethod.TDM)
                                        .after(10)
                                        .request("A"))
                        .gives("TII 2, TIR 2, UII 2, UIR 2"),
                WorkedExample.of(
                                "two users are no double click, whatever the link",
                                journal(),
                                reader().login("ada")
                                        .request("A")
                                        .login("bob")
                                        .after(10)
                                        .request("A"))
                        .gives("TII 2, TIR 2, UII 2, UIR 2"),
                WorkedExample.of(
                                "one login from two addresses is one user",
                                journal(),
                                reader().login("ada")
                                        .address("192.0.2.1")
                                        .request("A")
                                        .address("192.0.2.2")
                                        .after(10)
                                        .request("A"))
                        .gives(ONE),
                WorkedExample.of(
                                "two logins that share a session cookie are two users and one session",
                                journal(),
                                reader().sessionCookie("s")
                                        .login("ada")
                                        .request("A")
                                        .login("bob")
                                        .after(10)
                                        .request("A"))
                        .gives(TWO_IN_ONE_SESSION),
                WorkedExample.of(
                                "one login with two session cookies is one user; the session of the kept click counts",
                                journal(),
                                reader().login("ada")
                                        .sessionCookie("s1")
                                        .request("A")
                                        .sessionCookie("s2")
                                        .after(10)
                                        .request("A")
                                        .after(60)
                                        .request("A"))
                        .gives(TWO_IN_ONE_SESSION));
    }

    /** Requests of one article at those times of one day. */
    private static WorkedExample requests(String name, String... times) {
        ActionsBuilder actions = reader();
        for (String time : times) {
            actions.at("2026-01-15T" + time).request("A");
        }
        return WorkedExample.of(name, journal(), actions);
    }
}
