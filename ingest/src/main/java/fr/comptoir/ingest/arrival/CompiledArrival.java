package fr.comptoir.ingest.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.page.ListValues;
import fr.comptoir.ingest.page.QueryParameters;
import fr.comptoir.model.site.ArrivalRule;
import java.util.List;

/** A rule ready to match. Immutable. */
final class CompiledArrival {
    /** What a parameter of the request must have. */
    private record Condition(byte[] name, ListValues values) {}

    /** Number of its way in the dictionary. */
    final short way;

    private final List<ReferrerPattern> referrers;
    private final Condition[] conditions;

    /** @throws IllegalArgumentException with a sentence for the user */
    CompiledArrival(ArrivalRule rule, short way) {
        this.way = way;
        referrers = rule.referrers().stream().map(ReferrerPattern::new).toList();
        conditions = rule.query().entrySet().stream()
                .map(entry -> new Condition(entry.getKey().getBytes(UTF_8), new ListValues(entry.getValue())))
                .toArray(Condition[]::new);
    }

    boolean asksForReferrer() {
        return !referrers.isEmpty();
    }

    boolean asksForQuery() {
        return conditions.length > 0;
    }

    boolean asksForPath() {
        return referrers.stream().anyMatch(ReferrerPattern::hasPath);
    }

    boolean fits(Referrer referrer) {
        return referrers.isEmpty() || referrers.stream().anyMatch(pattern -> pattern.matches(referrer));
    }

    boolean fits(QueryParameters query) {
        for (Condition condition : conditions) {
            if (!query.has(condition.name, condition.values)) {
                return false;
            }
        }
        return true;
    }
}
