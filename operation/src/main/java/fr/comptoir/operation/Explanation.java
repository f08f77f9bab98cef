package fr.comptoir.operation;

import fr.comptoir.model.action.AccessRoute;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * What became of one line.
 *
 * @param time milliseconds since 1970 UTC
 * @param arrival the way under which it counts; blank when nobody wrote it down
 */
record Explanation(
        long time,
        String item,
        String action,
        String outcome,
        List<ExplainedRule> rules,
        Map<String, Long> counts,
        String arrival,
        AccessRoute route,
        String place) {
    static final String COUNTED = "counted";

    Explain.Line toLine(ZoneId zone) {
        String local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(time).atZone(zone));
        return new Explain.Line(local, item, action, outcome, rules, counts, arrival, route, place);
    }
}
