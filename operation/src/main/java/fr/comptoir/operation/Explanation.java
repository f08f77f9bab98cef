package fr.comptoir.operation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * What became of one line.
 *
 * @param time milliseconds since 1970 UTC
 */
record Explanation(
        long time,
        String item,
        String action,
        String outcome,
        List<ExplainedRule> rules,
        Map<String, Long> counts,
        String place) {
    static final String COUNTED = "counted";

    Explain.Line toLine(ZoneId zone) {
        String local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(time).atZone(zone));
        return new Explain.Line(local, item, action, outcome, rules, counts, place);
    }
}
