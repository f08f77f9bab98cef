package fr.comptoir.cli;

import fr.comptoir.operation.MakeReport;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir report ID}: writes one COUNTER report. Filters and attributes are named as the API's parameters, in kebab case. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes one COUNTER report.",
        footer = "Lists are separated by |, as in --metric-type 'Total_Item_Requests|Unique_Item_Requests'.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(paramLabel = "ID", description = "The report: PR, DR, TR, IR, ...")
    String report = "";

    @Mixin
    CustomerOption customer = new CustomerOption();

    @Option(
            names = {"--begin", "--begin-date"},
            required = true,
            paramLabel = "YYYY-MM",
            description = "First month.")
    String begin = "";

    @Option(
            names = {"--end", "--end-date"},
            required = true,
            paramLabel = "YYYY-MM",
            description = "Last month.")
    String end = "";

    @Option(
            names = "--release",
            defaultValue = "5.1",
            paramLabel = "5|5.1",
            description = "Release of the Code of Practice (default: 5.1).")
    String release = "5.1";

    @Option(
            names = "--format",
            paramLabel = "json|tsv|csv|xlsx|pdf",
            description = "Default: by the ending of --output, else json.")
    @Nullable
    String format;

    @Option(names = "--language", paramLabel = "fr|en", description = "Of a PDF (default: en).")
    @Nullable
    String language;

    @Option(names = "--pretty", description = "JSON with line ends and blanks, for people to read; default: compact.")
    boolean pretty;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = {
                "Where to write; - or absent is standard output.",
                "In a folder the file is named platform_customer_REPORT_release_begin_end.ext."
            })
    @Nullable
    String output;

    @Option(names = "--metric-type", paramLabel = "LIST")
    @Nullable
    String metricType;

    @Option(names = "--data-type", paramLabel = "LIST")
    @Nullable
    String dataType;

    @Option(names = "--section-type", paramLabel = "LIST", description = "Release 5, TR.")
    @Nullable
    String sectionType;

    @Option(names = "--yop", paramLabel = "LIST", description = "Years and ranges: 2019|2021-2023.")
    @Nullable
    String yop;

    @Option(names = "--access-type", paramLabel = "LIST")
    @Nullable
    String accessType;

    @Option(names = "--access-method", paramLabel = "LIST")
    @Nullable
    String accessMethod;

    @Option(names = "--item-id", paramLabel = "NAMESPACE:VALUE")
    @Nullable
    String itemId;

    @Option(names = "--author", paramLabel = "NAMESPACE:VALUE", description = "Release 5.1, IR.")
    @Nullable
    String author;

    @Option(names = "--item-contributor", paramLabel = "NAMESPACE:VALUE", description = "Release 5, IR.")
    @Nullable
    String itemContributor;

    @Option(names = "--database", paramLabel = "NAME")
    @Nullable
    String database;

    @Option(names = "--platform", paramLabel = "ID")
    @Nullable
    String platform;

    @Option(names = "--attributes-to-show", paramLabel = "LIST", description = "For instance YOP|Access_Type.")
    @Nullable
    String attributesToShow;

    @Option(names = "--granularity", paramLabel = "Month|Totals", description = "The months too, or totals only.")
    @Nullable
    String granularity;

    @Option(names = "--include-parent-details", arity = "0..1", fallbackValue = "True", paramLabel = "True|False")
    @Nullable
    String includeParentDetails;

    @Option(names = "--include-component-details", arity = "0..1", fallbackValue = "True", paramLabel = "True|False")
    @Nullable
    String includeComponentDetails;

    @Option(
            names = "--exclude-monthly-details",
            arity = "0..1",
            fallbackValue = "True",
            paramLabel = "True|False",
            description = "TSV, CSV and XLSX.")
    @Nullable
    String excludeMonthlyDetails;

    @Option(
            names = "--attributed",
            paramLabel = "Yes|No",
            description = "Release 5.1: usage of the world that was attributed to an institution, or to none.")
    @Nullable
    String attributed;

    @Option(names = "--country-code", paramLabel = "LIST")
    @Nullable
    String countryCode;

    @Option(names = "--subdivision-code", paramLabel = "LIST")
    @Nullable
    String subdivisionCode;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        String form = format();
        if (pretty && !form.equalsIgnoreCase("json")) {
            throw new ParameterException(spec.commandLine(), "--pretty is for json, and the format is " + form);
        }
        if (language != null && !form.equalsIgnoreCase("pdf")) {
            throw new ParameterException(spec.commandLine(), "--language is for pdf, and the format is " + form);
        }
        MakeReport make = MakeReport.prepare(site.open(), report, customer.id, release, form, parameters());
        if (pretty) {
            make = make.indented();
        }
        make = make.inLanguage(language == null ? "en" : language.toLowerCase(Locale.ROOT), Main.nameAndVersion());
        if (output == null || output.equals("-")) {
            OutputStream out = make.isBinary()
                    ? bytes()
                    : new StandardOutput(spec.commandLine().getOut());
            make.write(out);
            out.flush();
        } else {
            write(make, output);
        }
        return ExitStatus.DONE;
    }

    private OutputStream bytes() {
        if (spec.commandLine().getOut() instanceof ByteOutput standard) {
            return standard.bytes();
        }
        throw new ParameterException(spec.commandLine(), format() + " is no text: name a file with --output");
    }

    /** Whoever names a folder is told the file. */
    private void write(MakeReport make, String target) throws Exception {
        boolean folder = Folders.isFolder(target);
        Path file = make.write(folder ? Path.of(target, make.fileName()) : Path.of(target));
        if (folder) {
            spec.commandLine().getOut().println(file);
        }
    }

    private String format() {
        if (format != null) {
            return format;
        }
        if (output == null || Folders.isFolder(output)) {
            return "json";
        }
        int dot = output.lastIndexOf('.');
        return dot < 0 || output.indexOf('/', dot) >= 0 ? "json" : output.substring(dot + 1);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("--begin", begin);
        parameters.put("--end", end);
        put(parameters, "--metric-type", metricType);
        put(parameters, "--data-type", dataType);
        put(parameters, "--section-type", sectionType);
        put(parameters, "--yop", yop);
        put(parameters, "--access-type", accessType);
        put(parameters, "--access-method", accessMethod);
        put(parameters, "--item-id", itemId);
        put(parameters, "--author", author);
        put(parameters, "--item-contributor", itemContributor);
        put(parameters, "--database", database);
        put(parameters, "--platform", platform);
        put(parameters, "--attributes-to-show", attributesToShow);
        put(parameters, "--granularity", granularity);
        put(parameters, "--include-parent-details", includeParentDetails);
        put(parameters, "--include-component-details", includeComponentDetails);
        put(parameters, "--exclude-monthly-details", excludeMonthlyDetails);
        put(parameters, "--attributed", attributed);
        put(parameters, "--country-code", countryCode);
        put(parameters, "--subdivision-code", subdivisionCode);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
