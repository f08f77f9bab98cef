package fr.comptoir.testkit;

import fr.comptoir.model.code.DataType;

/** The catalogues that several examples share. */
final class ExampleSite {
    private ExampleSite() {}

    /** A journal with articles A, B, C and a video V. */
    static CatalogueRows journal() {
        return new CatalogueRows()
                .add("J", DataType.JOURNAL)
                .add("A", DataType.ARTICLE)
                .parent("J")
                .yop(2020)
                .add("B", DataType.ARTICLE)
                .parent("J")
                .yop(2021)
                .add("C", DataType.ARTICLE)
                .parent("J")
                .add("V", DataType.AUDIOVISUAL);
    }

    /** A book T of 2020 with that many chapters T.1, T.2, ... */
    static CatalogueRows book(int chapters) {
        return new CatalogueRows().add("T", DataType.BOOK).yop(2020).addSegments("T", chapters);
    }

    /** Somebody with a browser, nothing else known, who reads PDF. */
    static ActionsBuilder reader() {
        return new ActionsBuilder().format("PDF");
    }
}
