package fr.comptoir.testkit;

import static fr.comptoir.model.action.ActionKind.LIMIT_EXCEEDED;
import static fr.comptoir.model.action.ActionKind.NO_LICENSE;
import static fr.comptoir.model.action.ActionKind.SEARCHES_AUTOMATED;
import static fr.comptoir.model.action.ActionKind.SEARCHES_REGULAR;
import static fr.comptoir.model.code.Release.R5;
import static fr.comptoir.testkit.SearchExamples.databases;

import fr.comptoir.model.code.DataType;
import fr.comptoir.testkit.AuditScript.Act;
import java.util.List;
import java.util.stream.Stream;

/** The tests of the Release 5 audit, view by view (CoP 5.0.3, Appendix E.2). */
final class AuditR5Examples {
    private static final String HUNDRED = "TII 100, TIR 100, UII 100, UIR 100";

    private AuditR5Examples() {}

    static List<WorkedExample> all() {
        return Stream.of(platform(), database(), books(), booksByAccess(), journals(), items())
                .flatMap(List::stream)
                .toList();
    }

    private static List<WorkedExample> platform() {
        return List.of(
                new AuditScript()
                        .databases(3)
                        .search(50, SEARCHES_REGULAR, "database 1")
                        .search(50, SEARCHES_REGULAR, databases(3))
                        .named("P1-1 Searches_Platform")
                        .inR5("Searches_Platform 100, Searches_Regular 200"),
                new AuditScript()
                        .chapters(10, 5, "Controlled", Act.REQUEST)
                        .articles(50, "Controlled", Act.REQUEST)
                        .named("P1-2 option 1: databases with books")
                        .inR5(HUNDRED + ", UTI 10, UTR 10"),
                new AuditScript()
                        .articles(100, "Controlled", Act.REQUEST)
                        .named("P1-2 option 2: databases without books")
                        .inR5(HUNDRED),
                new AuditScript()
                        .chapters(5, 5, "Controlled", Act.REQUEST)
                        .articles(25, "Controlled", Act.REQUEST)
                        .named("P1-2 option 3: one database with books")
                        .inR5("TII 50, TIR 50, UII 50, UIR 50, UTI 5, UTR 5"),
                new AuditScript()
                        .articles(50, "Controlled", Act.REQUEST)
                        .named("P1-2 option 4: one database without books")
                        .inR5("TII 50, TIR 50, UII 50, UIR 50"),
                inside("P1-3"),
                outside("P1-3"));
    }

    private static List<WorkedExample> database() {
        return List.of(
                new AuditScript()
                        .databases(4)
                        .search(100, SEARCHES_AUTOMATED, databases(4))
                        .named("D1-1 all databases without choice")
                        .inR5("Searches_Automated 400, Searches_Platform 100")
                        .ofSubject(R5, "database 4", "Searches_Automated 100"),
                new AuditScript()
                        .databases(1)
                        .search(50, SEARCHES_REGULAR, "database 1")
                        .named("D1-1 option 5: one database")
                        .inR5("Searches_Platform 50, Searches_Regular 50"),
                new AuditScript()
                        .articles(100, "Controlled", Act.REQUEST)
                        .named("D1-2 requests")
                        .inR5(HUNDRED),
                inside("D1-3"),
                outside("D1-3"),
                new AuditScript()
                        .articles(100, "Controlled", Act.INVESTIGATION)
                        .named("D1-4 investigations")
                        .inR5("TII 100, UII 100"),
                new AuditScript()
                        .articles(15, "Controlled", Act.INVESTIGATION_INSIDE)
                        .named("D1-5 double clicks on investigations, inside")
                        .inR5("TII 15, UII 15"),
                new AuditScript()
                        .articles(15, "Controlled", Act.INVESTIGATION_OUTSIDE)
                        .named("D1-5 double clicks on investigations, outside")
                        .inR5("TII 30, UII 15"),
                new AuditScript()
                        .databases(1)
                        .deniedSearch(50, LIMIT_EXCEEDED, "database 1")
                        .named("D2-1 Limit_Exceeded")
                        .inR5("Limit_Exceeded 50"),
                new AuditScript()
                        .databases(1)
                        .deniedSearch(1, NO_LICENSE, "database 1")
                        .named("D2-2 No_License")
                        .inR5("No_License 1"));
    }

    private static List<WorkedExample> books() {
        return List.of(
                new AuditScript()
                        .chapters(20, 5, "Controlled", Act.REQUEST)
                        .named("B1-1 five items of each of twenty books")
                        .inR5(HUNDRED + ", UTI 20, UTR 20"),
                new AuditScript()
                        .chapters(8, 2, "Controlled", Act.REQUEST_INSIDE)
                        .named("B1-2 double clicks inside, two items a book")
                        .inR5("TII 16, TIR 16, UII 16, UIR 16, UTI 8, UTR 8"),
                new AuditScript()
                        .chapters(8, 2, "Controlled", Act.REQUEST_OUTSIDE)
                        .named("B1-2 double clicks outside, two items a book")
                        .inR5("TII 32, TIR 32, UII 16, UIR 16, UTI 8, UTR 8"),
                new AuditScript()
                        .chapters(10, 5, "Controlled", Act.LIMIT_EXCEEDED)
                        .named("B2-1 Limit_Exceeded")
                        .inR5("Limit_Exceeded 50"),
                new AuditScript()
                        .chapters(10, 5, "Controlled", Act.NO_LICENSE)
                        .named("B2-2 No_License")
                        .inR5("No_License 50"));
    }

