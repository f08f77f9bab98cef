package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.report.Availability;
import fr.comptoir.report.ParsedRequest;
import fr.comptoir.report.Report;
import fr.comptoir.report.ReportContext;
import fr.comptoir.report.ReportFormat;
import fr.comptoir.report.ReportInstitution;
import fr.comptoir.report.ReportRequest;
import fr.comptoir.report.ReportRequestParser;
import fr.comptoir.store.Store;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.state.MonthState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One COUNTER report of a site: asked for, checked, and written once or more. */
public final class MakeReport {
    private static final int BUFFER = 1 << 16;

    private final Site site;
    private final Store store;
    private final Report report;
    private final ReportFormat format;

    private MakeReport(Site site, Store store, Report report, ReportFormat format) {
        this.site = site;
        this.store = store;
        this.report = report;
        this.format = format;
    }

    /**
     * Checks a request.
     *
     * @param parameters named as in the COUNTER API ({@code begin_date}) or as options ({@code --begin}), the months among them
     * @throws InputException with every problem of the request
     */
    public static MakeReport prepare(
            Site site, String reportId, String customer, String release, String format, Map<String, String> parameters)
            throws InputException, IOException {
        List<Problem> problems = new ArrayList<>();
        Optional<ReportFormat> known = ReportFormat.of(format);
        if (known.isEmpty()) {
            problems.add(problem(
                    "--format",
                    "there is no format \"" + format + "\"; the formats are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(ReportFormat.values())
                                            .map(ReportFormat::extension)
                                            .toList())));
        }
        Store store = Store.openForReading(site.data());
        Optional<ReportInstitution> institution = institution(site, store, customer);
        if (institution.isEmpty()) {
            problems.add(problem(
                    "--customer",
                    "there is no customer \"" + customer + "\" in the site's institutions; " + Institution.THE_WORLD
                            + " is the world"));
        }
        YearMonth current =
                YearMonth.now(site.clock().withZone(site.config().platform().timeZone()));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("--customer", customer);
        all.putAll(parameters);
        ParsedRequest parsed =
                new ReportRequestParser(site.config().platform().id(), current).parse(release, reportId, all);
        parsed.problems().forEach(problem -> problems.add(problem("", problem.message())));
        Optional<ReportRequest> request = parsed.request();
        if (!problems.isEmpty() || request.isEmpty() || known.isEmpty() || institution.isEmpty()) {
            throw new InputException(problems);
        }
        Report report = Report.of(request.get(), context(site, institution.get()), availability(site, store));
        return new MakeReport(site, store, report, known.get());
    }

    private static ReportContext context(Site site, ReportInstitution institution) {
        return ReportContext.of(site.config().platform(), site.config().provider(), institution, site.clock());
    }

    private static Availability availability(Site site, Store store) {
        List<YearMonth> counted = store.state().months().values().stream()
                .filter(month -> month.counted().isPresent())
                .map(MonthState::month)
                .toList();
        return Availability.of(counted, site.clock(), site.config().platform().timeZone());
    }

    private static Optional<ReportInstitution> institution(Site site, Store store, String customer)
            throws InputException, IOException {
        String platform = site.config().platform().id();
        if (customer.equals(Institution.THE_WORLD)) {
            return Optional.of(ReportInstitution.theWorld(platform));
        }
        return Registry.institutions(store).stream()
                .filter(institution -> institution.customerId().equals(customer))
                .findFirst()
                .map(institution -> ReportInstitution.of(institution, platform));
    }

    private static Problem problem(String field, String message) {
        return Problem.error("report", 0, field, message);
    }

    /** Writes the report to a stream, which is flushed and left open. */
    public void write(OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        report.write(store.factSource(), format, buffered);
        buffered.flush();
    }

    /** Writes the report to a file, whole or not at all. */
    public void write(Path file) throws IOException, InputException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException(problem("--output", "the folder of " + file + " is not there"));
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Disk disk = new Disk();
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                write(out);
            }
            disk.sync(part);
            disk.rename(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** {@code platform_customer_REPORT_release_begin_end.ext}: a name that tells what is in the file. */
    public String fileName() {
        ReportRequest request = report.request();
        return String.join(
                                "_",
                                site.config().platform().id(),
                                request.customer(),
                                request.report().id(),
                                "r" + request.report().release().code().replace(".", ""),
                                request.begin().toString(),
                                request.end().toString())
                        .replaceAll("[^A-Za-z0-9_.-]", "-")
                + "." + format.extension();
    }
}
