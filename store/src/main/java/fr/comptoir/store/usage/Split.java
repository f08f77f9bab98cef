package fr.comptoir.store.usage;

import java.util.List;

/** By what a month's usage is kept apart, beside its attributes. */
enum Split {
    /** By title, or item that has none. */
    TITLES,
    /** The same, by way of arrival and route of access, of what is counted by them. */
    WAYS,
    /** By the set of customers to whom it belongs. */
    SETS;

    List<Sources> sources() {
        return this == WAYS ? List.of(Sources.WAYS) : Sources.PLATFORM;
    }
}
