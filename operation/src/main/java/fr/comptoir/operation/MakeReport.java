package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.paper.Document.Note;
import fr.comptoir.paper.Language;
import fr.comptoir.paper.Pdf;
import fr.comptoir.report.Column;
import fr.comptoir.report.ExceptionCode;
import fr.comptoir.report.FormatLimitException;
import fr.comptoir.report.ParsedRequest;
import fr.comptoir.report.Report;
import fr.comptoir.report.ReportContext;
import fr.comptoir.report.ReportException;
import fr.comptoir.report.ReportFormat;
import fr.comptoir.report.ReportInstitution;
import fr.comptoir.report.ReportRequest;
import fr.comptoir.report.ReportingPeriod;
import fr.comptoir.report.RequestParameters;
import fr.comptoir.report.RequestProblem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One COUNTER report of a site: asked for, checked, and written once or more. */
public final class MakeReport {
    private static final int BUFFER = 1 << 16;
    private static final String PDF = "pdf";

    private final ReportingSite now;
    private final Report report;
    /** Absent for a document for people. */
    private final Optional<ReportFormat> format;

    private final boolean indented;
    private final Language language;
    private final String program;
    private final Instant created;

    private MakeReport(
            ReportingSite now,
            Report report,
            Optional<ReportFormat> format,
            boolean indented,
            Language language,
            String program,
            Instant created) {
        this.now = now;
        this.report = report;
        this.format = format;
        this.indented = indented;
        this.language = language;
        this.program = program;
        this.created = created;
    }

    /**
     * Checks a request of the site's owner, who sees all months that are counted.
     *
     * @param parameters named as in the COUNTER API ({@code begin_date}) or as options ({@code --begin}), the months among them
     * @throws InputException with every problem of the request
     */
    public static MakeReport prepare(
            Site site, String reportId, String customer, String release, String format, Map<String, String> parameters)
            throws InputException, IOException {
        return prepare(ReportingSite.read(site), reportId, customer, release, format, parameters);
    }

    /**
     * Checks a request of whoever sees the months of {@code now}.
     *
     * @param parameters named as in the COUNTER API ({@code begin_date}) or as options ({@code --begin}), the months among them
     * @throws InputException with every problem of the request
     */
    public static MakeReport prepare(
            ReportingSite now,
            String reportId,
            String customer,
            String release,
            String format,
            Map<String, String> parameters)
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
        Optional<ReportInstitution> institution = now.reportInstitution(customer);
        if (institution.isEmpty() && !customer.isBlank()) {
            problems.add(problem("--customer", Registry.unknownCustomer(customer)));
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put("--customer", customer);
        all.putAll(parameters);
        ParsedRequest parsed = now.request(release, reportId, all);
        parsed.problems().forEach(problem -> problems.add(problem("", problem.message())));
        Optional<ReportRequest> request = parsed.request();
        if (!problems.isEmpty() || request.isEmpty() || institution.isEmpty()) {
            throw new InputException(problems);
        }
        return of(now, request.get(), institution.get(), List.of(), known);
    }

    private static MakeReport of(
            ReportingSite now,
            ReportRequest request,
            ReportInstitution institution,
            List<ReportException> ignored,
            Optional<ReportFormat> format) {
        ReportContext context = now.context(institution, now.members(request));
        Report report = Report.of(request, context, now.availability(), ignored);
        return new MakeReport(now, report, format, false, Language.ENGLISH, "Comptoir", context.created());
    }

    /**
     * A request of the COUNTER API, checked.
     *
     * @param report in JSON, made without what can be ignored of the request, which its header tells; empty when a problem is fatal
     * @param problems all of them
     */
    public record Answer(Optional<MakeReport> report, List<RequestProblem> problems) {}

    /**
     * Checks a request of the COUNTER API: what can be left out of it is, and told in the report's header (CoP 5.1, appendix D).
     *
     * @param customer known to the site, or the world
     * @param parameters named as in the COUNTER API
     * @param program name and version of the program
     */
    public static Answer answer(
            ReportingSite now,
            String reportId,
            String customer,
            String release,
            Map<String, String> parameters,
            String program)
            throws IOException {
        ParsedRequest parsed = now.request(release, reportId, parameters);
        Optional<ReportInstitution> institution = now.reportInstitution(customer);
        if (parsed.request().isEmpty() || institution.isEmpty()) {
            return new Answer(Optional.empty(), parsed.problems());
        }
        MakeReport made = of(
                now,
                parsed.request().get(),
                institution.get(),
                exceptions(parsed.problems()),
                Optional.of(ReportFormat.JSON));
        return new Answer(Optional.of(made.by(program)), parsed.problems());
    }

    /** One exception for each code, with all that it is about. */
    private static List<ReportException> exceptions(List<RequestProblem> problems) {
        Map<ExceptionCode, String> data = new TreeMap<>();
        problems.forEach(problem -> data.merge(problem.code(), problem.data(), (one, more) -> one + ", " + more));
        return data.entrySet().stream()
                .map(one -> new ReportException(one.getKey(), one.getValue()))
                .toList();
    }

