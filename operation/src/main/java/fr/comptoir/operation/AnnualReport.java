package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.AnnualDocument.Customer;
import fr.comptoir.paper.Document;
import fr.comptoir.paper.Language;
import fr.comptoir.paper.Pdf;
import fr.comptoir.store.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A year of an institution in the manner of Journal Report 1 of Release 4, which people still ask for: requests by journal and month, with
 * what Release 5.1 says beside it. It is made from COUNTER 5 data and says so.
 */
public final class AnnualReport {
    private static final int BUFFER = 1 << 16;

    /** The forms it is written in. */
    public enum Format {
        PDF,
        CSV
    }

    private final Site site;
    private final Store store;
    private final Customer customer;
    private final Year year;
    private final SortedSet<YearMonth> counted;
    private final Language language;
    private final String program;
    private final Instant created;

    private AnnualReport(
            Site site,
            Store store,
            Customer customer,
            Year year,
            SortedSet<YearMonth> counted,
            Language language,
            String program) {
        this.site = site;
        this.store = store;
        this.customer = customer;
        this.year = year;
        this.counted = counted;
        this.language = language;
        this.program = program;
        this.created = site.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Checks a request of the site's owner, who sees all months that are counted; see the other one. */
    public static AnnualReport prepare(Site site, String customerId, Year year, String languageCode, String program)
            throws InputException, IOException {
        return prepare(ReportingSite.read(site), customerId, year, languageCode, program);
    }

    /**
     * Checks a request of whoever sees the months of {@code now}.
     *
     * @param customerId of an institution, or {@link Institution#THE_WORLD}
     * @param languageCode {@code fr} or {@code en}
     * @param program version of the program, for the document
     * @throws InputException with every problem of the request
     */
    public static AnnualReport prepare(
            ReportingSite now, String customerId, Year year, String languageCode, String program)
            throws InputException {
        List<Problem> problems = new ArrayList<>();
        Optional<Customer> customer = customer(now, customerId);
        if (customer.isEmpty()) {
            problems.add(problem("--customer", Registry.unknownCustomer(customerId)));
        }
        Optional<Language> language = Language.of(languageCode);
        if (language.isEmpty()) {
            problems.add(problem("--language", "\"" + languageCode + "\" is not fr or en"));
        }
        SortedSet<YearMonth> all = now.availability().counted();
        SortedSet<YearMonth> counted =
                all.subSet(year.atMonth(1), year.plusYears(1).atMonth(1));
        if (counted.isEmpty()) {
            problems.add(problem("--year", "no month of " + year + " is over and counted; " + known(all)));
        }
        if (!problems.isEmpty() || customer.isEmpty() || language.isEmpty()) {
            throw new InputException(problems);
        }
        return new AnnualReport(now.site(), now.store(), customer.get(), year, counted, language.get(), program);
    }

    private static String known(SortedSet<YearMonth> months) {
        return months.isEmpty()
                ? "no month is, yet"
                : "there are figures from " + months.first() + " to " + months.last();
    }

    private static Optional<Customer> customer(ReportingSite now, String id) {
        if (id.equals(Institution.THE_WORLD)) {
            return Optional.of(new Customer(id, "The World"));
        }
        return now.institution(id)
                .map(institution -> new Customer(id, institution.name().isBlank() ? id : institution.name()));
    }

    private static Problem problem(String field, String message) {
        return Problem.error("annual", 0, field, message);
    }

    /** Writes the report to a stream, which is flushed and left open. */
    public void write(Format format, OutputStream out) throws IOException, InputException {
        SiteConfig.Platform platform = site.config().platform();
        AnnualFigures figures = AnnualFigures.of(
                store.factSource(site.config().titles()),
                customer.id(),
                year,
                counted,
                store.formatRequests().ofJournals(customer.id(), counted));
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        if (format == Format.CSV) {
            new AnnualCsv(figures, platform.name(), platform.id()).write(buffered);
        } else {
            Document document = new AnnualDocument(figures, language)
                    .of(
                            platform,
                            Brands.of(site),
                            customer,
                            OriginNote.of(
                                    FigureOrigin.of(store, counted),
                                    language,
                                    platform.timeZone(),
                                    program,
                                    fingerprint()),
                            created,
                            program);
            Pdf.write(document, buffered);
        }
        buffered.flush();
    }

    /** What the report is made from; reads the records of all runs. */
    public Provenance provenance(Format format) throws IOException {
        Provenance.Request asked = new Provenance.Request(
                Provenance.Request.ANNUAL, "", customer.id(), year.atMonth(1), year.atMonth(12), new TreeMap<>());
        boolean paper = format == Format.PDF;
        Provenance.Form form = new Provenance.Form(
                format.name().toLowerCase(Locale.ROOT),
                paper ? language.code() : "",
                false,
                paper ? Brands.logoHash(site) : "");
        return ProvenanceSource.of(site, store).of(asked, form, created, program, counted);
    }

    /** {@link Provenance#fingerprint()}: the same in both formats and languages. */
    public String fingerprint() throws IOException {
        return provenance(Format.PDF).fingerprint();
    }

    /** Writes the report to a file, whole or not at all, and beside it {@code FILE.sha256} with its hash and its provenance. */
    public void write(Format format, Path file) throws IOException, InputException {
        WholeFile.write(file, out -> write(format, out), () -> provenance(format));
    }

    /** {@code platform_customer_annual_year_language.pdf}, {@code platform_customer_annual_year.csv}; see {@link WholeFile#name}. */
    public String fileName(Format format) {
        String platform = site.config().platform().id();
        return format == Format.PDF
                ? WholeFile.name("pdf", platform, customer.id(), "annual", year.toString(), language.code())
                : WholeFile.name("csv", platform, customer.id(), "annual", year.toString());
    }
}
