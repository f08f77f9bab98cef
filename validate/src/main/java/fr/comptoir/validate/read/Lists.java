package fr.comptoir.validate.read;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Author;
import fr.comptoir.validate.event.TypedValue;
import fr.comptoir.validate.finding.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart the lists that the tabular form writes into one cell (CoP 5.1, section 3.2.1). */
final class Lists {
    private static final Pattern AUTHOR = Pattern.compile("(.+?)((?: \\([^():]+:[^()]+\\))+)");
    private static final Pattern AUTHOR_ID = Pattern.compile(" \\(([^():]+):([^()]+)\\)");

    private final Findings findings;

    Lists(Findings findings) {
        this.findings = findings;
    }

    /** Values joined with semicolon and space. */
    List<String> semicolons(String name, String text, Supplier<String> place) {
        List<String> values = new ArrayList<>();
        if (text.isEmpty()) {
            return values;
        }
        boolean wrong = false;
        String[] parts = text.split(";", -1);
        for (int at = 0; at < parts.length; at++) {
            String value = parts[at].strip();
            wrong |= value.isEmpty() || !parts[at].equals(at == 0 ? value : " " + value);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        if (wrong) {
            findings.add(
                    Form.LIST_FORM,
                    place,
                    () -> Sentence.of(
                            "list-form.semicolon",
                            "{0} is \"{1}\"; several values are joined with one semicolon and one space",
                            name,
                            text));
        }
        return values;
    }

    /** Values joined with {@code |}. */
    List<String> pipes(String name, String text, Supplier<String> place) {
        List<String> values = new ArrayList<>();
        boolean wrong = false;
        for (String part : text.split("\\|", -1)) {
            String value = part.strip();
            wrong |= value.isEmpty() || !value.equals(part);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        if (wrong) {
            findings.add(
                    Form.LIST_FORM,
                    place,
                    () -> Sentence.of(
                            "list-form.bar",
                            "{0} is \"{1}\"; several values are joined with | and nothing else",
                            name,
                            text));
        }
        return values;
    }

    /** Pairs {@code Name=value} joined with semicolon and space. A value may hold a semicolon, as names of databases do. */
    Map<String, String> pairs(String name, String text, Set<String> names, Supplier<String> place) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String last = "";
        for (String pair : semicolons(name, text, place)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? "" : pair.substring(0, equals).strip();
            String value = pair.substring(equals + 1).strip();
            if (key.isEmpty() && !last.isEmpty()) {
                pairs.merge(last, pair, (first, more) -> first + "; " + more);
            } else if (key.isEmpty() || value.isEmpty()) {
                findings.add(
                        Form.PAIR_FORM,
                        place,
                        () -> Sentence.of("name-value-form", "{0} has \"{1}\"; the form is Name=value", name, pair));
            } else {
                last = spelt(name, key, names, place);
                String before = pairs.put(last, value);
                if (before != null) {
                    String repeated = last;
                    pairs.put(last, before + "|" + value);
                    findings.add(
                            Form.LIST_FORM,
                            place,
                            () -> Sentence.of(
                                    "list-form.twice",
                                    "{0} has {1} twice; several values are joined with |",
                                    name,
                                    repeated));
                }
            }
        }
        return pairs;
    }

    private String spelt(String list, String key, Set<String> names, Supplier<String> place) {
        if (names.contains(key)) {
            return key;
        }
        String meant = Spelling.find(key, names);
        if (meant == null) {
            return key;
        }
        findings.add(
                Form.HEADER_SPELLING,
                place,
                () -> Sentence.of("header-spelling.value", "{0} has {1}; it is spelt {2}", list, key, meant));
        return meant;
    }

    /** {@code ISNI:0000000121032683; demo:p1}. A namespace that is none of {@code types} is a platform's. */
    List<TypedValue> typed(String name, String text, Set<String> types, Supplier<String> place) {
        List<TypedValue> ids = new ArrayList<>();
        for (String id : semicolons(name, text, place)) {
            int colon = id.indexOf(':');
            if (colon <= 0 || colon == id.length() - 1) {
                findings.add(
                        Form.ORGANISATION_ID,
                        place,
                        () -> Sentence.of(
                                "organisation-id-form", "{0} has \"{1}\"; the form is {namespace}:{value}", name, id));
                continue;
            }
            String type = id.substring(0, colon).strip();
            String meant = types.contains(type) ? type : Spelling.find(type, types);
            if (meant == null) {
                ids.add(new TypedValue("Proprietary", id));
            } else {
                if (!meant.equals(type)) {
                    findings.add(
                            Form.HEADER_SPELLING,
                            place,
                            () -> Sentence.of(
                                    "header-spelling.value", "{0} has {1}; it is spelt {2}", name, type, meant));
                }
                ids.add(new TypedValue(meant, id.substring(colon + 1).strip()));
            }
        }
        return ids;
    }

    /** {@code Ada Sample (ORCID:0000-0001-2345-6789); ...}. */
    List<Author> authors(String name, String text, Supplier<String> place) {
        List<Author> authors = new ArrayList<>();
        for (String author : semicolons(name, text, place)) {
            Matcher parts = AUTHOR.matcher(author);
            if (!parts.matches()) {
                authors.add(new Author(author, List.of()));
                continue;
            }
            List<TypedValue> ids = new ArrayList<>();
            Matcher id = AUTHOR_ID.matcher(parts.group(2));
            while (id.find()) {
                ids.add(new TypedValue(id.group(1), id.group(2)));
            }
            authors.add(new Author(parts.group(1), ids));
        }
        return authors;
    }
}
