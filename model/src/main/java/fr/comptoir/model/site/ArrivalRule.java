package fr.comptoir.model.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One rule of {@code arrivals}: who comes like that came by this way.
 *
 * @param line line of the rule in {@code comptoir.yml}, from 1
 * @param name what is kept, and what people who read English see
 * @param french what people who read French see
 * @param referrers patterns of the referrer, {@code host} or {@code host/path}, of which one must match: in a host {@code *} is any part of
 *     it, and {@code *.} before it the host itself too; the path is written as in a {@link PageRule}; empty for any referrer or none
 * @param query parameter of the request to values of which it must have one, {@code *} being any that is not empty; a value with commas is a
 *     list, of which one is enough; all parameters must fit
 */
public record ArrivalRule(
        int line,
        String name,
        String french,
        ArrivalKind kind,
        List<String> referrers,
        Map<String, Set<String>> query) {
    public ArrivalRule {
        referrers = List.copyOf(referrers);
        query = new LinkedHashMap<>(query);
    }
}
