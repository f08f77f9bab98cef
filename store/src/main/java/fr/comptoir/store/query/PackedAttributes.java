package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a row in one number, as a number is read, compared and sorted faster than five: ordinals and the year, in the order of
 * reports from the highest bits down. What is not shown or absent has all bits set, and so comes last.
 */
public final class PackedAttributes {
    private static final DataType[] DATA_TYPES = DataType.values();
    private static final SectionType[] SECTION_TYPES = SectionType.values();
    private static final AccessType[] ACCESS_TYPES = AccessType.values();
    private static final AccessMethod[] ACCESS_METHODS = AccessMethod.values();

    private static final Bits ACCESS_METHOD = new Bits(0, 2);
    private static final Bits ACCESS_TYPE = new Bits(2, 4);
    private static final Bits YOP = new Bits(6, 14);
    private static final Bits SECTION_TYPE = new Bits(20, 5);
    private static final Bits DATA_TYPE = new Bits(25, 6);

    /** How many bits the number has. */
    static final int BITS = DATA_TYPE.shift() + DATA_TYPE.size();

    static final long MASK = (1L << BITS) - 1;

    private PackedAttributes() {}

    private record Bits(int shift, int size) {
        private int absent() {
            return (1 << size) - 1;
        }

        private String in(String value) {
            return "coalesce(" + value + ", " + absent() + ")::BIGINT * " + (1L << shift);
        }

        private long put(int value) {
            return (long) value << shift;
        }

        private long put(@Nullable Enum<?> value) {
            return put(value == null ? absent() : value.ordinal());
        }

        private int of(long packed) {
            return (int) (packed >> shift) & absent();
        }

        private <E> @Nullable E of(long packed, E[] values) {
            int ordinal = of(packed);
            return ordinal == absent() ? null : values[ordinal];
        }
    }

    /** The number of a row {@code a} of an aggregation of {@link FactSql}, in SQL and in the terms of the release. */
    static String sql(FactQuery query) {
        return DATA_TYPE.in(CodeSql.dataType("a.data_type", query.subject(), query.release())) + " + "
                + SECTION_TYPE.in("a.section_type") + " + "
                + YOP.in("a.yop") + " + "
                + ACCESS_TYPE.in(CodeSql.ordinal("a.access_type")) + " + "
                + ACCESS_METHOD.in(CodeSql.ordinal("a.access_method"));
    }

    /**
     * The number of attributes without a Section_Type, in the terms of a release; null for what is not shown.
     *
     * @param yop 0 for none
     */
    public static long of(
            @Nullable DataType dataType,
            int yop,
            @Nullable AccessType accessType,
            @Nullable AccessMethod accessMethod) {
        return DATA_TYPE.put(dataType)
                | SECTION_TYPE.put(null)
                | YOP.put(yop == 0 ? YOP.absent() : yop)
                | ACCESS_TYPE.put(accessType)
                | ACCESS_METHOD.put(accessMethod);
    }

    public static @Nullable DataType dataType(long packed) {
        return DATA_TYPE.of(packed, DATA_TYPES);
    }

    static @Nullable SectionType sectionType(long packed) {
        return SECTION_TYPE.of(packed, SECTION_TYPES);
    }

    /** 0 for none. */
    public static int yop(long packed) {
        int yop = YOP.of(packed);
        return yop == YOP.absent() ? 0 : yop;
    }

    public static @Nullable AccessType accessType(long packed) {
        return ACCESS_TYPE.of(packed, ACCESS_TYPES);
    }

    public static @Nullable AccessMethod accessMethod(long packed) {
        return ACCESS_METHOD.of(packed, ACCESS_METHODS);
    }
}
