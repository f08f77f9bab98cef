package fr.comptoir.validate.read;

import fr.comptoir.model.code.Release;
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
            findings.add(Form.NOT_A_REPORT, ROOT, "Report_Header must be an object, not " + JsonTree.name(tree));
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
                    "Release is missing; the report is read as one of Release 5.1");
            return Release.R5_1;
        }
        Release release = Release.of(value.toString()).orElse(null);
        if (release == null) {
            findings.add(Form.RELEASE, ROOT + "/Release", "Release is \"" + value + "\"; it must be 5 or 5.1");
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
                        name + " is no element of Report_Header in Release " + header.release.code());
        }
    }

    private @Nullable String text(@Nullable Object value, String name, String place) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof JsonTree.Numeral || value instanceof Boolean) {
            findings.add(Form.JSON_NOT_TEXT, place, name + " must be text, not " + JsonTree.name(value));
            return value.toString();
        }
        findings.add(Form.JSON_TYPE, place, name + " must be text, not " + JsonTree.name(value));
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
            findings.add(Form.JSON_TYPE, place, "Institution_ID must be an object, not " + JsonTree.name(value));
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
            findings.add(Form.JSON_TYPE, place, name + " must be an object, not " + JsonTree.name(value));
            return;
        }
        if (object.isEmpty()) {
            findings.add(Form.JSON_EMPTY, place, name + " is empty; what has no value is left out");
        }
        object.forEach((key, list) -> {
            String at = place + "/" + key;
            boolean isList = !(list instanceof String);
            String filter = String.valueOf(key);
            if (isList != takesList(filter) && (isList ? list instanceof List : list instanceof String)) {
                findings.add(
                        Form.JSON_TYPE, at, key + " must be " + (isList ? "text, not an array" : "an array, not text"));
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
            findings.add(Form.JSON_EMPTY, place, name + " is empty; what has no value is left out");
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
            findings.add(Form.JSON_TYPE, place, name + " must be an array, not " + JsonTree.name(value));
            return pairs;
        }
        if (list.isEmpty()) {
            findings.add(Form.JSON_EMPTY, place, name + " is empty; what has no value is left out");
        }
        for (int at = 0; at < list.size(); at++) {
            String here = place + "/" + at;
            if (!(list.get(at) instanceof Map<?, ?> pair)) {
                findings.add(
                        Form.JSON_TYPE,
                        here,
                        "it must be an object with " + key + " and Value, not " + JsonTree.name(list.get(at)));
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
                findings.add(Form.JSON_REPEATED, here, type + " is there twice; several values are joined with |");
            }
        }
        return pairs;
    }

    private void exceptions(Header header, @Nullable Object value, String place) {
        if (!(value instanceof List<?> list)) {
            findings.add(Form.JSON_TYPE, place, "Exceptions must be an array, not " + JsonTree.name(value));
            return;
        }
        if (list.isEmpty()) {
            findings.add(Form.JSON_EMPTY, place, "Exceptions is empty; without an exception it is left out");
        }
        for (int at = 0; at < list.size(); at++) {
            String here = place + "/" + at;
            if (!(list.get(at) instanceof Map<?, ?> exception)) {
                findings.add(
                        Form.JSON_TYPE, here, "an exception must be an object, not " + JsonTree.name(list.get(at)));
                continue;
            }
            Object code = exception.get("Code");
            long number = Counts.digits(String.valueOf(code));
            if (!(code instanceof JsonTree.Numeral) || number < 0) {
                findings.add(Form.JSON_TYPE, here + "/Code", "Code must be a whole number, not " + JsonTree.name(code));
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
