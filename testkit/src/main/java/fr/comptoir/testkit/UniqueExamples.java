package fr.comptoir.testkit;

import static fr.comptoir.testkit.ExampleSite.journal;
import static fr.comptoir.testkit.ExampleSite.reader;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.Release;
import java.util.List;

/** Unique items (CoP 5.1, section 7.3), text and data mining (7.10), and what counts at all. */
final class UniqueExamples {
    private UniqueExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                WorkedExample.of(
                                "an abstract and its PDF in one session",
                                journal(),
                                reader().investigation("A").after(60).request("A"))
                        .gives("TII 2, TIR 1, UII 1, UIR 1"),
                WorkedExample.of(
                                "a session with two articles and a video",
                                journal(),
                                reader().sessionCookie("S")
                                        .investigation("A")
                                        .after(60)
                                        .investigation("B")
                                        .after(60)
                                        .investigation("V")
                                        .after(60)
                                        .request("A")
                                        .format("HTML")
                                        .after(60)
                                        .request("A")
                                        .format("PDF")
                                        .after(60)
                                        .request("B"))
                        .gives("TII 6, TIR 3, UII 3, UIR 2"),
                hundredArticlesByTdm(),
                WorkedExample.of(
                                "one item by hand and by TDM in one session is unique in each",
                                journal(),
                                reader().sessionCookie("S")
                                        .request("A")
                                        .accessMethod(AccessMethod.TDM)
                                        .after(60)
                                        .request("A")
                                        .after(60)
                                        .request("A"))
                        .gives("TII 3, TIR 3, UII 2, UIR 2")
                        .ofAccessMethod(Release.R5_1, AccessMethod.REGULAR, "TII 1, TIR 1, UII 1, UIR 1")
                        .ofAccessMethod(Release.R5_1, AccessMethod.TDM, "TII 2, TIR 2, UII 1, UIR 1")
                        .ofAccessMethod(Release.R5, AccessMethod.TDM, "TII 2, TIR 2, UII 1, UIR 1"),
                WorkedExample.of(
                                "uniques are counted within a set of customers",
                                journal(),
                                reader().sessionCookie("S")
                                        .customers("UNI")
                                        .request("A")
                                        .customers("SCHOOL|UNI")
                                        .after(60)
                                        .request("A"))
                        .gives("TII 2, TIR 2, UII 2, UIR 2"),
                WorkedExample.of(
                                "an item that the catalogue does not know is held",
                                journal(),
                                reader().request("nobody knows it").after(5).request("nobody knows it"))
                        .gives("nothing"),
                WorkedExample.of(
                                "a journal is not itself an item",
                                journal(),
                                reader().request("J")
                                        .after(60)
                                        .investigation("J")
                                        .after(60)
                                        .noLicense("J"))
                        .gives("nothing"));
    }

    private static WorkedExample hundredArticlesByTdm() {
        CatalogueRows catalogue = new CatalogueRows();
        ActionsBuilder actions = reader().accessMethod(AccessMethod.TDM);
        for (int i = 0; i < 100; i++) {
            catalogue.add("article " + i, fr.comptoir.model.code.DataType.ARTICLE);
            actions.after(30).request("article " + i);
        }
        return WorkedExample.of("a hundred articles by TDM", catalogue, actions)
                .gives("TII 100, TIR 100, UII 100, UIR 100")
                .ofAccessMethod(Release.R5_1, AccessMethod.TDM, "TII 100, TIR 100, UII 100, UIR 100")
                .ofAccessMethod(Release.R5_1, AccessMethod.REGULAR, "nothing");
    }
}
