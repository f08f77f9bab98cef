package fr.comptoir.testkit;

import static fr.comptoir.testkit.ExampleSite.journal;
import static fr.comptoir.testkit.ExampleSite.reader;

import java.util.List;

/** Sessions (CoP 5.1 and 5.0.3, section 7.3). */
final class SessionExamples {
    private SessionExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                requests(
                                "without ids a session is a clock hour: 13:05, 13:20, 13:58",
                                reader(),
                                "13:05:00",
                                "13:20:00",
                                "13:58:00")
                        .gives("TII 3, TIR 3, UII 1, UIR 1"),
                requests(
                                "without ids the session ends with the clock hour: 13:05, 14:01",
                                reader(),
                                "13:05:00",
                                "14:01:00")
                        .gives("TII 2, TIR 2, UII 2, UIR 2"),
                requests(
                                "a double click over the hour is in one session: 13:59:50, 14:00:10",
                                reader(),
                                "13:59:50",
                                "14:00:10")
                        .gives("TII 1, TIR 1, UII 1, UIR 1"),
                requests(
                                "a session cookie lasts all day: 13:05, 14:01, 22:00",
                                reader().sessionCookie("S"),
                                "13:05:00",
                                "14:01:00",
                                "22:00:00")
                        .gives("TII 3, TIR 3, UII 1, UIR 1"),
                WorkedExample.of(
                                "a session cookie ends at midnight: 23:50, 00:10",
                                journal(),
                                reader().sessionCookie("S")
                                        .at("2026-01-15T23:50:00")
                                        .request("A")
                                        .at("2026-01-16T00:10:00")
                                        .request("A"))
                        .gives("TII 2, TIR 2, UII 2, UIR 2"),
                requests(
                                "a login's session is a clock hour: 13:05, 13:58, 14:01",
                                reader().login("ada"),
                                "13:05:00",
                                "13:58:00",
                                "14:01:00")
                        .gives("TII 3, TIR 3, UII 2, UIR 2"),
                requests(
                                "a user cookie's session is a clock hour: 13:05, 13:58, 14:01",
                                reader().userCookie("u"),
                                "13:05:00",
                                "13:58:00",
                                "14:01:00")
                        .gives("TII 3, TIR 3, UII 2, UIR 2"),
                WorkedExample.of(
                                "the clock is the platform's",
                                journal(),
                                reader().zone("Asia/Kolkata")
                                        .at("2026-01-15T10:10:00")
                                        .request("A")
                                        .at("2026-01-15T10:50:00")
                                        .request("A"))
                        .gives("TII 2, TIR 2, UII 1, UIR 1"));
    }

    private static WorkedExample requests(String name, ActionsBuilder actions, String... times) {
        for (String time : times) {
            actions.at("2026-01-15T" + time).request("A");
        }
        return WorkedExample.of(name, journal(), actions);
    }
}
