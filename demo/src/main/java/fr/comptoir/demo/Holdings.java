package fr.comptoir.demo;

import fr.comptoir.demo.Work.Kind;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** What is not in journals or books: reports, theses, data sets, databases and their pictures. */
final class Holdings {

    private static final int REPORTS = 12;
    private static final int THESES = 14;
    private static final int DATASETS = 24;
    private static final int IMAGES = 60;

    private final Catalogue catalogue;
    private final Words words;
    private final int lastYear;

    Holdings(Catalogue catalogue, SplittableRandom random, int lastYear) {
        this.catalogue = catalogue;
        this.words = new Words(random);
        this.lastYear = lastYear;
    }

    void add() {
        database("bibliographie", "Database_AI", "Bibliographie du monde rural", Publisher.SHR);
        database("archives", "Database_Aggregated", "Archives du littoral", Publisher.GRAND_LARGE);
        database("phototheque", "Database_Full", "Photothèque des paysages", Publisher.OPEN_DATA);
        for (int i = 1; i <= REPORTS; i++) {
            document("rapport-" + i, i, "Report", "Open", "", "");
        }
        for (int i = 1; i <= THESES; i++) {
            document("these-" + i, i, "Thesis_or_Dissertation", "Free_To_Read", "Other_Free_To_Read", "AM");
        }
        for (int i = 1; i <= DATASETS; i++) {
            dataset(i);
        }
        for (int i = 1; i <= IMAGES; i++) {
            image(i);
        }
    }

    private void database(String id, String type, String name, Publisher publisher) {
        catalogue.row(
                "item_id",
                id,
                "data_type",
                type,
                "name",
                name,
                "publisher",
                publisher.name,
                "publisher_id",
                publisher.id);
        catalogue.database(id);
    }

    private void document(String id, int number, String type, String access, String accessR5, String version) {
        catalogue.row(
                "item_id",
                id,
                "data_type",
                type,
                "name",
                words.title("fr"),
                "publisher",
                Publisher.OPEN_DATA.name,
                "publisher_id",
                Publisher.OPEN_DATA.id,
                "authors",
                words.authors(),
                "article_version",
                version,
                "yop",
                Integer.toString(lastYear - number % 11),
                "access_type",
                access,
                "access_type_r5",
                accessR5,
                "doi",
                "10.5555/" + id);
        catalogue.work(new Work(id, Kind.DOCUMENT, "/document/" + id, "", "", LocalDate.MAX));
    }

    /** Known by its DOI alone. */
    private void dataset(int number) {
        int year = lastYear - number % 9;
        String doi = "10.5555/donnees." + year + "." + number;
        catalogue.row(
                "item_id",
                doi,
                "data_type",
                "Dataset",
                "name",
                "Données : " + words.title("fr"),
                "publisher",
                Publisher.OPEN_DATA.name,
                "publisher_id",
                Publisher.OPEN_DATA.id,
                "authors",
                words.authors(),
                "yop",
                Integer.toString(year),
                "access_type",
                "Open",
                "oa_status",
                "gold",
                "doi",
                doi);
        catalogue.work(new Work(doi, Kind.DATASET, "/donnees/" + doi.replace("/", "%2F"), "", "", LocalDate.MAX));
    }

    private void image(int number) {
        String id = "photo-" + number;
        catalogue.row(
                "item_id",
                id,
                "data_type",
                "Image",
                "name",
                "Paysage, vue n° " + number,
                "publisher",
                Publisher.OPEN_DATA.name,
                "publisher_id",
                Publisher.OPEN_DATA.id,
                "yop",
                number % 10 == 0 ? "" : Integer.toString(1960 + number % 50),
                "access_type",
                "Controlled",
                "packages",
                Work.REFERENCE,
                "database_id",
                "phototheque");
        catalogue.work(new Work(id, Kind.IMAGE, "/image/" + id, "", Work.REFERENCE, LocalDate.MAX));
    }
}
