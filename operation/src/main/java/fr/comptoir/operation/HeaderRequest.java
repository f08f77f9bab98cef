package fr.comptoir.operation;

import fr.comptoir.operation.Provenance.Form;
import fr.comptoir.operation.Provenance.Request;
import fr.comptoir.operation.compare.Header;
import fr.comptoir.operation.compare.ReportKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request of a report as its own header tells it, for a file without a side file.
 *
 * @param created the Created of the header
 */
record HeaderRequest(Request request, Form form, Instant created) {
    /** Exceptions name the months asked for where they are not those of the Reporting_Period. */
    private static final Pattern ASKED = Pattern.compile("Request was for ([0-9]{4}-[0-9]{2}) to ([0-9]{4}-[0-9]{2})");

    /** The exceptions of the releases for components, which are not counted. */
    private static final String COMPONENTS_NOT_SUPPORTED = "3063";

    private static final String COMPONENTS_IGNORED = "include_component_details=True";
    private static final String PROPRIETARY = "Proprietary=";
    private static final int MONTH = "yyyy-mm".length();

    /**
     * Reads the request.
     *
     * @return absent when the file has no header, or not one of this platform
     */
    static Optional<HeaderRequest> of(Path file, ReportKind kind, String platformId) throws IOException {
        Optional<Header> header = Header.of(file, kind);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> customer = customer(header.get(), platformId);
        if (customer.isEmpty()) {
            return Optional.empty();
        }
        try {
            Form form = new Form(kind.name().toLowerCase(Locale.ROOT), "", isIndented(file, kind), "");
            Request request = request(header.get(), customer.get());
            return Optional.of(
                    new HeaderRequest(request, form, Instant.parse(header.get().text("Created"))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The proprietary id, whose namespace is the platform; JSON says beside it that it is one. */
    private static Optional<String> customer(Header header, String platformId) {
        String namespace = platformId + ":";
        return Arrays.stream(header.text("Institution_ID").split("; ", -1))
                .map(id -> id.startsWith(PROPRIETARY) ? id.substring(PROPRIETARY.length()) : id)
                .filter(id -> id.startsWith(namespace))
                .map(id -> id.substring(namespace.length()))
                .findFirst();
    }

    private static boolean isIndented(Path file, ReportKind kind) throws IOException {
        if (kind != ReportKind.JSON) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(2);
            return begin.length == 2 && begin[1] == '\n';
        }
    }

    private static Request request(Header header, String customer) {
        Map<String, String> filters = header.pairs("Report_Filters");
        Map<String, String> dates = new HashMap<>(filters); // JSON has them among the filters
        dates.putAll(header.pairs("Reporting_Period"));
        YearMonth begin = month(dates.getOrDefault("Begin_Date", ""));
        YearMonth end = month(dates.getOrDefault("End_Date", ""));
        Matcher asked = ASKED.matcher(header.text("Exceptions"));
        if (asked.find()) {
            begin = YearMonth.parse(asked.group(1));
            end = YearMonth.parse(asked.group(2));
        }
        String report = header.text("Report_ID");
        return new Request(report, header.text("Release"), customer, begin, end, parameters(header, filters, report));
    }

    private static YearMonth month(String day) {
        return YearMonth.parse(day.substring(0, Math.min(MONTH, day.length())));
    }

    private static SortedMap<String, String> parameters(Header header, Map<String, String> filters, String report) {
        boolean master = report.indexOf('_') < 0;
        SortedMap<String, String> parameters = new TreeMap<>();
        filters.forEach((name, value) -> {
            if ((master || name.equals("Platform")) && !name.endsWith("_Date")) {
                parameters.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        String metrics = header.text("Metric_Types");
        if (master && !metrics.isEmpty()) {
            parameters.put("metric_type", metrics.replace("; ", "|"));
        }
        header.pairs("Report_Attributes")
                .forEach((name, value) -> parameters.put(name.toLowerCase(Locale.ROOT), value));
        String exceptions = header.text("Exceptions");
        if (exceptions.contains(COMPONENTS_NOT_SUPPORTED) || exceptions.contains(COMPONENTS_IGNORED)) {
            parameters.put("include_component_details", "True");
        }
        return parameters;
    }
}
