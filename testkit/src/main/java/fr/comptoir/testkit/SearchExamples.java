package fr.comptoir.testkit;

import static fr.comptoir.model.action.ActionKind.SEARCHES_AUTOMATED;
import static fr.comptoir.model.action.ActionKind.SEARCHES_FEDERATED;
import static fr.comptoir.model.action.ActionKind.SEARCHES_REGULAR;
import static fr.comptoir.testkit.ExampleSite.reader;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import java.util.List;
import java.util.stream.IntStream;

/** Searches of the platform and of databases (CoP 5.1, sections 7.6 and 7.7). */
final class SearchExamples {
    private SearchExamples() {}

    static List<WorkedExample> all() {
        return List.of(
                search("twenty preset databases, no choice", SEARCHES_AUTOMATED, databases(20))
                        .gives("Searches_Automated 20, Searches_Platform 1")
                        .ofSubject(Release.R5_1, "database 7", "Searches_Automated 1"),
                search("one of three databases chosen", SEARCHES_REGULAR, "database 2")
                        .gives("Searches_Platform 1, Searches_Regular 1"),
                search("all of three databases chosen", SEARCHES_REGULAR, databases(3))
                        .gives("Searches_Platform 1, Searches_Regular 3")
                        .ofSubject(Release.R5, "database 3", "Searches_Regular 1"),
                WorkedExample.of(
                                "then a facet that runs the search again, at once",
                                catalogue(),
                                reader().search(SEARCHES_REGULAR, databases(3))
                                        .after(1)
                                        .search(SEARCHES_REGULAR, databases(3)))
                        .gives("Searches_Platform 2, Searches_Regular 6"),
                search("a federated engine searches a database", SEARCHES_FEDERATED, "database 1")
                        .gives("Searches_Federated 1, Searches_Platform 1"),
                search("a platform without databases", SEARCHES_REGULAR).gives("Searches_Platform 1"),
                search(
                                "a database that the catalogue does not know counts on the platform",
                                SEARCHES_REGULAR,
                                "database 99")
                        .gives("Searches_Platform 1"),
                search("what is no database counts on the platform", SEARCHES_REGULAR, "J", "database 1")
                        .gives("Searches_Platform 1, Searches_Regular 1"),
                WorkedExample.of(
                                "searches have no double clicks",
                                catalogue(),
                                reader().search(SEARCHES_REGULAR)
                                        .search(SEARCHES_REGULAR)
                                        .after(2)
                                        .search(SEARCHES_REGULAR))
                        .gives("Searches_Platform 3"));
    }

    private static WorkedExample search(String name, ActionKind kind, String... databases) {
        return WorkedExample.of(name, catalogue(), reader().search(kind, databases));
    }

    static String[] databases(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "database " + i).toArray(String[]::new);
    }

    static CatalogueRows catalogue() {
        CatalogueRows catalogue = new CatalogueRows().add("J", DataType.JOURNAL);
        for (String database : databases(20)) {
            catalogue.add(database, DataType.DATABASE_AI);
        }
        return catalogue;
    }
}
