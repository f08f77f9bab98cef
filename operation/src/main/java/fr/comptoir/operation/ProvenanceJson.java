package fr.comptoir.operation;

import fr.comptoir.operation.Provenance.Form;
import fr.comptoir.operation.Provenance.Month;
import fr.comptoir.operation.Provenance.Request;
import fr.comptoir.store.state.Versions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provenance as a JSON object, and back. */
final class ProvenanceJson {
    static final String MONTHS = "months";
    static final String FINGERPRINT = "fingerprint";

    /** What may differ between two reports that were made from the same things; at the top and in months. */
    static final Set<String> NOT_FINGERPRINTED = Set.of("form", "created", "facts", "counted_at");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private ProvenanceJson() {}

    static String compact(Map<String, Object> value) {
        return JSON.writeValueAsString(value);
    }

    /** For people to read, with the fingerprint first. */
    static String indented(Provenance provenance) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(FINGERPRINT, provenance.fingerprint());
        all.putAll(map(provenance));
        return JSON.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
                .writeValueAsString(all);
    }

    static Map<String, Object> map(Provenance provenance) {
        Request request = provenance.request();
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("report", request.report());
        asked.put("release", request.release());
        asked.put("customer", request.customer());
        asked.put("begin", request.begin().toString());
        asked.put("end", request.end().toString());
        asked.put("parameters", request.parameters());
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("format", provenance.form().format());
        form.put("language", provenance.form().language());
        form.put("indented", provenance.form().indented());
        form.put("logo", provenance.form().logo());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("request", asked);
        all.put("form", form);
        all.put("created", provenance.created().toString());
        all.put("program", provenance.program());
        all.put("platform", provenance.platform());
        all.put("catalogue", provenance.catalogue());
        all.put("institutions", provenance.institutions());
        all.put(MONTHS, provenance.months().stream().map(ProvenanceJson::month).toList());
        return all;
    }

    static Map<String, Object> month(Month month) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", month.month().toString());
        json.put("facts", month.facts());
        json.put("counted_at", month.countedAt().toString());
        json.put("program", month.program());
        json.put("inputs", month.inputs());
        json.put("inputs_hash", month.inputsHash());
        json.put("catalogue", month.with().catalogue());
        json.put("institutions", month.with().institutions());
        json.put("robots", month.with().robots());
        json.put("rules", month.with().rules());
        return json;
    }

    /**
     * Reads what {@link #indented} wrote.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Provenance read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            Provenance provenance = provenance(node);
            if (!provenance.fingerprint().equals(text(node, FINGERPRINT))) {
                throw new IllegalArgumentException("its fingerprint is not that of what it lists: it was changed");
            }
            return provenance;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it has no JSON object of what the report was made from", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Provenance provenance(JsonNode node) {
        JsonNode asked = object(node, "request");
        JsonNode form = object(node, "form");
        List<Month> months = new ArrayList<>();
        for (JsonNode month : node.path(MONTHS)) {
            months.add(month(month));
        }
        return new Provenance(
                new Request(
                        text(asked, "report"),
                        text(asked, "release"),
                        text(asked, "customer"),
                        YearMonth.parse(text(asked, "begin")),
                        YearMonth.parse(text(asked, "end")),
                        texts(object(asked, "parameters"))),
                new Form(
                        text(form, "format"),
                        text(form, "language"),
                        form.path("indented").asBoolean(false),
                        text(form, "logo")),
                Instant.parse(text(node, "created")),
                text(node, "program"),
                texts(object(node, "platform")),
                text(node, "catalogue"),
                text(node, "institutions"),
                months);
    }

    private static Month month(JsonNode node) {
        return new Month(
                YearMonth.parse(text(node, "month")),
                node.path("facts").asInt(0),
                Instant.parse(text(node, "counted_at")),
                text(node, "program"),
                node.path("inputs").asInt(0),
                text(node, "inputs_hash"),
                new Versions(
                        text(node, "catalogue"),
                        text(node, "institutions"),
                        text(node, "robots"),
                        text(node, "rules")));
    }

    private static SortedMap<String, String> texts(JsonNode node) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.propertyNames().forEach(name -> texts.put(name, text(node, name)));
        return texts;
    }

    private static JsonNode object(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isObject()) {
            throw new IllegalArgumentException("it does not say \"" + name + "\"");
        }
        return value;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("it does not say \"" + name + "\"");
        }
        return value.stringValue();
    }
}
