package fr.comptoir.customers.harvest;

import fr.comptoir.customers.base.Texts;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request of a harvester and its answer. What comes from outside is shortened and freed of control characters; the values of
 * parameters that are credentials are masked.
 *
 * @param customerId the customer asked for
 * @param credential with what the harvester identified itself
 * @param keyId the key, null when there was none or it is not known
 * @param report its id, {@code ""} when none was asked for
 * @param release {@code 5} or {@code 5.1}
 * @param query of the address, undecoded
 * @param status of HTTP
 * @param millis from the request to the last byte
 * @param bytes of the answer's body as it was sent
 * @param harvester what the user agent calls itself, without its version
 * @param exceptions of the report, in its order
 */
public record Harvest(
        Instant at,
        String customerId,
        Credential credential,
        @Nullable Long keyId,
        String report,
        String release,
        String query,
        int status,
        long millis,
        long bytes,
        String harvester,
        List<Fault> exceptions) {
    private static final int EXCEPTIONS_MAX = 20;
    private static final int DATA_MAX = 200;
    private static final int QUERY_MAX = 2000;
    private static final Pattern SECRET =
            Pattern.compile("(?i)(^|[?&;])([^=&;]*(?:key|requestor|password|token|secret)[^=&;]*)=[^&;]*");
    private static final Pattern AFTER_NAME = Pattern.compile("[/\\s(;].*");

    public Harvest {
        customerId = Texts.harmless(customerId, 100);
        report = Texts.harmless(report, 20);
        release = Texts.harmless(release, 5);
        query = Texts.harmless(masked(query), QUERY_MAX);
        harvester = Texts.harmless(
                AFTER_NAME.matcher(Texts.shortened(harvester.strip(), 500)).replaceFirst(""), 100);
        exceptions = List.copyOf(exceptions.subList(0, Math.min(exceptions.size(), EXCEPTIONS_MAX)));
    }

    /** With what a harvester identified itself; no credential is kept. */
    public enum Credential {
        KEY,
        REQUESTOR,
        NONE
    }

    /**
     * An exception of the Code of Practice that the answer had.
     *
     * @param data what the exception says it is about, such as the parameter
     */
    public record Fault(int code, String data) {
        public Fault {
            data = Texts.harmless(data, DATA_MAX);
        }
    }

    private static String masked(String query) {
        return SECRET.matcher(query).replaceAll("$1$2=***");
    }
}
