package fr.comptoir.store.action;

import fr.comptoir.model.action.AccessRoute;

/** Says to whom an action belongs, by what the store still knows of it. */
@FunctionalInterface
public interface Attribution {
    /**
     * To whom an action belongs.
     *
     * @param customers in the form of {@link fr.comptoir.model.catalogue.Institutions}
     * @param route by what they were found; NOT_RECORDED where nothing better is known than before
     */
    record Owner(String customers, AccessRoute route) {}

    /**
     * Says whose an action is.
     *
     * @param addressHash keyed hash of the client's address, 0 for none
     * @param network48Hash keyed hash of its /48 network, 0 for IPv4
     * @param network64Hash keyed hash of its /64 network, 0 for IPv4
     * @param organisation the log's organisation, {@code ""} for none
     * @param day days since 1970-01-01 in the platform's time zone
     * @param before to whom it belongs so far; the answer where nothing better is known
     */
    Owner owner(long addressHash, long network48Hash, long network64Hash, String organisation, int day, String before);
}
