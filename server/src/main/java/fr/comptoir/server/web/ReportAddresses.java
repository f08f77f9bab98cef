package fr.comptoir.server.web;

import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The address of each report of a customer, ready to be copied: of the last complete month. */
final class ReportAddresses {
    private ReportAddresses() {}

    /**
     * The addresses of one release.
     *
     * @param code {@code 5} or {@code 5.1}
     * @param base what harvesters that take an address for one release want
     */
    record OfRelease(String code, String base, List<Address> reports) {}

    /** One report and where it is. */
    record Address(String id, String name, String url) {}

    /**
     * Both releases, 5.1 first.
     *
     * @param base of the service
     * @param key a key, or the words that stand in its place
     */
    static List<OfRelease> of(String base, String customerId, String key, LocalDate today) {
        YearMonth month = YearMonth.from(today).minusMonths(1);
        String query = "?customer_id=" + encoded(customerId) + "&api_key=" + encoded(key) + "&begin_date=" + month
                + "&end_date=" + month;
        return Stream.of(Release.R5_1, Release.R5)
                .map(release -> new OfRelease(
                        release.code(),
                        base + root(release),
                        Reports.of(release).stream()
                                .map(report -> address(base + root(release), report, query))
                                .toList()))
                .toList();
    }

    /** All of them as one table. */
    static Panel panel(List<OfRelease> releases) {
        record Row(OfRelease release, Address report) {}
        return ListTable.<Row>of("addresses")
                .column("Release", Kind.CODE, row -> row.release().code())
                .column("Report_ID", Kind.CODE, row -> row.report().id())
                .column("Report_Name", Kind.TEXT, row -> row.report().name())
                .column("Address", Kind.TEXT, row -> row.report().url())
                .panel(releases.stream()
                        .flatMap(release -> release.reports().stream().map(report -> new Row(release, report)))
                        .toList());
    }

    private static String root(Release release) {
        return release == Release.R5_1 ? "/r51" : "";
    }

    private static Address address(String base, ReportDeclaration report, String query) {
        return new Address(
                report.id(), report.name(), base + "/reports/" + report.id().toLowerCase(Locale.ROOT) + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
