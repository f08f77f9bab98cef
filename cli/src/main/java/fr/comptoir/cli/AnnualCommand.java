package fr.comptoir.cli;

import fr.comptoir.operation.AnnualReport;
import fr.comptoir.operation.AnnualReport.Format;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Year;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code comptoir annual}: a year of an institution by journal, as a document for people or as CSV. */
@Command(
        name = "annual",
        mixinStandardHelpOptions = true,
        description =
                "Writes the requests of a year by journal and month, in the manner of JR1, as an accessible PDF or as CSV.")
final class AnnualCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Mixin
    CustomerOption customer = new CustomerOption();

    @Option(names = "--year", required = true, paramLabel = "YYYY", description = "The year, January to December.")
    String year = "";

    @Option(
            names = "--language",
            defaultValue = "en",
            paramLabel = "fr|en",
            description = "Language of the PDF (default: en).")
    String language = "en";

    @Option(names = "--format", paramLabel = "pdf|csv", description = "Default: by the ending of --output, else pdf.")
    @Nullable
    String format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = {
                "Where to write; a folder, or the current one when absent: the file gets a name that tells what is in it.",
                "- is standard output."
            })
    @Nullable
    String output;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Format form = format();
        AnnualReport report = AnnualReport.prepare(
                site.open(), customer.id, year(), language.toLowerCase(Locale.ROOT), Main.nameAndVersion());
        if (output != null && output.equals("-")) {
            OutputStream out = form == Format.PDF
                    ? bytes()
                    : new StandardOutput(spec.commandLine().getOut());
            report.write(form, out);
            out.flush();
            return ExitStatus.DONE;
        }
        Path target = Path.of(output == null ? "" : output);
        boolean folder = output == null || Folders.isFolder(output);
        Path file = folder ? target.resolve(report.fileName(form)) : target;
        report.write(form, file);
        if (folder) {
            spec.commandLine().getOut().println(file);
        }
        return ExitStatus.DONE;
    }

    private OutputStream bytes() {
        if (spec.commandLine().getOut() instanceof ByteOutput standard) {
            return standard.bytes();
        }
        throw new ParameterException(spec.commandLine(), "a PDF is no text: name a file with --output");
    }

    private Year year() {
        if (!year.matches("[0-9]{4}")) {
            throw new ParameterException(spec.commandLine(), "--year must be four digits, not " + year);
        }
        return Year.of(Integer.parseInt(year));
    }

    private Format format() {
        String text = format != null ? format : output != null && output.endsWith(".csv") ? "csv" : "pdf";
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "pdf" -> Format.PDF;
            case "csv" -> Format.CSV;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "there is no format \"" + text + "\"; the formats are pdf, csv");
        };
    }
}
