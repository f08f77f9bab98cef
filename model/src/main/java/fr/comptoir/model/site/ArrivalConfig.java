package fr.comptoir.model.site;

import java.util.List;
import java.util.Optional;

/**
 * From where people come and by what they have access.
 *
 * @param hosts patterns of the platform's own hosts, as in {@link ArrivalRule#referrers}: a referrer there is a step within the platform
 * @param rules the ways of arrival in the order of the file, the first that matches decides; without any, none is recorded
 * @param token the log field that is there when a personal token or an API key gave access
 */
public record ArrivalConfig(List<String> hosts, List<ArrivalRule> rules, Optional<String> token) {
    /** Nothing is said of it. */
    public static final ArrivalConfig NONE = new ArrivalConfig(List.of(), List.of(), Optional.empty());

    /** Most rules that a platform may have: with the other ways they are told apart by a byte. */
    public static final int RULES_MAX = 250;

    public ArrivalConfig {
        hosts = List.copyOf(hosts);
        rules = List.copyOf(rules);
    }
}
