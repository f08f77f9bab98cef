package fr.comptoir.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All that the platform holds: the rows of its catalogue, and the same as works that can be read. */
final class Catalogue {

    private static final String[] COLUMNS = {
        "item_id",
        "parent_id",
        "data_type",
        "name",
        "publisher",
        "publisher_id",
        "authors",
        "publication_date",
        "article_version",
        "yop",
        "access_type",
        "access_type_r5",
        "oa_status",
        "doi",
        "isbn",
        "print_issn",
        "online_issn",
        "issn_l",
        "uri",
        "packages",
        "database_id"
    };

    private final Table table = new Table(COLUMNS);
    private final List<Work> works = new ArrayList<>();
    private final List<String> databases = new ArrayList<>();

    private Catalogue() {}

    /** Everything published up to that month. */
    static Catalogue of(long seed, YearMonth last) {
        Catalogue catalogue = new Catalogue();
        SplittableRandom random = new SplittableRandom(seed);
        new Journals(catalogue, random, last).add();
        new Books(catalogue, random, last.getYear()).add();
        new Holdings(catalogue, random, last.getYear()).add();
        return catalogue;
    }

    void row(String... namesAndValues) {
        table.add(namesAndValues);
    }

    void work(Work work) {
        works.add(work);
    }

    void database(String id) {
        databases.add(id);
    }

    List<Work> works() {
        return works;
    }

    List<String> databases() {
        return databases;
    }

    void write(Path file) throws IOException {
        table.write(file);
    }
}
