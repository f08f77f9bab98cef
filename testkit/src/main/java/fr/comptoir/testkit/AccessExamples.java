package fr.comptoir.testkit;

import static fr.comptoir.testkit.ExampleSite.reader;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import java.util.List;

/** Access_Type in both releases (CoP 5.1 and 5.0.3, section 3.3.5). */
final class AccessExamples {
    private static final String ONE = "TII 1, TIR 1, UII 1, UIR 1";

    private AccessExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                WorkedExample.of(
                                "Freemium: HTML is open and PDF is not, in Release 5 only",
                                article("Controlled"),
                                reader().format("HTML")
                                        .accessTypeR5(AccessType.OA_GOLD)
                                        .request("A")
                                        .format("PDF")
                                        .accessTypeR5(AccessType.CONTROLLED)
                                        .after(60)
                                        .request("A"))
                        .inR51("TII 2, TIR 2, UII 1, UIR 1")
                        .ofAccessType(Release.R5_1, "Controlled", "TII 2, TIR 2, UII 1, UIR 1")
                        .inR5("TII 2, TIR 2, UII 2, UIR 2")
                        .ofAccessType(Release.R5, "OA_Gold", ONE)
                        .ofAccessType(Release.R5, "Controlled", ONE),
                WorkedExample.of(
                                "Freemium: two chapters of one book, one as HTML and one as PDF",
                                ExampleSite.book(2),
                                reader().accessTypeR5(AccessType.OA_GOLD)
                                        .request("T.1")
                                        .accessTypeR5(AccessType.CONTROLLED)
                                        .after(60)
                                        .request("T.2"))
                        .inR51("TII 2, TIR 2, UII 2, UIR 2, UTI 1, UTR 1")
                        .inR5("TII 2, TIR 2, UII 2, UIR 2, UTI 2, UTR 2"),
                WorkedExample.of(
                                "Freemium: a restricted item on the same page as open ones stays what it is in all formats",
                                article("Controlled").accessTypeR5("Controlled (in all formats)"),
                                reader().format("HTML")
                                        .accessTypeR5(AccessType.OA_GOLD)
                                        .request("A"))
                        .ofAccessType(Release.R5, "Controlled", ONE),
                request("gold open access", article("Open"))
                        .ofAccessType(Release.R5_1, "Open", ONE)
                        .ofAccessType(Release.R5, "OA_Gold", ONE),
                request("open after an embargo", article("Open").oaStatus("delayed"))
                        .ofAccessType(Release.R5_1, "Open", ONE)
                        .ofAccessType(Release.R5, "Controlled", ONE),
                request("free, and not open access", article("Free_To_Read"))
                        .ofAccessType(Release.R5_1, "Free_To_Read", ONE)
                        .ofAccessType(Release.R5, "Controlled", ONE),
                request("free in a repository", article("Free_To_Read").accessTypeR5("Other_Free_To_Read"))
                        .ofAccessType(Release.R5_1, "Free_To_Read", ONE)
                        .ofAccessType(Release.R5, "Other_Free_To_Read", ONE),
                WorkedExample.of(
                                "access that changes: usage stands under what held on its day",
                                article("Controlled;2026-01-15:Open"),
                                reader().at("2026-01-14T23:59:00")
                                        .request("A")
                                        .at("2026-01-15T00:01:00")
                                        .request("A"))
                        .gives("TII 2, TIR 2, UII 2, UIR 2")
                        .ofAccessType(Release.R5_1, "Controlled", ONE)
                        .ofAccessType(Release.R5_1, "Open", ONE)
                        .ofAccessType(Release.R5, "OA_Gold", ONE));
    }

    private static WorkedExample request(String name, CatalogueRows catalogue) {
        return WorkedExample.of(name, catalogue, reader().request("A")).gives(ONE);
    }

    private static CatalogueRows article(String accessType) {
        return new CatalogueRows().add("A", DataType.ARTICLE).accessType(accessType);
    }
}
