package fr.comptoir.report;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.FactRow.Described;

/** The things that the hand-made reports are about; types in the terms of the release that asks. */
final class Shelf {
    private static final String PUBLISHER = "Alpha Press";
    private static final String PUBLISHER_ID = "pub1; ROR:02xyzab34; ISNI:0000000121032683|ISNI:0000000121000004";

    private Shelf() {}

    static Described journal() {
        return Thing.of("joe", DataType.JOURNAL)
                .name("Journal of Examples")
                .publisher(PUBLISHER, PUBLISHER_ID)
                .doi("10.9999/joe")
                .issn("1234-5679", "9876-5434", "1234-5679")
                .uri("https://alpha.example/joe")
                .described();
    }

    static Described book() {
        return Thing.of("hos", DataType.BOOK)
                .name("Handbook of \"Samples\"")
                .publisher(PUBLISHER, "pub1")
                .authors(
                        "Ann One (ORCID:0000-0001-2345-6789); Bo Two (ISNI:0000 0001 2100 0004); Cy (the) Three; Di Four")
                .isbn("978-3-16-148410-0")
                .described();
    }

    static Described chapter(DataType type) {
        return Thing.of("hos.3", type)
                .name("On large numbers")
                .publisher(PUBLISHER, "pub1")
                .authors("Ann One (ORCID:0000-0001-2345-6789); Bo Two")
                .published("2021-03-04", "")
                .doi("10.9999/hos.3")
                .described();
    }

    static Described article() {
        return Thing.of("joe.1", DataType.ARTICLE)
                .name("On small numbers")
                .publisher(PUBLISHER, "ROR:02xyzab34")
                .authors("Cy Three")
                .published("2024-05-02", "VoR")
                .doi("10.9999/joe.1")
                .described();
    }

    static Described secondArticle() {
        return Thing.of("joe.2", DataType.ARTICLE).name("Without a publisher").described();
    }

    static Described thesis() {
        return Thing.of("th/7", DataType.THESIS_OR_DISSERTATION)
                .name("Thesis on samples")
                .publisher("Example University", "")
                .published("2020-01-15", "")
                .uri("https://alpha.example/th/7")
                .described();
    }

    static Described database(DataType type) {
        return Thing.of("db1", type)
                .name("Alpha Abstracts")
                .publisher(PUBLISHER, "ROR:02xyzab34")
                .uri("https://alpha.example/db1")
                .described();
    }
}
