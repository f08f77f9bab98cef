package fr.comptoir.registry;

import fr.comptoir.model.catalogue.IndexName;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.net.IpRange;
import fr.comptoir.model.site.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * {@code institutions.csv}. Errors: no {@code customer_id} column or value, an id that stands twice, is the world's or cannot stand in a
 * set ({@code |}, control characters), a blank name, a range or day that cannot be read, a consortium that is not known, a circle of
 * memberships. Warnings: wrong check digits, private addresses, ranges larger than a /8 (IPv6: a /19), ranges and organisation values that
 * several customers have.
 */
public final class InstitutionsFile {
    private static final List<String> COLUMNS = List.of(
            "customer_id",
            "name",
            "requestor_id",
            "isni",
            "isil",
            "ror",
            "oclc",
            "ip_ranges",
            "organisations",
            "member_of",
            "index_name");
    private static final Pattern NOT_IN_AN_ID = Pattern.compile("[|;\\p{Cntrl}]");
    private static final Pattern ISIL = Pattern.compile("([A-Z]{2}|[a-zA-Z0-9]|[a-zA-Z0-9]{3,4})-.{1,11}");
    private static final Pattern OCLC = Pattern.compile("[0-9]+");
    private static final Pattern RANGES = Pattern.compile("[;,\\r\\n]+");
    private static final Pattern LIST = Pattern.compile("[;\\r\\n]+");
    private static final Pattern COMMENT = Pattern.compile("#[^;\\r\\n]*");

    /**
     * What came of reading.
     *
     * @param institutions the rows without an error, in the order of the file
     * @param problems in the order of the file; at most a thousand of each severity, and then how many more
     */
    public record Result(List<Institution> institutions, List<Problem> problems) {
        public boolean hasErrors() {
            return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        }
    }

    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Institution> institutions = new ArrayList<>();

    private InstitutionsFile(Problems problems) {
        this.problems = problems;
    }

    /** Reads a file that is the whole truth. */
    public static Result read(Path file) throws IOException {
        return read(file, List.of());
    }

    /**
     * Reads a file that adds to what is known or updates it.
     *
     * @param known the institutions that there are; those of the file take the place of the ones with their customer_id
     */
    public static Result read(Path file, Collection<Institution> known) throws IOException {
        Problems problems = new Problems(file.toString());
        if (!Files.isRegularFile(file)) {
            problems.error(0, "", "is not there");
            return new Result(List.of(), problems.all());
        }
        InstitutionsFile reading = new InstitutionsFile(problems);
        CsvTable.read(file, problems, COLUMNS, 1, String::strip, reading::readRow);
        List<Institution> before = known.stream()
                .map(institution -> institution.line() == 0 ? institution : withoutLine(institution))
                .toList();
        new InstitutionLinks(problems, merge(before, reading.institutions), true).check();
        return new Result(List.copyOf(reading.institutions), problems.all());
    }

    /**
     * What institutions that were read before say wrongly of one another.
     *
     * @param source their name in problems
     */
    public static List<Problem> check(String source, Collection<Institution> institutions) {
        Problems problems = new Problems(source);
        new InstitutionLinks(problems, List.copyOf(institutions), false).check();
        return problems.all();
    }

    /** All of both by ascending customer_id; where both have one, the later is taken. */
    public static List<Institution> merge(Collection<Institution> earlier, Collection<Institution> later) {
        Map<String, Institution> merged = new TreeMap<>();
        earlier.forEach(institution -> merged.put(institution.customerId(), institution));
        later.forEach(institution -> merged.put(institution.customerId(), institution));
        return List.copyOf(merged.values());
    }

    private static Institution withoutLine(Institution i) {
        return new Institution(
                0,
                i.customerId(),
                i.name(),
                i.requestorId(),
                i.isni(),
                i.isil(),
                i.ror(),
                i.oclc(),
                i.ipRanges(),
                i.organisations(),
                i.memberOf(),
                i.indexName());
    }

