package fr.comptoir.server.mail;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.Site;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import fr.comptoir.server.mail.Letter.Attachment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports as files of a letter: TSV of Release 5.1, as many as a mail can carry. */
final class AttachedReports {
    /** What most mail servers take, less what encoding adds. */
    private static final int BYTES_MAX = 6 << 20;

    private final Site site;
    private final int bytesMax;

    AttachedReports(Site site) {
        this(site, BYTES_MAX);
    }

    AttachedReports(Site site, int bytesMax) {
        this.site = site;
        this.bytesMax = bytesMax;
    }

    /**
     * The files of a letter.
     *
     * @param leftOut ids of the reports that are too large for a mail
     */
    record Attached(List<Attachment> files, List<String> leftOut) {}

    /**
     * Those of a month; the ones that would make the mail too large are left out.
     *
     * @param wanted ids of reports; none for all standard views
     */
    Attached of(String customer, YearMonth month, List<String> wanted) throws IOException, InputException {
        List<Attachment> files = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        int room = bytesMax;
        for (ReportDeclaration report : Reports.of(Release.R5_1)) {
            boolean asked = wanted.stream().allMatch(String::isBlank)
                    ? !report.isMaster()
                    : wanted.stream().anyMatch(report.id()::equalsIgnoreCase);
            if (asked) {
                Optional<Attachment> made = make(report.id(), customer, month, room);
                room -= made.map(file -> file.content().length).orElse(0);
                made.ifPresentOrElse(files::add, () -> leftOut.add(report.id()));
            }
        }
        return new Attached(files, leftOut);
    }

    /** Empty when it has more bytes than there is room for: of a master report of the world no mail and no memory has all. */
    private Optional<Attachment> make(String report, String customer, YearMonth month, int room)
            throws IOException, InputException {
        MakeReport made = MakeReport.prepare(
                site,
                report,
                customer,
                Release.R5_1.code(),
                "tsv",
                Map.of("--begin", month.toString(), "--end", month.toString()));
        try {
            Bounded out = new Bounded(room);
            made.write(out);
            return Optional.of(
                    new Attachment(made.fileName(), "text/tab-separated-values; charset=UTF-8", out.toByteArray()));
        } catch (TooLargeException e) {
            return Optional.empty();
        }
    }

    /** It does not fit. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what is written, up to some bytes. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int room;

        Bounded(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            if (kept.size() + length > room) {
                throw new TooLargeException();
            }
            kept.write(some, from, length);
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }
}
