package fr.comptoir.server.counterapi;

import java.util.Optional;

/** The keys of the API. */
public interface ApiKeys {
    /** No keys at all. */
    ApiKeys NONE = key -> Optional.empty();

    /**
     * A key that is valid now.
     *
     * @param id to name it in logs, which never have the key itself
     * @param customer whose key it is
     */
    record ApiKey(long id, String customer) {}

    /** The key, when it was given out, is not expired and not withdrawn. */
    Optional<ApiKey> find(String key);

    /** A key was withdrawn or replaced: what is believed of keys is asked for anew. */
    default void changed() {}
}
