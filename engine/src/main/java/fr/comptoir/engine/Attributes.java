package fr.comptoir.engine;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;

/**
 * The attributes that part the usage of one item within one set of customers, Access_Type of 5.1, Access_Type of 5 and Access_Method, as
 * one number below 64, so that a set of them is a long.
 */
final class Attributes {
    static final int TYPES = AccessType.values().length;
    static final int METHODS = AccessMethod.values().length;
    /** How many there are. */
    static final int COUNT = TYPES * TYPES * METHODS;

    /** Those of the first Access_Method with the first Access_Type of 5. */
    private static final long COLUMN;

    static {
        if (COUNT > Long.SIZE) {
            throw new AssertionError("more attributes than a long has bits: " + COUNT);
        }
        long column = 0;
        for (int i = 0; i < TYPES * TYPES; i += TYPES) {
            column |= 1L << i;
        }
        COLUMN = column;
    }

    private Attributes() {}

    static int of(int accessType, int accessTypeR5, int accessMethod) {
        return (accessMethod * TYPES + accessType) * TYPES + accessTypeR5;
    }

    static byte accessType(int attributes) {
        return (byte) (attributes / TYPES % TYPES);
    }

    static byte accessTypeR5(int attributes) {
        return (byte) (attributes % TYPES);
    }

    static byte accessMethod(int attributes) {
        return (byte) (attributes / (TYPES * TYPES));
    }

    /** Those that differ from {@code attributes} at most in the Access_Type of 5: for Release 5.1 the same. */
    static long sameInR51(int attributes) {
        return ((1L << TYPES) - 1) << (attributes / TYPES * TYPES);
    }

    /** Those that differ from {@code attributes} at most in the Access_Type of 5.1: for Release 5 the same. */
    static long sameInR5(int attributes) {
        return COLUMN << (attributes % TYPES + attributes / (TYPES * TYPES) * (TYPES * TYPES));
    }
}
