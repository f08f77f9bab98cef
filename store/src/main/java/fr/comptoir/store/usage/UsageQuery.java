package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.YopRange;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose usage of what, and when. What lacks an attribute, as a search lacks a YOP, does not pass a choice of it; all values of an attribute
 * together are no choice.
 *
 * @param customer a customer id, or that of the world
 * @param months those that were counted are answered
 * @param dataTypes as a Platform Report names them: of the title, of an item without one its own
 * @param openAccess among {@link Usage#STATUSES}, as it was at the time of use; figures of whole titles have that of the title
 */
public record UsageQuery(
        Release release,
        String customer,
        SortedSet<YearMonth> months,
        Choice<DataType> dataTypes,
        Choice<AccessType> accessTypes,
        Choice<String> openAccess,
        Choice<AccessMethod> accessMethods,
        Choice<YopRange> yop,
        Ways ways,
        Content content) {

    public UsageQuery {
        months = new TreeSet<>(months);
    }

    /**
     * From where usage came and by what access. A choice of them is answered with {@link Usage#OF_ROUTES} alone, and not by what they are not
     * counted by: Access_Type, open-access status and YOP; with a choice of these too, nothing is answered.
     *
     * @param arrivals by name; {@code ""} for what was not recorded
     */
    public record Ways(Choice<String> arrivals, Choice<AccessRoute> routes) {
        /** All of them, recorded or not. */
        public static final Ways ALL = new Ways(Choice.all(), Choice.all());

        public boolean isAll() {
            return arrivals.isAll() && routes.isAll();
        }

        /** Whether what was not recorded is wanted. */
        boolean passesUnrecorded() {
            return arrivals.passes(Arrivals.NOT_RECORDED) && routes.passes(AccessRoute.NOT_RECORDED);
        }
    }

    /**
     * What was used. A title is meant, or an item that has none.
     *
     * @param titles by their ids
     * @param words all of them somewhere in name, publisher, identifiers or packages; letter case and accents do not matter
     */
    public record Content(
            Choice<String> titles, Choice<String> publishers, Choice<String> packages, List<String> words) {
        /** All of it. */
        public static final Content ALL = new Content(Choice.all(), Choice.all(), Choice.all(), List.of());

        public Content {
            words = List.copyOf(words);
        }

        public boolean isAll() {
            return titles.isAll() && publishers.isAll() && packages.isAll() && words.isEmpty();
        }
    }

    /** Whether it is not of every open-access status. */
    public boolean choosesOpenAccess() {
        return openAccess.of(Usage.STATUSES).size() < Usage.STATUSES.size();
    }

    /** Whether something is chosen by which ways of arrival and routes of access are not counted. */
    boolean choosesUnknownOfWays() {
        return choosesAccessType() || choosesOpenAccess() || !yop.isAll();
    }

    /** Whether it is not of every Access_Type that the release has. */
    boolean choosesAccessType() {
        return Arrays.stream(AccessType.values())
                .filter(type -> type.in(release))
                .anyMatch(type -> !accessTypes.passes(type));
    }

    /** The same of one title. */
    public UsageQuery ofTitle(String title) {
        Content one = new Content(Choice.of(title), Choice.all(), Choice.all(), List.of());
        return new UsageQuery(
                release, customer, months, dataTypes, accessTypes, openAccess, accessMethods, yop, ways, one);
    }

    /** The same in the terms of a release. */
    public UsageQuery in(Release other) {
        return new UsageQuery(
                other, customer, months, dataTypes, accessTypes, openAccess, accessMethods, yop, ways, content);
    }
}
