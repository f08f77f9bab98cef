package fr.comptoir.registry;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.model.text.SentenceException;
import fr.comptoir.registry.Identifiers.Checked;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks one row of the catalogue by itself and puts its values in canonical form. Not thread-safe. */
final class CatalogueRowReader {
    static final List<String> DATA_TYPES = Arrays.stream(DataType.values())
            .filter(type -> type.inR51() && type != DataType.PLATFORM)
            .map(DataType::code)
            .toList();
    static final List<String> OA_STATUSES = List.of("gold", "hybrid", "diamond", "green", "bronze", "closed");
    static final List<String> ARTICLE_VERSIONS = List.of("AO", "SMUR", "AM", "P", "VoR", "CVoR", "EVoR");

    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
    private static final Pattern ORGANISATION = Pattern.compile("(?i)(ISNI|ROR)\\s*:\\s*(.*)");
    private static final Pattern AUTHOR = Pattern.compile("(.*)\\(\\s*(?i:(ORCID|ISNI))\\s*:\\s*([^)]*)\\)\\s*");
    private static final int CACHE_MAX = 10_000;

    private final Problems problems;
    private final Map<String, String> accessTypes = new HashMap<>();
    private final Map<String, String> accessTypesR5 = new HashMap<>();
    private final Map<String, String> dataTypes = new HashMap<>();
    private boolean wrong;

    CatalogueRowReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a row.
     *
     * @param values in the order of {@link CatalogueRow#COLUMNS}
     * @return absent when the row has an error
     */
    Optional<CatalogueRow> read(int line, String[] values) {
        wrong = false;
        if (values[0].isEmpty()) {
            error(line, "item_id", Sentence.of("value.blank", "is blank"));
        }
        CatalogueRow row = new CatalogueRow(
                line,
                values[0],
                values[1],
                dataType(line, values[2]),
                values[3],
                values[4],
                publisherIds(line, values[5]),
                values[6].isEmpty() ? "" : authors(line, values[6]),
                date(line, values[7]),
                oneOf(line, "article_version", values[8], ARTICLE_VERSIONS),
                yop(line, values[9]),
                accessType(line, "access_type", values[10], Release.R5_1, accessTypes),
                accessType(line, "access_type_r5", values[11], Release.R5, accessTypesR5),
                oneOf(line, "oa_status", values[12], OA_STATUSES),
                checked(line, "doi", values[13], Identifiers::doi),
                checked(line, "isbn", values[14], Identifiers::isbn),
                checked(line, "print_issn", values[15], Identifiers::issn),
                checked(line, "online_issn", values[16], Identifiers::issn),
                checked(line, "issn_l", values[17], Identifiers::issn),
                uri(line, values[18]),
                values[19].isEmpty() ? "" : list(values[19], UnaryOperator.identity()),
                values[20]);
        return wrong ? Optional.empty() : Optional.of(row);
    }

    private void error(int line, String field, Sentence sentence) {
        wrong = true;
        problems.error(line, field, sentence);
    }

    private String dataType(int line, String text) {
        String known = dataTypes.get(text);
        if (known != null) {
            return known;
        }
        Optional<DataType> type = DataType.of(text).filter(found -> DATA_TYPES.contains(found.code()));
        if (type.isEmpty()) {
            String types = String.join(", ", DATA_TYPES);
            error(
                    line,
                    "data_type",
                    text.isEmpty()
                            ? Sentence.of("value.blank-of", "is blank; one of {0} was expected", types)
                            : Sentence.of("value.unknown", "'{0}' is unknown; one of {1} was expected", text, types));
            return "";
        }
        dataTypes.put(text, type.get().code());
        return type.get().code();
    }

    private String accessType(int line, String field, String text, Release release, Map<String, String> cache) {
        String known = cache.get(text);
        if (known != null) {
            return known;
        }
        try {
            String canonical = AccessHistory.parse(text, release).toString();
            if (cache.size() < CACHE_MAX) {
                cache.put(text, canonical);
            }
            return canonical;
        } catch (SentenceException e) {
            error(line, field, e.sentence());
            return "";
        }
    }

    private String oneOf(int line, String field, String text, List<String> allowed) {
        if (text.isEmpty()) {
            return "";
        }
        for (String each : allowed) {
            if (each.equalsIgnoreCase(text)) {
                return each;
            }
        }
        error(line, field, Sentence.of("value.of", "'{0}' is not one of {1}", text, String.join(", ", allowed)));
        return "";
    }

    private String date(int line, String text) {
        if (text.isEmpty() || isOrdinaryDay(text)) {
            return text;
        }
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            error(line, "publication_date", Sentence.of("value.day", "'{0}' is no day written yyyy-mm-dd", text));
            return "";
        }
    }

    /** Whether it is plainly a day before the 29th, as nearly all are: the parser is slow. */
    private static boolean isOrdinaryDay(String text) {
        return text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && isDigits(text, 0, 4)
                && isDigits(text, 5, 7)
                && isDigits(text, 8, 10)
                && isBetween(text, 5, 1, 12)
                && isBetween(text, 8, 1, 28);
    }

    private static boolean isBetween(String text, int at, int from, int to) {
        int value = (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
        return value >= from && value <= to;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private String yop(int line, String text) {
        if (!text.isEmpty() && (text.length() != 4 || !isDigits(text, 0, 4) || text.equals("0000"))) {
            error(
                    line,
                    "yop",
                    Sentence.of("value.year", "'{0}' is no year of four digits (0001: unknown, 9999: in press)", text));
        }
        return text;
    }

    private String checked(int line, String field, String text, java.util.function.Function<String, Checked> check) {
        if (text.isEmpty()) {
            return "";
        }
        Checked result = check.apply(text);
        result.wrong().ifPresent(why -> problems.warning(line, field, why));
        return result.value();
    }

    private String uri(int line, String text) {
        if (!text.isEmpty()
                && !(text.startsWith("https://") && text.indexOf(' ') < 0)
                && !URI.matcher(text).matches()) {
            problems.warning(line, "uri", Sentence.of("value.uri", "'{0}' is no URI and is left out", text));
            return "";
        }
        return text;
    }

    private String publisherIds(int line, String text) {
        return list(text, one -> publisherId(line, one));
    }

    private String publisherId(int line, String text) {
        Matcher matcher = ORGANISATION.matcher(text);
        if (text.indexOf(':') < 0 || !matcher.matches()) {
            return text;
        }
        String kind = matcher.group(1).toUpperCase(Locale.ROOT);
        String id = checked(
                line, "publisher_id", matcher.group(2), kind.equals("ROR") ? Identifiers::ror : Identifiers::isni);
        return id.isEmpty() ? "" : kind + ":" + id;
    }

    private String authors(int line, String text) {
        if (text.indexOf('(') < 0 && text.indexOf(';') < 0) {
            return text;
        }
        return list(text, author -> {
            Matcher matcher = AUTHOR.matcher(author);
            if (!matcher.matches()) {
                return author;
            }
            String kind = matcher.group(2).toUpperCase(Locale.ROOT);
            String id = checked(
                    line,
                    "authors",
                    matcher.group(3).strip(),
                    kind.equals("ORCID") ? Identifiers::orcid : Identifiers::isni);
            String name = matcher.group(1).strip();
            return id.isEmpty() ? name : name + " (" + kind + ":" + id + ")";
        });
    }

    private static String list(String text, UnaryOperator<String> each) {
        if (text.indexOf(';') < 0) {
            return each.apply(text);
        }
        return String.join(
                "; ",
                Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(each)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
