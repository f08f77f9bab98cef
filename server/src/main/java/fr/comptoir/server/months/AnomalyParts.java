package fr.comptoir.server.months;

import fr.comptoir.store.unusual.Explained;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What explains a case, as the database keeps it.
 *
 * @param explained the largest share first
 * @param missingDays days of the month of which no line was read
 */
public record AnomalyParts(List<Explained> explained, List<String> missingDays) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(List<Explained> explained, List<String> missingDays) {
        return JSON.writeValueAsString(new AnomalyParts(explained, missingDays));
    }

    static AnomalyParts read(String json) {
        return JSON.readValue(json, AnomalyParts.class);
    }
}
