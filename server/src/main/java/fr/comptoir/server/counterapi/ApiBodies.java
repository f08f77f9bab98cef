package fr.comptoir.server.counterapi;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.ReportingSite.Corrected;
import fr.comptoir.report.Availability;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.ReportInstitution;
import fr.comptoir.report.Reports;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The answers of the API that are no reports, as maps to be written as JSON (CoP 5.1, section 8; the schemas of both releases). */
final class ApiBodies {
    private static final Duration ALERTED = Duration.ofDays(90);

    private ApiBodies() {}

    /** An exception that is all of an answer. */
    static Map<String, Object> exception(Release release, Refusal refusal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Code", refusal.code().number());
        if (release == Release.R5) {
            body.put("Severity", refusal.code().severity().code());
        }
        body.put("Message", refusal.code().message());
        if (!refusal.data().isEmpty()) {
            body.put("Data", refusal.data());
        }
        return body;
    }

    /** The status of the service; for three months it tells of corrections, so that programs harvest those months again. */
    static List<Map<String, Object>> status(Release release, ReportingSite now) {
        SiteConfig config = now.site().config();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Description", "COUNTER usage reports of " + config.platform().name());
        body.put("Service_Active", true);
        String record = config.provider().registryRecord();
        if (!record.isEmpty()) {
            body.put(release == Release.R5 ? "Registry_URL" : "Registry_Record", record);
        }
        List<Map<String, Object>> alerts = now
                .correctedSince(now.site().clock().instant().minus(ALERTED))
                .stream()
                .map(ApiBodies::alert)
                .toList();
        if (!alerts.isEmpty()) {
            body.put("Alerts", alerts);
        }
        return List.of(body);
    }

    private static Map<String, Object> alert(Corrected corrected) {
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("Date_Time", corrected.at().truncatedTo(ChronoUnit.SECONDS).toString());
        alert.put(
                "Alert",
                "The usage of " + corrected.month()
                        + " was corrected; please harvest the reports of this month again.");
        return alert;
    }

    /**
     * The reports of a release.
     *
     * @param search a word of the name; {@code ""} for all
     */
    static List<Map<String, Object>> reports(Release release, ReportingSite now, String search) {
        Availability availability = now.availability();
        String word = search.toLowerCase(Locale.ROOT);
        List<Map<String, Object>> list = new ArrayList<>();
        for (ReportDeclaration report : Reports.of(release)) {
            if (!report.name().toLowerCase(Locale.ROOT).contains(word)) {
                continue;
            }
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("Report_Name", report.name());
            one.put("Report_ID", report.id());
            one.put("Release", release.code());
            one.put("Report_Description", description(report));
            if (release == Release.R5_1) {
                // Of a platform that has counted nothing: the month before this one, of which reports say 3031.
                String none = availability.current().minusMonths(1).toString();
                one.put(
                        "First_Month_Available",
                        availability.first().map(Object::toString).orElse(none));
                one.put(
                        "Last_Month_Available",
                        availability.last().map(Object::toString).orElse(none));
            }
            list.add(one);
        }
        return list;
    }

    private static String description(ReportDeclaration report) {
        return report.isMaster()
                ? report.name() + ", with the filters and attributes of the Code of Practice"
                : "Standard view: " + report.name();
    }

    /** The members of the requestor's consortium today; a customer that is none has itself, the world too. */
    static List<Map<String, Object>> members(Release release, ReportingSite now, String customer) {
        List<Institution> members = now.members(customer, now.today());
        String platform = now.site().config().platform().id();
        Stream<ReportInstitution> listed = members.isEmpty()
                ? now.reportInstitution(customer).stream()
                : members.stream().map(member -> ReportInstitution.of(member, platform));
        return listed.map(member -> member(release, member)).toList();
    }

    private static Map<String, Object> member(Release release, ReportInstitution institution) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("Customer_ID", institution.customerId());
        one.put(release == Release.R5 ? "Name" : "Institution_Name", institution.name());
        Map<String, List<String>> ids = institution.identifiers();
        one.put("Institution_ID", release == Release.R5 ? typed(ids) : ids);
        return one;
    }

    private static List<Map<String, String>> typed(Map<String, List<String>> ids) {
        List<Map<String, String>> list = new ArrayList<>();
        ids.forEach((type, values) -> {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("Type", type);
            one.put("Value", String.join("|", values));
            list.add(one);
        });
        return list;
    }
}
