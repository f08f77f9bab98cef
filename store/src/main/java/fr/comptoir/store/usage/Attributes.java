package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.query.CodeSql;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All attributes of a row of the facts in one number, so that rows are told apart and grouped as fast as numbers are. From the lowest bit:
 * Data_Type of the title, of an item without one its own (6), Access_Type (3) and that of Release 5 (3), both from 1, Access_Method (2),
 * {@link Kind} (2), YOP (16), open-access status from 1 (16), or of {@link Split#WAYS} the way of arrival from 1 (16) and the route of access. Zero where there is none.
 */
final class Attributes {
    private static final int ACCESS_TYPE = 6;
    private static final int ACCESS_TYPE_R5 = 9;
    private static final int ACCESS_METHOD = 12;
    private static final int KIND = 14;
    private static final int YOP = 16;
    private static final int STATUS = 32;
    private static final int ROUTE = 48;
    private static final int WAY = 51;
    /** More ways of arrival than any site has; {@link fr.comptoir.model.action.Actions} have room for so many. */
    private static final int WAYS_MAX = 1 << 12;

    private static final DataType[] DATA_TYPES = DataType.values();
    private static final AccessType[] ACCESS_TYPES = AccessType.values();
    private static final AccessMethod[] ACCESS_METHODS = AccessMethod.values();
    private static final AccessRoute[] ROUTES = AccessRoute.values();
    private static final Kind[] KINDS = Kind.values();

    private Attributes() {}

    /** What a row is of. */
    enum Kind {
        /** A title, or an item of one. */
        TITLE,
        /** An item that has no title. */
        ITEM,
        SEARCH
    }

    /**
     * The number without a status, in SQL.
     *
     * @param kind its ordinal, in SQL
     */
    static String sql(Sources source, String kind) {
        return "(enum_code(" + source.dataType() + "::" + CodeSql.DATA_TYPE + ")::BIGINT"
                + accessType(source, Release.R5_1, ACCESS_TYPE)
                + accessType(source, Release.R5, ACCESS_TYPE_R5)
                + " + (enum_code(Access_Method::" + CodeSql.ACCESS_METHOD + ")::BIGINT << " + ACCESS_METHOD + ")"
                + " + ((" + kind + ")::BIGINT << " + KIND + ")"
                + " + (coalesce(" + source.yop() + ", 0)::BIGINT << " + YOP + "))";
    }

    /** What a status adds to the number, in SQL. */
    static String statusSql(String status) {
        return "(" + status + "::BIGINT << " + STATUS + ")";
    }

    private static String accessType(Sources source, Release release, int shift) {
        return source.areSearches() || source.areWays()
                ? ""
                : " + ((enum_code(" + source.accessType(release) + "::" + CodeSql.ACCESS_TYPE + ")::BIGINT + 1) << "
                        + shift + ")";
    }

    /** What a column of routes adds to the number, in SQL. */
    static String routeSql(String column) {
        String codes = Arrays.stream(ROUTES)
                .map(AccessRoute::code)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Sql::texts));
        return "(coalesce(list_position([" + codes.substring(1, codes.length() - 1) + "], " + column + ") - 1, "
                + AccessRoute.NOT_RECORDED.ordinal() + ")::BIGINT << " + ROUTE + ")";
    }

    /** The number with a way of arrival. */
    static long withArrival(long attributes, int number) {
        return attributes | (long) number << STATUS;
    }

    /**
     * The number of what is counted by the hour, which has all at once: beside a status the way of arrival (12, from the bit 51).
     *
     * @param accessType that of Release 5.1, from 1; 0 for none
     * @param accessTypeR5 that of Release 5, in the same way
     * @param status from 1; 0 for none
     * @param way from 0
     */
    static long of(
            DataType dataType,
            int accessType,
            int accessTypeR5,
            int accessMethod,
            Kind kind,
            int yop,
            int status,
            int route,
            int way) {
        if (way >= WAYS_MAX) {
            throw new IllegalArgumentException("of " + WAYS_MAX + " ways of arrival at most, this is number " + way);
        }
        return dataType.ordinal()
                | (long) accessType << ACCESS_TYPE
                | (long) accessTypeR5 << ACCESS_TYPE_R5
                | (long) accessMethod << ACCESS_METHOD
                | (long) kind.ordinal() << KIND
                | (long) yop << YOP
                | (long) status << STATUS
                | (long) route << ROUTE
                | (long) way << WAY;
    }

    /** The way of arrival of what is counted by the hour. */
    static int way(long attributes) {
        return (int) (attributes >>> WAY);
    }

    /** The place of a way of arrival among the names, from 1. */
    static int arrival(long attributes) {
        return status(attributes);
    }

    static AccessRoute route(long attributes) {
        return ROUTES[(int) (attributes >>> ROUTE) & 7];
    }

    static DataType dataType(long attributes) {
        return DATA_TYPES[(int) attributes & 0x3F];
    }

    static @Nullable AccessType accessType(long attributes, Release release) {
        int number = (int) (attributes >>> (release == Release.R5 ? ACCESS_TYPE_R5 : ACCESS_TYPE)) & 7;
        return number == 0 ? null : ACCESS_TYPES[number - 1];
    }

    static AccessMethod accessMethod(long attributes) {
        return ACCESS_METHODS[(int) (attributes >>> ACCESS_METHOD) & 3];
    }

    static Kind kind(long attributes) {
        return KINDS[(int) (attributes >>> KIND) & 3];
    }

    /** 0 for none. */
    static int yop(long attributes) {
        return (int) (attributes >>> YOP) & 0xFFFF;
    }

    /** 0 for none, else its place in the list of them, from 1. */
    static int status(long attributes) {
        return (int) (attributes >>> STATUS) & 0xFFFF;
    }
}
