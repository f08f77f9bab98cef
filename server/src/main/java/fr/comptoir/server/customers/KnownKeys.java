package fr.comptoir.server.customers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.customers.base.Secrets;
import fr.comptoir.customers.key.Keys;
import fr.comptoir.server.counterapi.ApiKeys;
import java.time.Duration;
import java.util.Optional;

/** The keys of the database. A key that was valid is believed for some seconds, so that a busy harvester costs no query each time. */
final class KnownKeys implements ApiKeys {
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final long KEYS_MAX = 10_000;

    private final Keys keys;
    /** Under hashes: no key itself stays in memory. */
    private final Cache<String, ApiKey> valid = Caffeine.newBuilder()
            .maximumSize(KEYS_MAX)
            .expireAfterWrite(BELIEVED)
            .build();

    KnownKeys(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<ApiKey> find(String key) {
        String hash = Secrets.hash(key);
        ApiKey known = valid.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ApiKey> found = keys.use(key).map(one -> new ApiKey(one.id(), one.customerId()));
        found.ifPresent(one -> valid.put(hash, one));
        return found;
    }

    @Override
    public void changed() {
        valid.invalidateAll();
    }
}
