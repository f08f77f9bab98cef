package fr.comptoir.acceptance;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.registry.Members;
import fr.comptoir.report.Availability;
import fr.comptoir.report.Column;
import fr.comptoir.report.ParsedRequest;
import fr.comptoir.report.Report;
import fr.comptoir.report.ReportContext;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.ReportFormat;
import fr.comptoir.report.ReportInstitution;
import fr.comptoir.report.ReportRequest;
import fr.comptoir.report.ReportRequestParser;
import fr.comptoir.report.RequestProblem;
import fr.comptoir.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reports of a counted site, made without its command line: in every form from one question to the facts. */
final class SiteReports {
    /** The two months of the example sites are over then, the present one is not. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    private final Site site;
    private final List<Institution> institutions;
    private final Availability availability;
    private final FactSource facts;

    SiteReports(Path folder) throws IOException, InputException {
        site = Site.open(folder, CLOCK);
        institutions = site.institutions();
        Store store = Store.openForReading(site.data());
        availability = Availability.of(
                store.state().months().keySet(),
                CLOCK,
                site.config().platform(),
                site.config().months());
        facts = new RecordedFacts(store.factSource());
    }

    /** The site as pages see it. */
    ReportingSite now() throws IOException, InputException {
        return ReportingSite.read(site);
    }

    /** The parameters by which a master report shows a customer all that it can; none for a standard view. */
    static Map<String, String> everything(ReportDeclaration report, String customer) {
        if (!report.isMaster()) {
            return Map.of();
        }
        String attributes = attributes(report, customer);
        return report.id().equals("IR")
                ? Map.of("attributes_to_show", attributes, "include_parent_details", "True")
                : Map.of("attributes_to_show", attributes);
    }

    /** The attributes that can be shown to a customer, joined with {@code |}; blank in a standard view. */
    static String attributes(ReportDeclaration report, String customer) {
        return report.attributesToShow().stream()
                .map(Column::code)
                .filter(code -> !customer.equals(Institution.THE_WORLD)
                        || !(code.equals("Institution_Name") || code.equals("Customer_ID")))
                .collect(Collectors.joining("|"));
    }

    /** A report over all months of the example sites unless the parameters say others; what is wrong with them becomes exceptions, as in the API. */
    Report report(String id, Release release, String customer, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "customer_id",
                customer,
                "begin_date",
                ExampleSites.MONTH.toString(),
                "end_date",
                availability.last().orElseThrow().toString()));
        all.putAll(parameters);
        ParsedRequest parsed = new ReportRequestParser(site.config().platform().id(), YearMonth.now(CLOCK))
                .parse(release.code(), id, all);
        ReportRequest request = parsed.request().orElseThrow(() -> new AssertionError(parsed.problems()));
        return Report.of(
                request,
                context(request),
                availability,
                parsed.problems().stream().map(RequestProblem::toException).toList());
    }

    void write(Report report, ReportFormat format, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            report.write(facts, format, out);
        }
    }

    private ReportContext context(ReportRequest request) {
        String platform = site.config().platform().id();
        ReportInstitution institution = institutions.stream()
                .filter(one -> one.customerId().equals(request.customer()))
                .findFirst()
                .map(one -> ReportInstitution.of(one, platform))
                .orElseGet(() -> ReportInstitution.theWorld(platform));
        SortedMap<String, String> members = new TreeMap<>();
        Members.of(
                        request.customer(),
                        institutions,
                        request.begin().atDay(1),
                        request.end().atEndOfMonth())
                .forEach(member -> members.put(member.customerId(), member.name()));
        return ReportContext.of(site.config().platform(), site.config().provider(), institution, members, CLOCK);
    }
}
