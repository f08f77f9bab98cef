package fr.comptoir.testkit;

import static fr.comptoir.model.code.Release.R5_1;

import fr.comptoir.testkit.AuditScript.Act;
import java.util.ArrayList;
import java.util.List;

/** The tests of the Release 5.1 audit of books and reference works (Appendix E.5). */
final class AuditBookExamples {
    private AuditBookExamples() {}

    /** How many books of one Access_Type an auditor uses. */
    private record Books(int count, String accessType) {}

    static List<WorkedExample> all() {
        List<WorkedExample> all = new ArrayList<>();
        for (Act act : List.of(Act.REQUEST, Act.REQUEST_AND_INVESTIGATION)) {
            String suffix = act == Act.REQUEST ? "" : ", E.5.4 investigations apart";
            all.add(bySegment("E.5.1 by segment, one Access_Type" + suffix, act, new Books(7, "Controlled")));
            all.add(bySegment(
                    "E.5.1 by segment, two Access_Types" + suffix,
                    act,
                    new Books(5, "Controlled"),
                    new Books(5, "Open")));
            all.add(bySegment(
                    "E.5.1 by segment, three Access_Types" + suffix,
                    act,
                    new Books(4, "Controlled"),
                    new Books(4, "Open"),
                    new Books(2, "Free_To_Read")));
            for (int segments : new int[] {3, 0}) {
                String test =
                        (segments == 0 ? "E.5.3 whole books, segments unknown" : "E.5.2 whole books, segments known");
                int few = segments == 0 ? 25 : 30;
                all.add(whole(
                        test + ", one Access_Type" + suffix,
                        act,
                        segments,
                        new Books(segments == 0 ? 25 : 50, "Controlled")));
                all.add(whole(
                        test + ", two Access_Types" + suffix,
                        act,
                        segments,
                        new Books(few, "Controlled"),
                        new Books(few, "Open")));
                all.add(whole(
                        test + ", three Access_Types" + suffix,
                        act,
                        segments,
                        new Books(20, "Controlled"),
                        new Books(20, "Open"),
                        new Books(20, "Free_To_Read")));
            }
        }
        return all;
    }

    /** Ten segments of each book. */
    private static WorkedExample bySegment(String name, Act act, Books... books) {
        AuditScript script = new AuditScript();
        for (Books some : books) {
            script.chapters(some.count, 10, some.accessType, act);
        }
        return expected(script.named(name), act, 10, books);
    }

    private static WorkedExample whole(String name, Act act, int segments, Books... books) {
        AuditScript script = new AuditScript();
        for (Books some : books) {
            script.wholeBooks(some.count, segments, some.accessType, act);
        }
        return expected(script.named(name), act, Math.max(1, segments), books);
    }

    private static WorkedExample expected(WorkedExample example, Act act, int itemsOfBook, Books... books) {
        WorkedExample expected = example;
        for (Books some : books) {
            int items = some.count * itemsOfBook;
            int investigations = act == Act.REQUEST ? items : items * 2;
            expected = expected.ofAccessType(
                    R5_1,
                    some.accessType,
                    String.join(
                            ", ",
                            "TII " + investigations,
                            "TIR " + items,
                            "UII " + items,
                            "UIR " + items,
                            "UTI " + some.count,
                            "UTR " + some.count));
        }
        return expected;
    }
}