    private MakeReport by(String name) {
        return new MakeReport(now, report, format, indented, language, name, created);
    }

    /** The same report, its JSON written for people to read; the other forms are what they are. */
    public MakeReport indented() {
        return new MakeReport(now, report, format, true, language, program, created);
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
        return new MakeReport(now, report, format, indented, known, program, created);
    }

    /** Whether what is written is no text. */
    public boolean isBinary() {
        return format.map(ReportFormat::isBinary).orElse(true);
    }

    private static Problem problem(String field, String message) {
        return Problem.error("report", 0, field, message);
    }

    /**
     * Writes the report to a stream, which is flushed and left open.
     *
     * @return the exceptions in its header
     * @throws InputException when the format cannot hold the report; what was written is of no use
     */
    public List<ReportException> write(OutputStream out) throws IOException, InputException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        List<ReportException> told;
        try {
            told = format.isPresent()
                    ? report.write(now.factSource(), format.get(), indented, buffered)
                    : writePaper(buffered);
        } catch (FormatLimitException e) {
            throw new InputException(problem("--format", Objects.requireNonNullElse(e.getMessage(), "")));
        }
        buffered.flush();
        return told;
    }

    private List<ReportException> writePaper(OutputStream out) throws IOException, InputException {
        ReportPaper paper = new ReportPaper(language);
        List<ReportException> told = report.rows(now.factSource(), paper);
        ReportingPeriod period = report.period();
        SortedSet<YearMonth> counted = counted();
        Optional<Note> origin = counted.isEmpty()
                ? Optional.empty()
                : Optional.of(OriginNote.of(
                        FigureOrigin.of(now.store(), counted),
                        language,
                        now.site().config().platform().timeZone(),
                        program,
                        fingerprint()));
        Pdf.write(
                paper.document(
                        Brands.of(now.site()),
                        period.begin(),
                        period.end(),
                        origin,
                        created,
                        now.site().config().platform().timeZone(),
                        program),
                out);
        return told;
    }

    /** The months of the report that have figures. */
    private SortedSet<YearMonth> counted() {
        ReportingPeriod period = report.period();
        SortedSet<YearMonth> counted = new TreeSet<>(now.availability().counted());
        counted.removeIf(month -> month.isBefore(period.begin()) || month.isAfter(period.end()));
        return counted;
    }

    /** What decides how long it takes to make. */
    public ReportWork work() {
        ReportRequest request = report.request();
        SortedSet<YearMonth> months = counted();
        return new ReportWork(
                request.report().id() + " " + request.report().release().code(),
                request.attributesToShow().stream().map(Column::code).toList(),
                now.whose(request),
                months.size(),
                now.actions(months));
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
                new TreeMap<>(RequestParameters.of(
                        request, now.site().config().platform().id())));
        boolean paper = format.isEmpty();
        Provenance.Form form = new Provenance.Form(
                format.map(ReportFormat::extension).orElse(PDF),
                paper ? language.code() : "",
                indented && format.equals(Optional.of(ReportFormat.JSON)),
                paper ? Brands.logoHash(now.site()) : "");
        return ProvenanceSource.of(now.site(), now.store()).of(asked, form, created, program, counted());
    }

    /** Hex digits at the beginning of a {@link #key} that all reports of one program, platform and catalogue share. */
    public static final int FAMILY = 8;

    /** The beginning of the keys of all reports that this program makes of a site as it is now. */
    public static String family(ReportingSite now, String program) {
        return Sha256.of((program + "\n" + now.identity()).getBytes(StandardCharsets.UTF_8))
                .substring(0, FAMILY);
    }

    /**
     * Names all that the report depends on but the time of its making, 64 hex digits: two requests with the same key have the same answer.
     * Unlike {@link #fingerprint} it says nothing outside of this site, and reads nothing.
     */
    public String key() {
        ReportRequest request = report.request();
        ReportingPeriod period = report.period();
        List<String> parts = new ArrayList<>(List.of(
                now.described(request.customer()),
                request.report().release().code(),
                request.report().id(),
                request.customer(),
                period.begin().toString(),
                period.end().toString()));
        RequestParameters.of(request, now.site().config().platform().id())
                .forEach((name, value) -> parts.add(name + "=" + value));
        report.exceptions().forEach(exception -> parts.add(exception.toString()));
        now.facts(period).forEach(parts::add);
        return family(now, program)
                + Sha256.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                        .substring(FAMILY);
    }

    /** The Created of the report's header. */
    public Instant created() {
        return created;
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
                now.site().config().platform().id(),
                request.customer(),
                request.report().id(),
                "r" + request.report().release().code().replace(".", ""),
                request.begin().toString(),
                request.end().toString());
    }
}
