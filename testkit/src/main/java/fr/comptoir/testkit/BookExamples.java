package fr.comptoir.testkit;

import static fr.comptoir.testkit.ExampleSite.book;
import static fr.comptoir.testkit.ExampleSite.reader;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import java.util.List;

/** Books, their chapters and unique titles (CoP 5.1 and 5.0.3, sections 3.3, 7.3 and 7.4). */
final class BookExamples {
    private static final String ONE = "TII 1, TIR 1, UII 1, UIR 1, UTI 1, UTR 1";
    private static final String TWELVE = "TII 12, TIR 12, UII 12, UIR 12, UTI 1, UTR 1";

    private BookExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                WorkedExample.of(
                                "a book with open and controlled chapters is a title in each",
                                new CatalogueRows()
                                        .add("T", DataType.BOOK)
                                        .yop(2020)
                                        .add("T.1", DataType.BOOK_SEGMENT)
                                        .parent("T")
                                        .accessType("Open")
                                        .add("T.2", DataType.BOOK_SEGMENT)
                                        .parent("T")
                                        .add("T.3", DataType.BOOK_SEGMENT)
                                        .parent("T"),
                                chapters("T.1", "T.2", "T.3"))
                        .gives("TII 3, TIR 3, UII 3, UIR 3, UTI 2, UTR 2")
                        .ofAccessType(Release.R5_1, "Open", ONE)
                        .ofAccessType(Release.R5_1, "Controlled", "TII 2, TIR 2, UII 2, UIR 2, UTI 1, UTR 1")
                        .ofAccessType(Release.R5, "OA_Gold", ONE)
                        .ofAccessType(Release.R5, "Controlled", "TII 2, TIR 2, UII 2, UIR 2, UTI 1, UTR 1"),
                WorkedExample.of(
                                "a book with chapters of two years is a title in each",
                                new CatalogueRows()
                                        .add("T", DataType.BOOK)
                                        .yop(2020)
                                        .add("T.1", DataType.BOOK_SEGMENT)
                                        .parent("T")
                                        .yop(2019)
                                        .add("T.2", DataType.BOOK_SEGMENT)
                                        .parent("T"),
                                chapters("T.1", "T.2"))
                        .gives("TII 2, TIR 2, UII 2, UIR 2, UTI 2, UTR 2")
                        .ofYop(Release.R5_1, 2019, ONE)
                        .ofYop(Release.R5, 2020, ONE),
                WorkedExample.of("three chapters of one book", book(12), chapters("T.1", "T.2", "T.3"))
                        .gives("TII 3, TIR 3, UII 3, UIR 3, UTI 1, UTR 1"),
                WorkedExample.of("a whole book of twelve known chapters", book(12), reader().request("T"))
                        .inR5(ONE)
                        .inR51(TWELVE)
                        .ofSubject(Release.R5, "T", ONE)
                        .ofSubject(Release.R5_1, "T", "UTI 1, UTR 1")
                        .ofSubject(Release.R5_1, "T.7", "TII 1, TIR 1, UII 1, UIR 1"),
                WorkedExample.of("a whole book of which no chapter is known", book(0), reader().request("T"))
                        .gives(ONE)
                        .ofSubject(Release.R5_1, "T", ONE),
                WorkedExample.of(
                                "a whole book and five minutes later chapter 3 alone",
                                book(12),
                                reader().request("T").after(300).request("T.3"))
                        .inR5("TII 2, TIR 2, UII 2, UIR 2, UTI 1, UTR 1")
                        .inR51("TII 13, TIR 13, UII 12, UIR 12, UTI 1, UTR 1")
                        .ofSubject(Release.R5_1, "T.3", "TII 2, TIR 2, UII 1, UIR 1"),
                WorkedExample.of(
                                "a double click on a whole book",
                                book(12),
                                reader().request("T").after(10).request("T"))
                        .inR5(ONE)
                        .inR51(TWELVE),
                WorkedExample.of(
                                "a whole book in PDF and then in EPUB, in one session",
                                book(12),
                                reader().format("PDF")
                                        .request("T")
                                        .format("EPUB")
                                        .after(10)
                                        .request("T"))
                        .inR5("TII 2, TIR 2, UII 1, UIR 1, UTI 1, UTR 1")
                        .inR51("TII 24, TIR 24, UII 12, UIR 12, UTI 1, UTR 1"),
                WorkedExample.of(
                                "a book's page that is not its text investigates each chapter",
                                book(12),
                                reader().investigation("T"))
                        .inR5("TII 1, UII 1, UTI 1")
                        .inR51("TII 12, UII 12, UTI 1"),
                WorkedExample.of(
                                "a whole book counts each chapter under its own YOP and Access_Type",
                                new CatalogueRows()
                                        .add("T", DataType.BOOK)
                                        .yop(2020)
                                        .add("T.1", DataType.BOOK_SEGMENT)
                                        .parent("T")
                                        .yop(2018)
                                        .accessType("Open")
                                        .add("T.2", DataType.BOOK_SEGMENT)
                                        .parent("T")
                                        .yop(2018)
                                        .add("T.3", DataType.BOOK_SEGMENT)
                                        .parent("T")
                                        .yop(2018),
                                reader().request("T"))
                        .inR5(ONE)
                        .ofYop(Release.R5, 2020, ONE)
                        .inR51("TII 3, TIR 3, UII 3, UIR 3, UTI 2, UTR 2")
                        .ofYop(Release.R5_1, 2020, "nothing")
                        .ofAccessType(Release.R5_1, "Open", ONE)
                        .ofAccessType(Release.R5_1, "Controlled", "TII 2, TIR 2, UII 2, UIR 2, UTI 1, UTR 1"),
                WorkedExample.of("a refused whole book counts once, as the book", book(12), reader().noLicense("T"))
                        .gives("No_License 1")
                        .ofSubject(Release.R5_1, "T", "No_License 1"),
                WorkedExample.of(
                                "a whole reference work of ten known items",
                                new CatalogueRows()
                                        .add("W", DataType.REFERENCE_WORK)
                                        .addSegments("W", 10),
                                reader().request("W"))
                        .inR5(ONE)
                        .inR51("TII 10, TIR 10, UII 10, UIR 10, UTI 1, UTR 1"),
                WorkedExample.of(
                                "a report, a thesis and a journal article have no unique titles",
                                new CatalogueRows()
                                        .add("J", DataType.JOURNAL)
                                        .add("A", DataType.ARTICLE)
                                        .parent("J")
                                        .add("R", DataType.REPORT)
                                        .add("D", DataType.THESIS_OR_DISSERTATION),
                                chapters("A", "R", "D"))
                        .gives("TII 3, TIR 3, UII 3, UIR 3"));
    }

    /** Requests in one session, a minute apart. */
    private static ActionsBuilder chapters(String... items) {
        ActionsBuilder actions = reader();
        for (String item : items) {
            actions.after(60).request(item);
        }
        return actions;
    }
}