    private static List<WorkedExample> booksByAccess() {
        return List.of(
                byAccess("B3-1 requests", 10, 5, Act.REQUEST, "TII 50, TIR 50, UII 50, UIR 50, UTI 10, UTR 10"),
                byAccess("B3-2 inside", 4, 2, Act.REQUEST_INSIDE, "TII 8, TIR 8, UII 8, UIR 8, UTI 4, UTR 4"),
                byAccess("B3-2 outside", 4, 2, Act.REQUEST_OUTSIDE, "TII 16, TIR 16, UII 8, UIR 8, UTI 4, UTR 4"),
                byAccess("B3-3 investigations", 5, 5, Act.INVESTIGATION, "TII 25, UII 25, UTI 5"),
                byAccess("B3-4 inside", 4, 2, Act.INVESTIGATION_INSIDE, "TII 8, UII 8, UTI 4"),
                byAccess("B3-4 outside", 4, 2, Act.INVESTIGATION_OUTSIDE, "TII 16, UII 8, UTI 4"));
    }

    private static WorkedExample byAccess(String name, int books, int items, Act act, String counts) {
        return new AuditScript()
                .chapters(books, items, "Controlled", act)
                .chapters(books, items, "Open", act)
                .named(name + " with OA_Gold")
                .ofAccessType(R5, "Controlled", counts)
                .ofAccessType(R5, "OA_Gold", counts);
    }

    private static List<WorkedExample> journals() {
        return List.of(
                new AuditScript()
                        .items(20, DataType.JOURNAL, 5, DataType.ARTICLE, "Controlled", Act.REQUEST)
                        .named("J1-1 requests")
                        .inR5(HUNDRED),
                inside("J1-2"),
                outside("J1-2"),
                new AuditScript()
                        .articles(50, "Controlled", Act.LIMIT_EXCEEDED)
                        .named("J2-1 Limit_Exceeded")
                        .inR5("Limit_Exceeded 50"),
                new AuditScript()
                        .articles(50, "Controlled", Act.NO_LICENSE)
                        .named("J2-2 No_License")
                        .inR5("No_License 50"),
                articlesByAccess(
                        "J3-1 requests",
                        50,
                        50,
                        Act.REQUEST,
                        "TII 50, TIR 50, UII 50, UIR 50",
                        "TII 50, TIR 50, UII 50, UIR 50"),
                articlesByAccess(
                        "J3-2 inside",
                        8,
                        7,
                        Act.REQUEST_INSIDE,
                        "TII 8, TIR 8, UII 8, UIR 8",
                        "TII 7, TIR 7, UII 7, UIR 7"),
                articlesByAccess(
                        "J3-2 outside",
                        8,
                        7,
                        Act.REQUEST_OUTSIDE,
                        "TII 16, TIR 16, UII 8, UIR 8",
                        "TII 14, TIR 14, UII 7, UIR 7"),
                articlesByAccess("J3-3 investigations", 25, 25, Act.INVESTIGATION, "TII 25, UII 25", "TII 25, UII 25"),
                articlesByAccess("J3-4 inside", 8, 7, Act.INVESTIGATION_INSIDE, "TII 8, UII 8", "TII 7, UII 7"),
                articlesByAccess("J3-4 outside", 8, 7, Act.INVESTIGATION_OUTSIDE, "TII 16, UII 8", "TII 14, UII 7"),
                new AuditScript()
                        .articles(1, "Controlled", Act.REQUEST)
                        .yop(2015)
                        .articles(1, "Controlled", Act.REQUEST_OUTSIDE)
                        .yop(2016)
                        .articles(1, "Controlled", Act.REQUEST)
                        .named("J4 requests by YOP")
                        .ofYop(R5, 2015, "TII 1, TIR 1, UII 1, UIR 1")
                        .ofYop(R5, 2016, "TII 2, TIR 2, UII 1, UIR 1")
                        .ofYop(R5, 1, "TII 1, TIR 1, UII 1, UIR 1"));
    }

    private static WorkedExample articlesByAccess(
            String name, int controlled, int open, Act act, String ofControlled, String ofOpen) {
        return new AuditScript()
                .articles(controlled, "Controlled", act)
                .articles(open, "Open", act)
                .named(name)
                .ofAccessType(R5, "Controlled", ofControlled)
                .ofAccessType(R5, "OA_Gold", ofOpen);
    }

    private static List<WorkedExample> items() {
        return List.of(
                new AuditScript()
                        .articles(100, "Controlled", Act.REQUEST)
                        .named("A1-1 requests")
                        .inR5(HUNDRED),
                inside("A1-2"),
                outside("A1-2"),
                new AuditScript()
                        .items(100, DataType.OTHER, 1, DataType.AUDIOVISUAL, "Controlled", Act.REQUEST)
                        .named("M1-1 requests")
                        .inR5(HUNDRED),
                inside("M1-2"),
                outside("M1-2"));
    }

    private static WorkedExample inside(String test) {
        return new AuditScript()
                .articles(15, "Controlled", Act.REQUEST_INSIDE)
                .named(test + " double clicks inside")
                .inR5("TII 15, TIR 15, UII 15, UIR 15");
    }

    private static WorkedExample outside(String test) {
        return new AuditScript()
                .articles(15, "Controlled", Act.REQUEST_OUTSIDE)
                .named(test + " double clicks outside")
                .inR5("TII 30, TIR 30, UII 15, UIR 15");
    }
}
