package fr.comptoir.operation.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what usage can be narrowed. */
public enum Field {
    DATA_TYPE,
    ACCESS_TYPE,
    /** The open-access status at the time of use, as {@link fr.comptoir.store.usage.Usage#STATUSES} has it. */
    OA_STATUS,
    ACCESS_METHOD,
    /** A year of publication, or years {@code yyyy-yyyy}. */
    YOP,
    PUBLISHER,
    PACKAGE,
    /** A title, by its id. */
    TITLE,
    /** A way of arrival, by its name, {@code direct} and so on. */
    ARRIVAL,
    /** A route of access. */
    ROUTE;

    private static final String NOT = "not_";

    /** The parameter whose values are wanted. */
    public String wanted() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter whose values are not wanted. */
    public String unwanted() {
        return NOT + wanted();
    }

    /** Whether it tells from where usage came or by what access. */
    public boolean isOfWays() {
        return this == ARRIVAL || this == ROUTE;
    }

    static Optional<Field> of(String parameter) {
        return Arrays.stream(values())
                .filter(field -> parameter.equals(field.wanted()) || parameter.equals(field.unwanted()))
                .findFirst();
    }
}
