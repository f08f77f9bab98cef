package fr.comptoir.testkit;

import static fr.comptoir.model.action.ActionKind.LIMIT_EXCEEDED;
import static fr.comptoir.model.action.ActionKind.SEARCHES_AUTOMATED;
import static fr.comptoir.model.action.ActionKind.SEARCHES_REGULAR;
import static fr.comptoir.model.code.Release.R5_1;
import static fr.comptoir.testkit.SearchExamples.databases;

import fr.comptoir.testkit.AuditScript.Act;
import java.util.List;

/** The tests of the Release 5.1 audit (Appendix E.2 to E.4 and E.6), whose figures must come out exactly. */
final class AuditExamples {
    private AuditExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                // E.2.3
                new AuditScript()
                        .articles(15, "Controlled", Act.REQUEST_INSIDE)
                        .named("E.2.3 double clicks inside")
                        .inR51("TII 15, TIR 15, UII 15, UIR 15"),
                new AuditScript()
                        .articles(15, "Controlled", Act.REQUEST_OUTSIDE)
                        .named("E.2.3 double clicks outside")
                        .inR51("TII 30, TIR 30, UII 15, UIR 15"),
                new AuditScript()
                        .articles(15, "Controlled", Act.REQUEST_INSIDE)
                        .articles(15, "Controlled", Act.REQUEST_OUTSIDE)
                        .named("E.2.3 double clicks, sum")
                        .inR51("TII 45, TIR 45, UII 30, UIR 30"),
                new AuditScript()
                        .wholeBooks(15, 4, "Controlled", Act.REQUEST_INSIDE)
                        .wholeBooks(15, 4, "Controlled", Act.REQUEST_OUTSIDE)
                        .named("E.2.3 double clicks on whole books of four known segments")
                        .inR51("TII 180, TIR 180, UII 120, UIR 120, UTI 30, UTR 30")
                        .inR5("TII 45, TIR 45, UII 30, UIR 30, UTI 30, UTR 30"),
                // E.3
                new AuditScript()
                        .databases(1)
                        .deniedSearch(50, LIMIT_EXCEEDED, "database 1")
                        .named("E.3 Limit_Exceeded at a database")
                        .inR51("Limit_Exceeded 50"),
                new AuditScript()
                        .articles(50, "Controlled", Act.LIMIT_EXCEEDED)
                        .named("E.3 Limit_Exceeded at an item")
                        .inR51("Limit_Exceeded 50"),
                new AuditScript()
                        .articles(50, "Controlled", Act.NO_LICENSE)
                        .named("E.3 No_License")
                        .inR51("No_License 50"),
                // E.4.1 and E.4.2
                new AuditScript()
                        .databases(5)
                        .search(50, SEARCHES_REGULAR, "database 1")
                        .search(25, SEARCHES_REGULAR, "database 2", "database 3")
                        .search(25, SEARCHES_REGULAR, databases(5))
                        .named("E.4 option 1: all, several or one database")
                        .inR51("Searches_Platform 100, Searches_Regular 225")
                        .ofSubject(R5_1, "database 1", "Searches_Regular 75")
                        .ofSubject(R5_1, "database 2", "Searches_Regular 50")
                        .ofSubject(R5_1, "database 4", "Searches_Regular 25"),
                new AuditScript()
                        .databases(5)
                        .search(50, SEARCHES_REGULAR, "database 1")
                        .search(50, SEARCHES_REGULAR, databases(5))
                        .named("E.4 option 2: all or one database")
                        .inR51("Searches_Platform 100, Searches_Regular 300")
                        .ofSubject(R5_1, "database 1", "Searches_Regular 100")
                        .ofSubject(R5_1, "database 5", "Searches_Regular 50"),
                new AuditScript()
                        .databases(5)
                        .search(100, SEARCHES_AUTOMATED, databases(5))
                        .named("E.4 option 3: only all databases")
                        .inR51("Searches_Automated 500, Searches_Platform 100")
                        .ofSubject(R5_1, "database 5", "Searches_Automated 100"),
                new AuditScript()
                        .databases(5)
                        .search(50, SEARCHES_REGULAR, "database 1")
                        .search(50, SEARCHES_REGULAR, "database 2")
                        .named("E.4 option 4: one database at a time")
                        .inR51("Searches_Platform 100, Searches_Regular 100"),
                new AuditScript()
                        .search(100, SEARCHES_REGULAR)
                        .named("E.4.1 option 5: no databases")
                        .inR51("Searches_Platform 100"),
                new AuditScript()
                        .databases(1)
                        .search(50, SEARCHES_REGULAR, "database 1")
                        .named("E.4.2 option 5: one database")
                        .inR51("Searches_Platform 50, Searches_Regular 50"),
                // E.6
                new AuditScript()
                        .articles(100, "Controlled", Act.REQUEST)
                        .named("E.6 other Data_Types, one Access_Type")
                        .inR51("TII 100, TIR 100, UII 100, UIR 100"),
                new AuditScript()
                        .articles(50, "Controlled", Act.REQUEST)
                        .articles(50, "Open", Act.REQUEST)
                        .named("E.6 other Data_Types, two Access_Types")
                        .ofAccessType(R5_1, "Controlled", "TII 50, TIR 50, UII 50, UIR 50")
                        .ofAccessType(R5_1, "Open", "TII 50, TIR 50, UII 50, UIR 50"),
                new AuditScript()
                        .articles(40, "Controlled", Act.REQUEST)
                        .articles(40, "Open", Act.REQUEST)
                        .articles(20, "Free_To_Read", Act.REQUEST)
                        .named("E.6 other Data_Types, three Access_Types")
                        .ofAccessType(R5_1, "Controlled", "TII 40, TIR 40, UII 40, UIR 40")
                        .ofAccessType(R5_1, "Open", "TII 40, TIR 40, UII 40, UIR 40")
                        .ofAccessType(R5_1, "Free_To_Read", "TII 20, TIR 20, UII 20, UIR 20"),
                new AuditScript()
                        .articles(50, "Controlled", Act.REQUEST_AND_INVESTIGATION)
                        .articles(50, "Open", Act.REQUEST_AND_INVESTIGATION)
                        .named("E.6.2 investigations apart")
                        .ofAccessType(R5_1, "Controlled", "TII 100, TIR 50, UII 50, UIR 50")
                        .ofAccessType(R5_1, "Open", "TII 100, TIR 50, UII 50, UIR 50"),
                new AuditScript()
                        .articles(1, "Controlled", Act.REQUEST)
                        .yop(2019)
                        .articles(1, "Controlled", Act.REQUEST)
                        .yop(9999)
                        .articles(1, "Controlled", Act.REQUEST)
                        .named("E.6.3 YOP of the items used, 0001 where it is unknown")
                        .ofYop(R5_1, 2019, "TII 1, TIR 1, UII 1, UIR 1")
                        .ofYop(R5_1, 9999, "TII 1, TIR 1, UII 1, UIR 1")
                        .ofYop(R5_1, 1, "TII 1, TIR 1, UII 1, UIR 1"));
    }
}
