package fr.comptoir.testkit;

import static fr.comptoir.testkit.ExampleSite.book;
import static fr.comptoir.testkit.ExampleSite.journal;
import static fr.comptoir.testkit.ExampleSite.reader;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.Release;
import java.util.List;

/** Access denied (CoP 5.1, section 3.3.4). */
final class DenialExamples {
    private DenialExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                WorkedExample.of(
                                "refused a chapter and sent to its abstract, and again 20 seconds later",
                                book(3),
                                reader().noLicense("T.1")
                                        .investigation("T.1")
                                        .after(20)
                                        .noLicense("T.1")
                                        .investigation("T.1"))
                        .gives("TII 1, UII 1, UTI 1, No_License 1"),
                WorkedExample.of(
                                "a refusal is neither an investigation nor a request",
                                journal(),
                                reader().limitExceeded("A"))
                        .gives("Limit_Exceeded 1"),
                WorkedExample.of(
                                "a refusal keeps the item's own Access_Type and YOP",
                                journal().accessType("Free_To_Read").yop(1999),
                                reader().noLicense("V"))
                        .ofAccessType(Release.R5_1, "Free_To_Read", "No_License 1")
                        .ofAccessType(Release.R5, "Controlled", "No_License 1")
                        .ofYop(Release.R5_1, 1999, "No_License 1"),
                WorkedExample.of(
                                "a refusal delivers no format that a page rule could call OA_Gold",
                                journal().accessType("Controlled"),
                                reader().accessTypeR5(AccessType.OA_GOLD).noLicense("V"))
                        .ofAccessType(Release.R5, "Controlled", "No_License 1"),
                WorkedExample.of(
                                "a refused search counts for each database named",
                                SearchExamples.catalogue(),
                                reader().deniedSearch(ActionKind.LIMIT_EXCEEDED, "database 1", "database 2"))
                        .gives("Limit_Exceeded 2")
                        .ofSubject(Release.R5_1, "database 2", "Limit_Exceeded 1"),
                WorkedExample.of(
                                "a refused search repeated within 30 seconds counts once",
                                SearchExamples.catalogue(),
                                reader().deniedSearch(ActionKind.LIMIT_EXCEEDED, "database 1", "database 2")
                                        .after(10)
                                        .deniedSearch(ActionKind.LIMIT_EXCEEDED, "database 1"))
                        .gives("Limit_Exceeded 2"),
                WorkedExample.of(
                                "a refused search that names no database is in no report",
                                SearchExamples.catalogue(),
                                reader().deniedSearch(ActionKind.NO_LICENSE))
                        .gives("nothing"),
                WorkedExample.of(
                                "a refused search of an unknown database is held",
                                SearchExamples.catalogue(),
                                reader().deniedSearch(ActionKind.NO_LICENSE, "database 99"))
                        .gives("nothing"));
    }
}
