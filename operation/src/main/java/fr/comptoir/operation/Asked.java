package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.site.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The item, title or database of the catalogue that a question names, and whose figure of the report that is: an item of a Title Report is
 * its title, an item or title of a Database Report its database. An Item Report has the items of a title or a database.
 *
 * @param kind what {@code number} is; the report's own kind when all of the report is asked for
 * @param number in the catalogue, NONE for all of the report
 * @param note what a person should know when the report shows the figure under something else; {@code ""} when not
 */
record Asked(Subject kind, int number, String note) {
    static Asked of(Explain.Question question, Subject report, Catalogue catalogue, List<Problem> problems) {
        Map<Subject, String> given = new EnumMap<>(Subject.class);
        put(given, Subject.ITEM, question.item());
        put(given, Subject.TITLE, question.title());
        put(given, Subject.DATABASE, question.database());
        if (given.isEmpty()) {
            return new Asked(report, Catalogue.NONE, "");
        }
        List<Subject> kinds = new ArrayList<>(given.keySet());
        Subject kind = kinds.get(0);
        String id = given.getOrDefault(kind, "");
        Asked all = new Asked(report, Catalogue.NONE, "");
        if (given.size() > 1) {
            problems.add(problem(kinds.get(1), "and " + option(kind) + " cannot be asked for together"));
            return all;
        }
        if (report == Subject.PLATFORM) {
            problems.add(problem(
                    kind, "a PR has no single item, title or database; an IR has the items, titles and databases"));
            return all;
        }
        int number = catalogue.find(id);
        if (number == Catalogue.NONE) {
            problems.add(problem(kind, "there is no \"" + id + "\" in the catalogue"));
            return all;
        }
        if (report == Subject.ITEM) {
            return new Asked(kind, number, "");
        }
        if (kind == Subject.DATABASE && report == Subject.TITLE) {
            problems.add(problem(kind, "a TR has no figure of a database; a DR and an IR have"));
            return all;
        }
        return shownUnder(report, kind, id, number, catalogue, problems);
    }

    private static void put(Map<Subject, String> given, Subject kind, @Nullable String id) {
        Optional.ofNullable(id).ifPresent(value -> given.put(kind, value));
    }

    private static Asked shownUnder(
            Subject report, Subject kind, String id, int number, Catalogue catalogue, List<Problem> problems) {
        boolean ofTitles = report == Subject.TITLE;
        String what = ofTitles ? "title" : "database";
        int shown = ofTitles ? catalogue.title(number) : database(catalogue, number);
        if (shown == Catalogue.NONE) {
            problems.add(problem(
                    kind,
                    "\"" + id + "\" belongs to no " + what + ", so that no " + (ofTitles ? "TR" : "DR") + " has it"));
            return new Asked(report, Catalogue.NONE, "");
        }
        String note = shown == number
                ? ""
                : "the report shows " + id + " under the " + what + " " + catalogue.itemId(shown)
                        + ": the lines and figures are those of all of it";
        return new Asked(report, shown, note);
    }

    private static int database(Catalogue catalogue, int number) {
        return catalogue.dataType(number).isDatabase() ? number : catalogue.database(number);
    }

    private static String option(Subject kind) {
        return "--" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static Problem problem(Subject kind, String message) {
        return Problem.error("explain", 0, option(kind), message);
    }

    /** The items of the catalogue that it has. */
    boolean has(Catalogue catalogue, int item) {
        if (item == Catalogue.NONE || number == Catalogue.NONE) {
            return item != Catalogue.NONE;
        }
        return switch (kind) {
            case PLATFORM -> true;
            case DATABASE -> item == number || catalogue.database(item) == number;
            case TITLE -> catalogue.title(item) == number;
            case ITEM -> item == number;
        };
    }
}
