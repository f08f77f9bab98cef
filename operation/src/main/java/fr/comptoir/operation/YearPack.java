package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.report.ReportDeclaration;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What an institution needs of a year, as one archive: the year on paper and as a table, and every report that can have figures there, of
 * both releases, as workbooks.
 */
public final class YearPack {
    private static final String FORMAT = "xlsx";

    private final Site site;
    private final String customer;
    private final Year year;
    private final String language;
    private final AnnualReport annual;
    private final List<MakeReport> reports;

    private YearPack(
            Site site, String customer, Year year, String language, AnnualReport annual, List<MakeReport> reports) {
        this.site = site;
        this.customer = customer;
        this.year = year;
        this.language = language;
        this.annual = annual;
        this.reports = reports;
    }

    /**
     * Checks a request.
     *
     * @param language of the paper, {@code fr} or {@code en}
     * @throws InputException when there is no such customer, or no month of the year is counted
     */
    public static YearPack prepare(ReportingSite now, String customer, Year year, String language, String program)
            throws InputException, IOException {
        AnnualReport annual = AnnualReport.prepare(now, customer, year, language, program);
        YearMonth last = now.availability().last().orElseThrow();
        YearMonth end = year.atMonth(12).isAfter(last) ? last : year.atMonth(12);
        List<MakeReport> reports = new ArrayList<>();
        for (ReportOffer offer : ReportOffer.of(now)) {
            ReportDeclaration report = offer.report();
            if (offer.canHaveFigures()) {
                Map<String, String> months =
                        Map.of("begin_date", year.atMonth(1).toString(), "end_date", end.toString());
                reports.add(MakeReport.prepare(
                        now, report.id(), customer, report.release().code(), FORMAT, months));
            }
        }
        return new YearPack(now.site(), customer, year, language, annual, reports);
    }

    /** Writes the archive; the stream is flushed and left open. */
    public void write(OutputStream out) throws IOException, InputException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (AnnualReport.Format format : AnnualReport.Format.values()) {
            begin(zip, annual.fileName(format));
            annual.write(format, new Open(zip));
            zip.closeEntry();
        }
        for (MakeReport report : reports) {
            begin(zip, report.fileName());
            report.write(new Open(zip));
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(site.clock().instant()));
        zip.putNextEntry(entry);
    }

    /** {@code platform_customer_pack_year.zip}; see {@link WholeFile#name}. */
    public String fileName() {
        return WholeFile.name("zip", site.config().platform().id(), customer, "pack", year.toString(), language);
    }

    /** A stream that whoever writes an entry may close. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
