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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports as files of a letter: TSV of Release 5.1, as many as a mail can carry. */
final class AttachedReports {
    /** What most mail servers take, less what encoding adds. */
    private static final int BYTES_MAX = 6 << 20;

    private final Site site;

    AttachedReports(Site site) {
        this.site = site;
    }

    /**
     * Those of a month; the ones that would make the mail too large are left out.
     *
     * @param wanted ids of reports; none for all standard views
     */
    List<Attachment> of(String customer, YearMonth month, List<String> wanted) throws IOException, InputException {
        List<Attachment> attachments = new ArrayList<>();
        int bytes = 0;
        for (ReportDeclaration report : Reports.of(Release.R5_1)) {
            boolean asked = wanted.stream().allMatch(String::isBlank)
                    ? !report.isMaster()
                    : wanted.stream().anyMatch(report.id()::equalsIgnoreCase);
            if (asked) {
                Attachment made = make(report.id(), customer, month);
                if (bytes + made.content().length <= BYTES_MAX) {
                    attachments.add(made);
                    bytes += made.content().length;
                }
            }
        }
        return attachments;
    }

    private Attachment make(String report, String customer, YearMonth month) throws IOException, InputException {
        MakeReport made = MakeReport.prepare(
                site,
                report,
                customer,
                Release.R5_1.code(),
                "tsv",
                Map.of("--begin", month.toString(), "--end", month.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        made.write(out);
        return new Attachment(made.fileName(), "text/tab-separated-values; charset=UTF-8", out.toByteArray());
    }
}
