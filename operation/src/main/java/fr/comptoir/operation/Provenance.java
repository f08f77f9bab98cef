package fr.comptoir.operation;

import fr.comptoir.store.state.Versions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that one report was made from: what was asked, by whom it is answered, with which program, and of each month the logs, rules and lists
 * that its figures come from. Two reports with the same {@link #fingerprint()} were made from the same things.
 *
 * @param form how it was written down
 * @param created the Created of the report, whole seconds
 * @param program name and version of the program that made the report
 * @param platform what {@code comptoir.yml} says of the platform in headers of reports
 * @param catalogue version of the catalogue that names come from; {@code ""} for none
 * @param institutions version of the institutions; {@code ""} for none
 * @param months those of the report that were counted, the earliest first
 */
public record Provenance(
        Request request,
        Form form,
        Instant created,
        String program,
        SortedMap<String, String> platform,
        String catalogue,
        String institutions,
        List<Month> months) {
    public Provenance {
        platform = Collections.unmodifiableSortedMap(new TreeMap<>(platform));
        months = List.copyOf(months);
    }

    /**
     * What was asked for.
     *
     * @param report id of a COUNTER report, or {@code annual}
     * @param release {@code 5} or {@code 5.1}; {@code ""} for the annual report
     * @param parameters filters and attributes, named and written as in the COUNTER API
     */
    public record Request(
            String report,
            String release,
            String customer,
            YearMonth begin,
            YearMonth end,
            SortedMap<String, String> parameters) {
        /** The report of a year by journal, in the manner of JR1. */
        public static final String ANNUAL = "annual";

        public Request {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }

    /**
     * How a report was written down; its figures do not depend on it.
     *
     * @param format ending of the file's name, without dot
     * @param language of a PDF; {@code ""} for the other formats
     * @param indented JSON for people to read
     * @param logo SHA-256 of the picture in the head of a PDF; {@code ""} for none
     */
    public record Form(String format, String language, boolean indented, String logo) {}

    /**
     * Where the figures of a month come from.
     *
     * @param facts version of its facts in this site
     * @param program that counted it; {@code ""} when it is not known
     * @param inputs how many logs were counted
     * @param inputsHash SHA-256 of the hashes of their contents; the same in whatever order, under whatever names they came
     */
    public record Month(
            YearMonth month,
            int facts,
            Instant countedAt,
            String program,
            int inputs,
            String inputsHash,
            Versions with) {}

    /**
     * SHA-256 of inputs, rules, lists, catalogue, program and request, 64 hex digits. The form, the times, and the numbers of versions in
     * this site are not in it: who makes the report again from the same things, elsewhere or in another format, gets the same.
     */
    public String fingerprint() {
        return Sha256.of(ProvenanceJson.compact(fingerprinted()).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> fingerprinted() {
        Map<String, Object> all = ProvenanceJson.map(this);
        ProvenanceJson.NOT_FINGERPRINTED.forEach(all::remove);
        List<Map<String, Object>> counted = months.stream()
                .map(ProvenanceJson::month)
                .<Map<String, Object>>map(LinkedHashMap::new)
                .toList();
        counted.forEach(month -> ProvenanceJson.NOT_FINGERPRINTED.forEach(month::remove));
        all.put(ProvenanceJson.MONTHS, counted);
        return all;
    }
}
