package fr.comptoir.validate;

import fr.comptoir.validate.finding.Severity;
import java.util.Map;

/**
 * What came out of comparing a standard view with its master report; nothing when the two agree, or when the master report has not all that
 * the view is made from.
 *
 * @param bySeverity how many findings there are of each grade that occurs, those that were only counted included
 * @param notShown findings that were only counted, by their code
 */
public record Contradictions(Map<Severity, Long> bySeverity, Map<String, Long> notShown) {
    static final Contradictions NONE = new Contradictions(Map.of(), Map.of());

    public Contradictions {
        bySeverity = Map.copyOf(bySeverity);
        notShown = Map.copyOf(notShown);
    }
}
