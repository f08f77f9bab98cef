package fr.comptoir.model.catalogue;

import java.util.List;

/**
 * One row of {@code institutions.csv}, checked. Blank identifiers are {@code ""}.
 *
 * @param line line in the source file, from 1; 0 when it came from the store
 * @param ipRanges each in canonical text, with its days {@code @from..to} where it has any
 * @param organisations values of the log's organisation field
 * @param memberOf consortia, {@code customer_id} with its days {@code @from..to} where it has any
 * @param indexName chosen, see {@link IndexName}
 */
public record Institution(
        int line,
        String customerId,
        String name,
        String requestorId,
        String isni,
        String isil,
        String ror,
        String oclc,
        List<String> ipRanges,
        List<String> organisations,
        List<String> memberOf,
        String indexName) {

    /** The customer that stands for all usage, attributed or not (CoP 5.1, section 8.2). */
    public static final String THE_WORLD = "0000000000000000";

    /** One without a name of an index. */
    public Institution(
            int line,
            String customerId,
            String name,
            String requestorId,
            String isni,
            String isil,
            String ror,
            String oclc,
            List<String> ipRanges,
            List<String> organisations,
            List<String> memberOf) {
        this(line, customerId, name, requestorId, isni, isil, ror, oclc, ipRanges, organisations, memberOf, "");
    }

    /** The name of its index or alias in other programs. */
    public String index() {
        return IndexName.of(customerId, indexName);
    }
}