    private void readRow(int line, String[] values) {
        String id = values[0];
        checkId(line, id);
        if (CsvTable.clean(values[1]).isEmpty()) {
            problems.error(line, "name", "is blank");
        }
        Institution institution = new Institution(
                line,
                id,
                CsvTable.clean(values[1]),
                CsvTable.clean(values[2]),
                checked(line, "isni", values[3], Identifiers::isni),
                matching(line, "isil", values[4], ISIL, "'AA-name' of an ISIL"),
                checked(line, "ror", values[5], Identifiers::ror),
                matching(line, "oclc", values[6], OCLC, "a number of the OCLC registry"),
                ranges(line, values[7]),
                dated(line, "organisations", values[8]),
                dated(line, "member_of", values[9]),
                indexName(line, values[10]));
        if (!id.isEmpty() && !lines.containsKey(id)) {
            lines.put(id, line);
            institutions.add(institution);
        }
    }

    private void checkId(int line, String id) {
        if (id.isEmpty()) {
            problems.error(line, "customer_id", "is blank");
        } else if (id.equals(Institution.THE_WORLD)) {
            problems.error(line, "customer_id", "'" + id + "' is reserved: it stands for the whole world");
        } else if (NOT_IN_AN_ID.matcher(id).find()) {
            problems.error(
                    line, "customer_id", "'" + CsvTable.clean(id) + "' must have no '|', ';' or control character");
        } else if (lines.containsKey(id)) {
            problems.error(line, "customer_id", "'" + id + "' stands already in line " + lines.get(id));
        }
    }

    private String checked(int line, String field, String text, Function<String, Identifiers.Checked> check) {
        Identifiers.Checked result = check.apply(text);
        result.wrong().ifPresent(why -> problems.warning(line, field, why));
        return result.value();
    }

    private String matching(int line, String field, String text, Pattern pattern, String form) {
        if (text.isEmpty() || pattern.matcher(text).matches()) {
            return text;
        }
        problems.warning(line, field, "'" + CsvTable.clean(text) + "' has not the form " + form + " and is left out");
        return "";
    }

    private String indexName(int line, String text) {
        if (text.isEmpty() || IndexName.isGood(text)) {
            return text;
        }
        problems.error(
                line,
                "index_name",
                "'" + CsvTable.clean(text)
                        + "' is no name of an index: small letters, digits, '.', '_' and '-', a letter or"
                        + " digit first, '-r51' not last, at most " + IndexName.LENGTH_MAX + " characters");
        return "";
    }

    private List<String> ranges(int line, String text) {
        List<String> ranges = new ArrayList<>();
        for (String piece : RANGES.split(COMMENT.matcher(text).replaceAll(""), -1)) {
            if (!piece.isBlank()) {
                try {
                    Dated dated = Dated.parse(piece.strip());
                    for (IpRange range : IpRange.parse(dated.value())) {
                        warnOfRange(line, range);
                        ranges.add(dated.with(range.toString()).toString());
                    }
                } catch (IllegalArgumentException e) {
                    problems.error(line, "ip_ranges", String.valueOf(e.getMessage()));
                }
            }
        }
        return ranges;
    }

    private void warnOfRange(int line, IpRange range) {
        boolean ipv4 = range.isIpv4();
        if (range.size().bitLength() > (ipv4 ? 25 : 110)
                || (range.size().bitLength() == (ipv4 ? 25 : 110)
                        && range.size().bitCount() > 1)) {
            problems.warning(line, "ip_ranges", range + " is larger than a /" + (ipv4 ? 8 : 19) + "; is that meant?");
        } else if (range.isPrivate()) {
            problems.warning(
                    line, "ip_ranges", range + " has private addresses, which no client on the open internet has");
        }
    }

    private List<String> dated(int line, String field, String text) {
        List<String> values = new ArrayList<>();
        for (String piece : LIST.split(text, -1)) {
            if (!piece.isBlank()) {
                try {
                    Dated dated = Dated.parse(CsvTable.clean(piece));
                    if (dated.value().isEmpty()) {
                        problems.error(line, field, "'" + piece.strip() + "' has days and no value");
                    }
                    values.add(dated.toString());
                } catch (IllegalArgumentException e) {
                    problems.error(line, field, String.valueOf(e.getMessage()));
                }
            }
        }
        return values;
    }
}
