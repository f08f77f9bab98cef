package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.registry.Members;
import fr.comptoir.report.Availability;
import fr.comptoir.report.FormatLimitException;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One COUNTER report of a site: asked for, checked, and written once or more. */
public final class MakeReport {
    private static final int BUFFER = 1 << 16;

    private final Site site;
    private final Store store;
    private final Report report;
    private final ReportFormat format;
    private final boolean indented;

    private MakeReport(Site site, Store store, Report report, ReportFormat format, boolean indented) {
        this.site = site;
        this.store = store;
        this.report = report;
        this.format = format;
        this.indented = indented;
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
        List<Institution> institutions = Registry.institutions(store);
        Optional<ReportInstitution> institution = institution(site, institutions, customer);
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
        ReportContext context = ReportContext.of(
                site.config().platform(),
                site.config().provider(),
                institution.get(),
                members(request.get(), institutions),
                site.clock());
        Report report = Report.of(request.get(), context, availability(site, store));
        return new MakeReport(site, store, report, known.get(), false);
    }

    /** The same report, its JSON written for people to read; the other forms are what they are. */
    public MakeReport indented() {
        return new MakeReport(site, store, report, format, true);
    }

    /** Whether what is written is no text. */
    public boolean isBinary() {
        return format.isBinary();
    }

    private static SortedMap<String, String> members(ReportRequest request, List<Institution> institutions) {
        SortedMap<String, String> names = new TreeMap<>();
        Members.of(
                        request.customer(),
                        institutions,
                        request.begin().atDay(1),
                        request.end().atEndOfMonth())
                .forEach(member ->
                        names.put(member.customerId(), member.name().isBlank() ? member.customerId() : member.name()));
        return names;
    }

    private static Availability availability(Site site, Store store) {
        List<YearMonth> counted = store.state().months().values().stream()
                .filter(month -> month.counted().isPresent())
                .map(MonthState::month)
                .toList();
        return Availability.of(counted, site.clock(), site.config().platform());
    }

    private static Optional<ReportInstitution> institution(Site site, List<Institution> institutions, String customer) {
        String platform = site.config().platform().id();
        if (customer.equals(Institution.THE_WORLD)) {
            return Optional.of(ReportInstitution.theWorld(platform));
        }
        return institutions.stream()
                .filter(institution -> institution.customerId().equals(customer))
                .findFirst()
                .map(institution -> ReportInstitution.of(institution, platform));
    }

    private static Problem problem(String field, String message) {
        return Problem.error("report", 0, field, message);
    }

    /**
     * Writes the report to a stream, which is flushed and left open.
     *
     * @throws InputException when the format cannot hold the report; what was written is of no use
     */
    public void write(OutputStream out) throws IOException, InputException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        try {
            report.write(store.factSource(), format, indented, buffered);
        } catch (FormatLimitException e) {
            throw new InputException(problem("--format", Objects.requireNonNullElse(e.getMessage(), "")));
        }
        buffered.flush();
    }

    /**
     * Writes the report to a file, whole or not at all.
     *
     * @param target a file, or a folder in which the file gets its {@link #fileName}
     * @return the file
     */
    public Path write(Path target) throws IOException, InputException {
        Path file = Files.isDirectory(target) ? target.resolve(fileName()) : target;
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
            return file;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * {@code platform_customer_REPORT_release_begin_end.ext}: a name that tells what is in the file. What is no letter or digit of ASCII,
     * dot, hyphen or underscore is written as in addresses, {@code %2F}, so that no two customers share a name.
     */
    public String fileName() {
        ReportRequest request = report.request();
        String name = String.join(
                "_",
                site.config().platform().id(),
                request.customer(),
                request.report().id(),
                "r" + request.report().release().code().replace(".", ""),
                request.begin().toString(),
                request.end().toString());
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A") + "." + format.extension();
    }
}
