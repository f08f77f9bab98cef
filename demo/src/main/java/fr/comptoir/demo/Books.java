package fr.comptoir.demo;

import fr.comptoir.demo.Work.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** The platform's books, its dictionary and its conference. */
final class Books {

    /** A book; without chapters it is known as a whole only. */
    private record Book(
            String id, String name, String language, Publisher publisher, int year, boolean open, int chapters) {}

    private static final List<Book> ALL = List.of(
            new Book("forets", "Forêts communales, forêts communes", "fr", Publisher.VALMONT, 2019, false, 11),
            new Book("ports", "Les Ports et leurs ombres", "fr", Publisher.GRAND_LARGE, 2021, true, 9),
            new Book("saisons", "Saisons de travail", "fr", Publisher.GRAND_LARGE, 2014, false, 12),
            new Book("voix", "Voix basses : enquêtes orales", "fr", Publisher.SHR, 2023, false, 8),
            new Book("hopital", "L’Hôpital dans la ville", "fr", Publisher.VALMONT, 2017, true, 10),
            new Book("frontieres", "Frontières minuscules", "fr", Publisher.GRAND_LARGE, 2025, false, 14),
            new Book("shores", "Reading Shores", "en", Publisher.NORTH_QUAY, 2020, false, 10),
            new Book("aquifers", "Shallow Aquifers: A Handbook", "en", Publisher.NORTH_QUAY, 2012, false, 16),
            new Book("tides", "Tides, Tables and Time", "en", Publisher.NORTH_QUAY, 2024, true, 7),
            new Book("plankton", "A Year of Plankton", "en", Publisher.OPEN_DATA, 2022, true, 12),
            new Book("cadastre-guide", "Petit guide du cadastre", "fr", Publisher.SHR, 2009, false, 0),
            new Book("lettres", "Lettres d’un instituteur de campagne", "fr", Publisher.SHR, 1999, false, 0),
            new Book("cartes", "Cartes marines, cartes mentales", "fr", Publisher.GRAND_LARGE, 2016, false, 0),
            new Book("dunes", "Dune Gardening", "en", Publisher.NORTH_QUAY, 2018, true, 0),
            new Book("quays", "Quays: An Anthology", "en", Publisher.NORTH_QUAY, 2007, false, 0));

    private static final int ENTRIES = 80;
    private static final int PAPERS = 48;

    private final Catalogue catalogue;
    private final Words words;
    private final SplittableRandom random;
    private final int lastYear;

    Books(Catalogue catalogue, SplittableRandom random, int lastYear) {
        this.catalogue = catalogue;
        this.random = random;
        this.words = new Words(random);
        this.lastYear = lastYear;
    }

    void add() {
        for (int i = 0; i < ALL.size(); i++) {
            add(ALL.get(i), i);
        }
        dictionary();
        conference();
    }

    private void add(Book book, int index) {
        String page = "/livre/" + book.id();
        String subscription = book.open() ? "" : Work.BOOKS;
        int group = "fr".equals(book.language()) ? 2 : 1;
        catalogue.row(
                "item_id",
                book.id(),
                "data_type",
                "Book",
                "name",
                book.name(),
                "publisher",
                book.publisher().name,
                "publisher_id",
                book.publisher().id,
                "authors",
                words.authors(),
                "publication_date",
                LocalDate.of(book.year(), 9, 1 + index).toString(),
                "yop",
                Integer.toString(book.year()),
                "access_type",
                book.open() ? "Open" : "Controlled",
                "oa_status",
                book.open() ? "gold" : "",
                "doi",
                "10.5555/" + book.id(),
                "isbn",
                CheckDigits.isbn(group, 9_999_900 + index / 10, index % 10),
                "packages",
                subscription,
                "uri",
                "https://belvedere.example" + page);
        catalogue.work(new Work(book.id(), Kind.BOOK, page, "", subscription, LocalDate.MAX));
        for (int chapter = 1; chapter <= book.chapters(); chapter++) {
            chapter(book, chapter, subscription);
        }
    }

    /** The first chapter of a book under licence is free to read; one chapter was written for an earlier edition. */
    private void chapter(Book book, int chapter, String subscription) {
        String id = book.id() + "-" + chapter;
        boolean sample = chapter == 1 && !book.open();
        catalogue.row(
                "item_id",
                id,
                "parent_id",
                book.id(),
                "data_type",
                "Book_Segment",
                "name",
                words.title(book.language()),
                "authors",
                words.authors(),
                "yop",
                chapter == 4 ? Integer.toString(book.year() - 6) : "",
                "access_type",
                sample ? "Free_To_Read" : "",
                "doi",
                "10.5555/" + id);
        String needed = sample ? "" : subscription;
        catalogue.work(new Work(id, Kind.CHAPTER, "/chapitre/" + id, "/livre/" + book.id(), needed, LocalDate.MAX));
    }

    private void dictionary() {
        catalogue.row(
                "item_id", "paysages",
                "data_type", "Reference_Work",
                "name", "Dictionnaire des paysages",
                "publisher", Publisher.VALMONT.name,
                "publisher_id", Publisher.VALMONT.id,
                "yop", "2011",
                "access_type", "Controlled",
                "isbn", CheckDigits.isbn(2, 9_999_990, 0),
                "packages", Work.REFERENCE);
        for (int entry = 1; entry <= ENTRIES; entry++) {
            String id = "paysages-" + entry;
            catalogue.row(
                    "item_id",
                    id,
                    "parent_id",
                    "paysages",
                    "data_type",
                    "Reference_Item",
                    "name",
                    "Paysages, entrée " + entry,
                    "yop",
                    Integer.toString(2011 + entry % 7),
                    "doi",
                    "10.5555/" + id);
            catalogue.work(new Work(id, Kind.ENTRY, "/dictionnaire/" + id, "", Work.REFERENCE, LocalDate.MAX));
        }
    }

    private void conference() {
        catalogue.row(
                "item_id", "jdo",
                "data_type", "Conference",
                "name", "Journées des données ouvertes",
                "publisher", Publisher.OPEN_DATA.name,
                "publisher_id", Publisher.OPEN_DATA.id,
                "online_issn", CheckDigits.issn(9_931_001),
                "access_type", "Open",
                "oa_status", "diamond");
        for (int paper = 0; paper < PAPERS; paper++) {
            int year = lastYear - paper % 8;
            String id = "jdo-" + year + "-" + (paper / 8 + 1);
            catalogue.row(
                    "item_id",
                    id,
                    "parent_id",
                    "jdo",
                    "data_type",
                    "Conference_Item",
                    "name",
                    words.title(random.nextBoolean() ? "fr" : "en"),
                    "authors",
                    words.authors(),
                    "yop",
                    Integer.toString(year),
                    "oa_status",
                    "diamond",
                    "doi",
                    "10.5555/" + id);
            catalogue.work(new Work(id, Kind.PAPER, "/colloque/" + id, "", "", LocalDate.MAX));
        }
    }
}
