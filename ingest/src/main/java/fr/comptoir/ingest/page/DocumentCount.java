package fr.comptoir.ingest.page;

import fr.comptoir.model.site.DocumentsRule;
import java.util.List;

/** Reads how many documents an archive holds. A number is made of digits; what is none counts as the rule says. Immutable. */
final class DocumentCount {
    private final ValueTemplate template;
    private final int otherwise;
    private final int atMost;

    /** @throws IllegalArgumentException with a sentence for the user */
    DocumentCount(DocumentsRule rule, List<String> pathNames) {
        template = ValueTemplate.of(rule.count(), pathNames);
        otherwise = rule.otherwise();
        atMost = rule.atMost();
    }

    Documents of(PathSegments path, Captures captures, QueryParameters query) {
        List<byte[]> values = template.values(path, captures, query, 1);
        return values.isEmpty() ? new Documents(otherwise, true) : of(values.get(0));
    }

    /** Stops at the bound, so that a number of any length is none too large. */
    private Documents of(byte[] digits) {
        long number = 0;
        for (byte digit : digits) {
            if (digit < '0' || digit > '9') {
                return new Documents(otherwise, true);
            }
            number = Math.min(10 * number + (digit - '0'), (long) atMost + 1);
        }
        return number > atMost ? new Documents(atMost, true) : new Documents((int) number, false);
    }
}
