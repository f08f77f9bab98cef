package fr.comptoir.testkit;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.Release;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A case of counting, described once and run by every implementation: actions, a catalogue, and what must come out.
 *
 * @param name what happens and what follows from it
 */
public record WorkedExample(String name, TestCatalogue catalogue, Actions actions, List<Expected> expected) {
    /** The month in which examples happen, if nothing else is said. */
    public static final YearMonth JANUARY = YearMonth.of(2026, 1);

    /** The month after it. */
    public static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

    /**
     * What must come out of one month in one release.
     *
     * @param of in words, which figures are summed; {@code ""} for all
     * @param chosen the same as a condition
     * @param counts every metric that is not 0, in the form of {@link Figures#counts}
     */
    public record Expected(YearMonth month, Release release, String of, Predicate<Figure> chosen, String counts) {}

    /** Begins an example. */
    static WorkedExample of(String name, CatalogueRows catalogue, ActionsBuilder actions) {
        return new WorkedExample(name, catalogue.catalogue(), actions.actions(), List.of());
    }

    /** The same in both releases, in January. */
    WorkedExample gives(String counts) {
        return gives(JANUARY, counts);
    }

    WorkedExample gives(YearMonth month, String counts) {
        return inR5(month, counts).inR51(month, counts);
    }

    WorkedExample inR5(String counts) {
        return inR5(JANUARY, counts);
    }

    WorkedExample inR51(String counts) {
        return inR51(JANUARY, counts);
    }

    private WorkedExample inR5(YearMonth month, String counts) {
        return with(new Expected(month, Release.R5, "", figure -> true, counts));
    }

    private WorkedExample inR51(YearMonth month, String counts) {
        return with(new Expected(month, Release.R5_1, "", figure -> true, counts));
    }

    WorkedExample ofAccessType(Release release, String accessType, String counts) {
        return with(new Expected(
                JANUARY, release, accessType, figure -> figure.accessType().equals(accessType), counts));
    }

    WorkedExample ofYop(Release release, int yop, String counts) {
        return with(new Expected(JANUARY, release, "YOP " + yop, figure -> figure.yop() == yop, counts));
    }

    WorkedExample ofAccessMethod(Release release, AccessMethod method, String counts) {
        return with(new Expected(JANUARY, release, method.code(), figure -> figure.accessMethod() == method, counts));
    }

    /** Of an item, a title's own unique titles, or a database's searches. */
    WorkedExample ofSubject(Release release, String itemId, String counts) {
        return with(new Expected(
                JANUARY, release, itemId, figure -> figure.subject().equals(itemId), counts));
    }

    private WorkedExample with(Expected more) {
        List<Expected> all = new ArrayList<>(expected);
        all.add(more);
        return new WorkedExample(name, catalogue, actions, List.copyOf(all));
    }

    @Override
    public String toString() {
        return name;
    }
}
