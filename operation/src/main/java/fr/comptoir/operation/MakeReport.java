package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.paper.Document.Note;
import fr.comptoir.paper.Language;
import fr.comptoir.paper.Pdf;
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
import fr.comptoir.report.ReportingPeriod;
import fr.comptoir.report.RequestParameters;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.MonthState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One COUNTER report of a site: asked for, checked, and written once or more. */
public final class MakeReport {
    private static final int BUFFER = 1 << 16;
    private static final String PDF = "pdf";

    private final Site site;
    private final Store store;
    private final Report report;
    /** Absent for a document for people. */
    private final Optional<ReportFormat> format;

    private final boolean indented;
    private final Language language;
    private final String program;
    private final Instant created;

    private MakeReport(
            Site site,
            Store store,
            Report report,
            Optional<ReportFormat> format,
            boolean indented,
            Language language,
            String program,
            Instant created) {
        this.site = site;
        this.store = store;
        this.report = report;
        this.format = format;
        this.indented = indented;
        this.language = language;
        this.program = program;
        this.created = created;
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
        if (known.isEmpty() && !format.equalsIgnoreCase(PDF)) {
            problems.add(problem(
                    "--format",
                    "there is no format \"" + format + "\"; the formats are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(ReportFormat.values())
                                            .map(ReportFormat::extension)
                                            .toList())
                            + ", " + PDF));
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
        if (!problems.isEmpty() || request.isEmpty() || institution.isEmpty()) {
            throw new InputException(problems);
        }
        ReportContext context = ReportContext.of(
                site.config().platform(),
                site.config().provider(),
                institution.get(),
                members(request.get(), institutions),
                site.clock());
        Report report = Report.of(request.get(), context, availability(site, store));
        return new MakeReport(site, store, report, known, false, Language.ENGLISH, "Comptoir", context.created());
    }

    /** The same report, its JSON written for people to read; the other forms are what they are. */
    public MakeReport indented() {
        return new MakeReport(site, store, report, format, true, language, program, created);
    }

    /**
     * The same report, its PDF in a language; the other forms are what they are.
     *
     * @param code {@code fr} or {@code en}
     * @param program name and version of the program, for the document
     */
    public MakeReport inLanguage(String code, String program) throws InputException {
        Language known = Language.of(code)
                .orElseThrow(() -> new InputException(problem("--language", "\"" + code + "\" is not fr or en")));
        return new MakeReport(site, store, report, format, indented, known, program, created);
    }

    /** Whether what is written is no text. */
    public boolean isBinary() {
        return format.map(ReportFormat::isBinary).orElse(true);
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
            if (format.isPresent()) {
                report.write(store.factSource(), format.get(), indented, buffered);
            } else {
                writePaper(buffered);
            }
        } catch (FormatLimitException e) {
            throw new InputException(problem("--format", Objects.requireNonNullElse(e.getMessage(), "")));
        }
        buffered.flush();
    }

    private void writePaper(OutputStream out) throws IOException, InputException {
        ReportPaper paper = new ReportPaper(language);
        report.rows(store.factSource(), paper);
        ReportingPeriod period = report.period();
        SortedSet<YearMonth> counted = counted();
        Optional<Note> origin = counted.isEmpty()
                ? Optional.empty()
                : Optional.of(OriginNote.of(
                        FigureOrigin.of(store, counted),
                        language,
                        site.config().platform().timeZone(),
                        program,
                        fingerprint()));
        Pdf.write(paper.document(Brands.of(site), period.begin(), period.end(), origin, created, program), out);
    }

    /** The months of the report that have figures. */
    private SortedSet<YearMonth> counted() {
        ReportingPeriod period = report.period();
        SortedSet<YearMonth> counted = new TreeSet<>(availability(site, store).counted());
        counted.removeIf(month -> month.isBefore(period.begin()) || month.isAfter(period.end()));
        return counted;
    }

    /** What the report is made from; reads the records of all runs. */
    public Provenance provenance() throws IOException {
        ReportRequest request = report.request();
        Provenance.Request asked = new Provenance.Request(
                request.report().id(),
                request.report().release().code(),
                request.customer(),
                request.begin(),
                request.end(),
                new TreeMap<>(
                        RequestParameters.of(request, site.config().platform().id())));
        boolean paper = format.isEmpty();
        Provenance.Form form = new Provenance.Form(
                format.map(ReportFormat::extension).orElse(PDF),
                paper ? language.code() : "",
                indented && format.equals(Optional.of(ReportFormat.JSON)),
                paper ? Brands.logoHash(site) : "");
        return ProvenanceSource.of(site, store).of(asked, form, created, program, counted());
    }

    /** {@link Provenance#fingerprint()}: the same in every format. */
    public String fingerprint() throws IOException {
        return provenance().fingerprint();
    }

    /**
     * Writes the report to a file, whole or not at all, and beside it {@code FILE.sha256} with its hash and its provenance.
     *
     * @param target a file, or a folder in which the file gets its {@link #fileName}
     * @return the file
     */
    public Path write(Path target) throws IOException, InputException {
        Path file = Files.isDirectory(target) ? target.resolve(fileName()) : target;
        WholeFile.write(file, this::write, this::provenance);
        return file;
    }

    /**
     * {@code platform_customer_REPORT_release_begin_end.ext}: a name that tells what is in the file; see {@link WholeFile#name}.
     */
    public String fileName() {
        ReportRequest request = report.request();
        return WholeFile.name(
                format.map(ReportFormat::extension).orElse(PDF),
                site.config().platform().id(),
                request.customer(),
                request.report().id(),
                "r" + request.report().release().code().replace(".", ""),
                request.begin().toString(),
                request.end().toString());
    }
}
