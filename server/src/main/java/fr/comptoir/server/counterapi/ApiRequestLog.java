package fr.comptoir.server.counterapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of each request of the API when it is answered. */
public interface ApiRequestLog {
    /** Takes one request down; called by many threads, and must not fail. */
    void ended(Entry entry);

    /**
     * An exception of the Code.
     *
     * @param data what it is about; {@code ""} when it says nothing
     */
    record Told(int code, String data) {}

    /**
     * One request.
     *
     * @param release {@code 5} or {@code 5.1}
     * @param report id of the report as it was written; {@code ""} for status, reports and members
     * @param customer asked for; {@code ""} when it is not known
     * @param keyId of the key; absent when it was none
     * @param query of the address, as it was sent; it may have credentials
     * @param status of HTTP
     * @param bytes of the body
     * @param agent what the user agent calls itself
     */
    record Entry(
            String release,
            String report,
            String customer,
            @Nullable Long keyId,
            String query,
            int status,
            long milliseconds,
            long bytes,
            String agent,
            List<Told> exceptions) {
        public Entry {
            exceptions = List.copyOf(exceptions);
        }
    }
}
