package fr.comptoir.server.months;

import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.store.unusual.Explained;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What explains a case and by what it is one, as the database keeps it.
 *
 * @param explained the largest share first
 * @param missingDays days of the month of which no line was read
 * @param measure null for cases of programs that did not keep it
 */
public record AnomalyParts(
        List<Explained> explained,
        List<String> missingDays,
        @Nullable AnomalyMeasure measure) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String write() {
        return JSON.writeValueAsString(this);
    }

    static AnomalyParts of(Anomaly anomaly) {
        return JSON.readValue(anomaly.parts(), AnomalyParts.class);
    }
}
