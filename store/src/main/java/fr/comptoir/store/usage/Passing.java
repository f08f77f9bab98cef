package fr.comptoir.store.usage;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.usage.Attributes.Kind;
import java.util.List;
import java.util.Set;

/** Which attributes a question lets through; {@link UsageSql} says the same in SQL. */
final class Passing {
    private final UsageQuery query;
    private final Release release;
    /** By ordinal, as the files call them. */
    private final boolean[] dataTypes = new boolean[DataType.values().length];

    private final boolean[] methods = new boolean[AccessMethod.values().length];
    private final boolean passesAllYears;
    private final boolean passesSearches;

    private final boolean choosesAccessType;
    private final boolean choosesOpenAccess;
    private final List<String> statuses;

    /** @param statuses those of the catalogue, the first of which has number 1 */
    Passing(UsageQuery query, List<String> statuses) {
        this.query = query;
        this.statuses = statuses;
        choosesOpenAccess = query.choosesOpenAccess();
        release = query.release();
        for (DataType type : DataType.values()) {
            dataTypes[type.ordinal()] =
                    query.dataTypes().passes(CodeSql.named(type, Subject.PLATFORM, query.release()));
        }
        choosesAccessType = query.choosesAccessType();
        for (AccessMethod method : AccessMethod.values()) {
            methods[method.ordinal()] = query.accessMethods().passes(method);
        }
        passesAllYears = query.yop().isAll();
        // A search is of no year, no Access_Type, no open-access status and no content.
        passesSearches = !choosesAccessType
                && !choosesOpenAccess
                && passesAllYears
                && query.content().isAll();
    }

    boolean passes(long attributes) {
        return passes(Attributes.dataType(attributes))
                && methods[Attributes.accessMethod(attributes).ordinal()]
                && (Attributes.kind(attributes) == Kind.SEARCH ? passesSearches : passesContent(attributes));
    }

    /** The same of {@link Split#WAYS}, which are not counted by Access_Type, open-access status and YOP. */
    boolean passesWay(long attributes) {
        return passes(Attributes.dataType(attributes))
                && methods[Attributes.accessMethod(attributes).ordinal()];
    }

    /**
     * The same, and whether its way of arrival and route of access are chosen.
     *
     * @param names of ways of arrival, the first of which has number 1
     */
    boolean passesWay(long attributes, List<String> names) {
        return passesWay(attributes)
                && query.ways().routes().passes(Attributes.route(attributes))
                && query.ways().arrivals().passes(names.get(Attributes.arrival(attributes) - 1));
    }

    /** @param type as the files and the catalogue call it */
    boolean passes(DataType type) {
        return dataTypes[type.ordinal()];
    }

    private boolean passesContent(long attributes) {
        if (choosesAccessType) {
            AccessType type = Attributes.accessType(attributes, release);
            if (type == null || !type.in(release) || !query.accessTypes().passes(type)) {
                return false;
            }
        }
        if (choosesOpenAccess && !query.openAccess().passes(status(attributes))) {
            return false;
        }
        return passesAllYears || passesYear(Attributes.yop(attributes));
    }

    /** The open-access status of what is no search. */
    String status(long attributes) {
        if (Attributes.accessType(attributes, release) == AccessType.CONTROLLED) {
            return Usage.CLOSED;
        }
        int number = Attributes.status(attributes);
        String status = number == 0 ? Usage.CLOSED : statuses.get(number - 1);
        return status.equals(Usage.CLOSED) ? Usage.UNKNOWN : status;
    }

    /** What has no year is in no choice of years. */
    private boolean passesYear(int year) {
        return year != 0
                && (query.yop().in().isEmpty() || isIn(query.yop().in(), year))
                && !isIn(query.yop().out(), year);
    }

    private static boolean isIn(Set<YopRange> ranges, int year) {
        for (YopRange range : ranges) {
            if (range.from() <= year && year <= range.to()) {
                return true;
            }
        }
        return false;
    }
}
