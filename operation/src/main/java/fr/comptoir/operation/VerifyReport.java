package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.operation.Provenance.Form;
import fr.comptoir.operation.Provenance.Request;
import fr.comptoir.operation.Verification.Change;
import fr.comptoir.operation.Verification.Outcome;
import fr.comptoir.operation.compare.ReportKind;
import fr.comptoir.operation.compare.RowDifferences;
import fr.comptoir.operation.compare.SameBytes;
import fr.comptoir.operation.compare.UnreadableReportException;
import fr.comptoir.operation.compare.Workbooks;
import fr.comptoir.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a report again, as of the moment in which it was made, and says whether it is the same, or what changed since. */
public final class VerifyReport {
    private final Site site;
    private final Path file;
    private final String program;
    private final ReportKind kind;
    private final List<String> notes = new ArrayList<>();

    private VerifyReport(Site site, Path file, String program) throws IOException {
        this.site = site;
        this.file = file;
        this.program = program;
        this.kind = ReportKind.of(file);
    }

    /**
     * Verifies one file. What is wrong with it, or keeps it from being made again, is told in the result.
     *
     * @param program name and version of this program
     * @throws IOException when the file or the store cannot be read
     */
    public static Verification verify(Site site, Path file, String program) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Verification.notVerified(
                    file, Files.isDirectory(file) ? "it is a folder; a report is expected" : "there is no such file");
        }
        try {
            return new VerifyReport(site, file, program).verify();
        } catch (InputException wrong) {
            return Verification.notVerified(file, sentences(wrong));
        } catch (UnreadableReportException broken) {
            return Verification.notVerified(file, broken.getMessage());
        }
    }

    private static String sentences(InputException wrong) {
        return wrong.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    private Verification verify() throws IOException, InputException {
        Optional<SideFile> side = SideFile.read(file);
        Optional<Provenance> then = side.flatMap(SideFile::provenance);
        boolean changed = side.isPresent() && !side.get().sha256().equals(Sha256.of(file));
        if (changed) {
            noteChange(then);
        }
        Remake remake = then.isPresent() ? remake(then.get()) : remakeByHeader(side.isPresent());
        MessageDigest digest = Sha256.digest();
        boolean same = isSame(remake, digest);
        if (changed && Sha256.text(digest).equals(side.get().sha256())) {
            notes.add("made again, it is byte for byte what " + SideFile.of(file) + " says");
        }
        RowDifferences differences = RowDifferences.NONE;
        if (!same && kind != ReportKind.PDF) {
            Path made = Files.createTempFile("comptoir-verify", ".report");
            try (OutputStream out = Files.newOutputStream(made)) {
                remake.content().write(out);
                same = kind == ReportKind.XLSX && Workbooks.areSame(file, made);
                differences = same ? RowDifferences.NONE : differences(made);
            } finally {
                Files.delete(made);
            }
        }
        Outcome outcome = changed ? Outcome.FILE_CHANGED : same ? Outcome.IDENTICAL : Outcome.DIFFERENT;
        return result(outcome, differences, then, remake.made().provenance());
    }

    private void noteChange(Optional<Provenance> then) throws IOException {
        Path side = SideFile.of(file);
        notes.add("its SHA-256 is not the one in " + side);
        try {
            Optional<Instant> created = header().map(HeaderRequest::created);
            if (created.isPresent()
                    && then.isPresent()
                    && !created.get().equals(then.get().created())) {
                notes.add("it says that it was created at " + created.get() + ", and " + side
                        + " is of a report created at " + then.get().created());
            }
        } catch (UnreadableReportException broken) {
            notes.add(broken.getMessage());
        }
    }

    private Optional<HeaderRequest> header() throws IOException {
        return HeaderRequest.of(file, kind, site.config().platform().id());
    }

    private boolean isSame(Remake remake, MessageDigest digest) throws IOException, InputException {
        try (SameBytes same = new SameBytes(file)) {
            remake.content().write(new DigestOutputStream(same, digest));
            return same.isWhole();
        }
    }

    private RowDifferences differences(Path made) throws IOException {
        try {
            RowDifferences differences = RowDifferences.between(file, made, kind);
            if (differences.rows() == 0) {
                notes.add(
                        "it has the same rows, written otherwise: in another order, or with other blanks and line ends");
            }
            return differences;
        } catch (UnreadableReportException broken) {
            notes.add(broken.getMessage());
            return RowDifferences.NONE;
        }
    }

    private Verification result(Outcome outcome, RowDifferences differences, Optional<Provenance> then, Provenance now)
            throws IOException, InputException {
        List<Change> changes = List.of();
        if (then.isPresent()) {
            try (Store store = Store.openForReading(site.data())) {
                changes = Changes.between(then.get(), now, store.state());
            }
        }
        return new Verification(
                file,
                outcome,
                notes,
                changes,
                differences.first(),
                differences.rows(),
                then.map(Provenance::fingerprint),
                Optional.of(now.fingerprint()));
    }

    /** A report that is about to be made again. */
    private record Remake(WholeFile.Content content, WholeFile.Made made) {}

    private Remake remake(Provenance then) throws IOException, InputException {
        return remake(then.request(), then.form(), then.created());
    }

    private Remake remakeByHeader(boolean sided) throws IOException, InputException {
        String missing = sided
                ? SideFile.of(file) + " does not say what the report was made from"
                : "there is no " + SideFile.of(file);
        Optional<HeaderRequest> read = header();
        if (read.isEmpty()) {
            throw new InputException(Problem.error(
                    file.toString(),
                    0,
                    "",
                    missing + ", and the file itself does not say the request of a report of the platform "
                            + site.config().platform().id()));
        }
        notes.add(missing + "; the request was read from the report's header, and only the report can be compared");
        return remake(read.get().request(), read.get().form(), read.get().created());
    }

    private Remake remake(Request request, Form form, Instant created) throws IOException, InputException {
        Site then = new Site(site.folder(), site.config(), site.warnings(), Clock.fixed(created, ZoneOffset.UTC));
        return request.report().equals(Request.ANNUAL) ? annual(then, request, form) : report(then, request, form);
    }

    private Remake report(Site then, Request request, Form form) throws IOException, InputException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("begin_date", request.begin().toString());
        parameters.put("end_date", request.end().toString());
        parameters.putAll(request.parameters());
        MakeReport plain = MakeReport.prepare(
                        then, request.report(), request.customer(), request.release(), form.format(), parameters)
                .inLanguage(language(form), program);
        MakeReport make = form.indented() ? plain.indented() : plain;
        return new Remake(make::write, make::provenance);
    }

    private Remake annual(Site then, Request request, Form form) throws IOException, InputException {
        AnnualReport make = AnnualReport.prepare(
                then, request.customer(), Year.of(request.begin().getYear()), language(form), program);
        AnnualReport.Format format = form.format().equals("csv") ? AnnualReport.Format.CSV : AnnualReport.Format.PDF;
        return new Remake(out -> make.write(format, out), () -> make.provenance(format));
    }

    /** Only paper has a language; for the others any will do. */
    private static String language(Form form) {
        return form.language().isEmpty() ? "en" : form.language();
    }
}
