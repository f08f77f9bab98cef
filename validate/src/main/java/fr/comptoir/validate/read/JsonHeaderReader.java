package fr.comptoir.validate.read;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.Declarations;
import fr.comptoir.validate.declaration.ReportDeclaration;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.DeclaredException;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderList;
import fr.comptoir.validate.event.HeaderValue;
import fr.comptoir.validate.event.TypedValue;
import fr.comptoir.validate.finding.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Report_Header in the shape of either release (CoP 5.1, section 8.2; CoP 5.0.3, section 8). */
final class JsonHeaderReader {
    private static final String ROOT = "/Report_Header";
    private static final Set<String> TEXTS = Set.of(
            "Report_Name",
            "Report_ID",
            "Release",
            "Institution_Name",
            "Customer_ID",
            "Created",
            "Created_By",
            "Registry_Record");
    private static final Set<String> SINGLE = Set.of("Database", "Item_ID", "Platform");

    private final Findings findings;
    private final Lists lists;

    JsonHeaderReader(Findings findings) {
        this.findings = findings;
        lists = new Lists(findings);
    }

    /** The header; null when nothing can be read below it. */
    @Nullable
    Header read(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> object)) {
            findings.add(
                    Form.NOT_A_REPORT,
                    ROOT,
                    Sentence.of("json-type", "{0} must be {1}, not {2}", "Report_Header", What.OBJECT, What.of(tree)));
            return null;
        }
        Release release = release(object.get("Release"));
        if (release == null) {
            return null;
        }
        findings.release(release);
        String id = String.valueOf(object.get("Report_ID"));
        ReportDeclaration report = Declarations.of(release, id).orElse(null);
        if (report == null) {
            String meant = Spelling.find(id, Declarations.reports(release).keySet());
            report = meant == null ? null : Declarations.of(release, meant).orElse(null);
        }
        Header header = new Header(true, release, report);
        object.forEach((name, value) -> element(header, String.valueOf(name), value));
        return header;
    }

    private @Nullable Release release(@Nullable Object value) {
        if (value == null) {
            findings.add(
                    Form.RELEASE_MISSING,
                    ROOT + "/Release",
                    Sentence.of(
                            "release-missing.long", "Release is missing; the report is read as one of Release 5.1"));
            return Release.R5_1;
        }
        Release release = Release.of(value.toString()).orElse(null);
        if (release == null) {
            findings.add(
                    Form.RELEASE,
                    ROOT + "/Release",
                    Sentence.of("release", "Release is \"{0}\"; it must be 5 or 5.1", value));
        }
        return release;
    }

    private void element(Header header, String name, @Nullable Object value) {
        String place = ROOT + "/" + name;
        boolean known = TEXTS.contains(name)
                && !(name.equals("Customer_ID") && header.release == Release.R5_1)
                && !(name.equals("Registry_Record") && header.release == Release.R5);
        if (known) {
            String text = text(value, name, place);
            if (text != null) {
                header.values.put(name, new HeaderValue(text, place));
            }
            return;
        }
        switch (name) {
            case "Institution_ID" -> {
                header.institutionIdPlace = place;
                header.institutionIds.addAll(institutionIds(header.release, value, place));
            }
            case "Report_Filters" -> lists(header, value, name, header.filters);
            case "Report_Attributes" -> lists(header, value, name, header.attributes);
            case "Exceptions" -> exceptions(header, value, place);
            default ->
                findings.add(
                        Form.JSON_UNKNOWN,
                        place,
                        Sentence.of(
                                "json-unknown-element.header",
                                "{0} is no element of Report_Header in Release {1}",
                                name,
                                header.release.code()));
        }
    }

    private @Nullable String text(@Nullable Object value, String name, String place) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof JsonTree.Numeral || value instanceof Boolean) {
            findings.add(
                    Form.JSON_NOT_TEXT,
                    place,
                    Sentence.of("json-type", "{0} must be {1}, not {2}", name, What.TEXT, What.of(value)));
            return value.toString();
        }
        findings.add(
                Form.JSON_TYPE,
                place,
                Sentence.of("json-type", "{0} must be {1}, not {2}", name, What.TEXT, What.of(value)));
        return null;
    }

    private List<TypedValue> institutionIds(Release release, @Nullable Object value, String place) {
        List<TypedValue> ids = new ArrayList<>();
        if (release == Release.R5) {
            pairs(value, "Type", "Institution_ID", place)
                    .forEach((type, list) -> list.values().forEach(id -> ids.add(new TypedValue(type, id))));
            return ids;
        }
        if (!(value instanceof Map<?, ?> object)) {
            findings.add(
                    Form.JSON_TYPE,
                    place,
                    Sentence.of(
                            "json-type", "{0} must be {1}, not {2}", "Institution_ID", What.OBJECT, What.of(value)));
            return ids;
        }
        object.forEach((type, list) -> strings(list, String.valueOf(type), place + "/" + type)
                .forEach(id -> ids.add(new TypedValue(String.valueOf(type), id))));
        return ids;
    }

    private void lists(Header header, @Nullable Object value, String name, Map<String, HeaderList> into) {
        String place = ROOT + "/" + name;
        if (header.release == Release.R5) {
            pairs(value, "Name", name, place).forEach((key, list) -> put(into, key, list));
            return;
        }
        if (!(value instanceof Map<?, ?> object)) {
            findings.add(
                    Form.JSON_TYPE,
                    place,
                    Sentence.of("json-type", "{0} must be {1}, not {2}", name, What.OBJECT, What.of(value)));
            return;
        }
        if (object.isEmpty()) {
            findings.add(
                    Form.JSON_EMPTY, place, Sentence.of("empty", "{0} is empty; what has no value is left out", name));
        }
        object.forEach((key, list) -> {
            String at = place + "/" + key;
            boolean isList = !(list instanceof String);
            String filter = String.valueOf(key);
            if (isList != takesList(filter) && (isList ? list instanceof List : list instanceof String)) {
                findings.add(
                        Form.JSON_TYPE,
                        at,
                        isList
                                ? Sentence.of("json-type", "{0} must be {1}, not {2}", key, What.TEXT, What.ARRAY)
                                : Sentence.of("json-type", "{0} must be {1}, not {2}", key, What.ARRAY, What.TEXT));
            }
            put(into, filter, new HeaderList(strings(list, filter, at), at));
        });
    }

    private static void put(Map<String, HeaderList> into, String name, HeaderList list) {
        if (!list.values().isEmpty()) {
            into.put(name, list);
        }
    }

    private static boolean takesList(String name) {
        return switch (name) {
            case "Metric_Type", "Data_Type", "Access_Type", "Access_Method", "YOP", "Attributes_To_Show" -> true;
            default -> false;
        };
    }

    /** The strings of an array, or the one string. */
    private List<String> strings(@Nullable Object value, String name, String place) {
        List<String> strings = new ArrayList<>();
        if (!(value instanceof List<?> list)) {
            String text = text(value, name, place);
            return text == null ? strings : List.of(text);
        }
        if (list.isEmpty()) {
            findings.add(
                    Form.JSON_EMPTY, place, Sentence.of("empty", "{0} is empty; what has no value is left out", name));
        }
        for (int at = 0; at < list.size(); at++) {
            String text = text(list.get(at), name, place + "/" + at);
            if (text != null) {
                strings.add(text);
            }
        }
        return strings;
    }

    /** An array of objects with a name and a value whose parts are joined with |, as Release 5 has them. */
    private Map<String, HeaderList> pairs(@Nullable Object value, String key, String name, String place) {
        Map<String, HeaderList> pairs = new LinkedHashMap<>();
        if (!(value instanceof List<?> list)) {
            findings.add(
                    Form.JSON_TYPE,
                    place,
                    Sentence.of("json-type", "{0} must be {1}, not {2}", name, What.ARRAY, What.of(value)));
            return pairs;
        }
        if (list.isEmpty()) {
            findings.add(
                    Form.JSON_EMPTY, place, Sentence.of("empty", "{0} is empty; what has no value is left out", name));
        }
        for (int at = 0; at < list.size(); at++) {
            String here = place + "/" + at;
            if (!(list.get(at) instanceof Map<?, ?> pair)) {
                findings.add(
                        Form.JSON_TYPE,
                        here,
                        Sentence.of(
                                "json-pair",
                                "it must be an object with {0} and Value, not {1}",
                                key,
                                What.of(list.get(at))));
                continue;
            }
            String type = text(pair.get(key), key, here + "/" + key);
            String text = text(pair.get("Value"), "Value", here + "/Value");
            if (type == null || text == null) {
                continue;
            }
            boolean single = SINGLE.contains(type) || (name.equals("Institution_ID") && text.indexOf('|') < 0);
            List<String> values = single ? List.of(text) : lists.pipes(type, text, () -> here + "/Value");
            if (pairs.put(type, new HeaderList(values, here + "/Value")) != null) {
                findings.add(
                        Form.JSON_REPEATED,
                        here,
                        Sentence.of(
                                "json-element-repeated.joined",
                                "{0} is there twice; several values are joined with |",
                                type));
            }
        }
        return pairs;
    }

    private void exceptions(Header header, @Nullable Object value, String place) {
        if (!(value instanceof List<?> list)) {
            findings.add(
                    Form.JSON_TYPE,
                    place,
                    Sentence.of("json-type", "{0} must be {1}, not {2}", "Exceptions", What.ARRAY, What.of(value)));
            return;
        }
        if (list.isEmpty()) {
            findings.add(
                    Form.JSON_EMPTY,
                    place,
                    Sentence.of(
                            "json-empty-element.exceptions",
                            "Exceptions is empty; without an exception it is left out"));
        }
        for (int at = 0; at < list.size(); at++) {
            String here = place + "/" + at;
            if (!(list.get(at) instanceof Map<?, ?> exception)) {
                findings.add(
                        Form.JSON_TYPE,
                        here,
                        Sentence.of(
                                "json-type",
                                "{0} must be {1}, not {2}",
                                What.EXCEPTION,
                                What.OBJECT,
                                What.of(list.get(at))));
                continue;
            }
            Object code = exception.get("Code");
            long number = Counts.digits(String.valueOf(code));
            if (!(code instanceof JsonTree.Numeral) || number < 0) {
                findings.add(
                        Form.JSON_TYPE,
                        here + "/Code",
                        Sentence.of("json-type", "{0} must be {1}, not {2}", "Code", What.WHOLE_NUMBER, What.of(code)));
            }
            String message = text(exception.get("Message"), "Message", here + "/Message");
            Object data = exception.get("Data");
            Object severity = exception.get("Severity");
            header.exceptions.add(new DeclaredException(
                    number < 0 || number > Integer.MAX_VALUE ? -1 : (int) number,
                    message == null ? "" : message,
                    data == null ? null : data.toString(),
                    severity == null ? null : severity.toString(),
                    here));
        }
    }
}
