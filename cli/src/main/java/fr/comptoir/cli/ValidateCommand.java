package fr.comptoir.cli;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.validate.ReportSet;
import fr.comptoir.validate.ValidationOptions;
import fr.comptoir.validate.Verdict;
import fr.comptoir.validate.finding.Finding;
import fr.comptoir.validate.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir validate FILE...}: what is wrong with COUNTER reports, whoever made them. Needs no site. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Says what is wrong with COUNTER reports of Release 5 or 5.1 (JSON, TSV, CSV, XLSX), whoever made them.",
        footer =
                "A standard view is also compared with its master report when both are given. Exit status 1 when there is an error.")
final class ValidateCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Reports; - is standard input.")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--repeats",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many findings of one kind are listed (default: 10); the others are counted.")
    int repeats = 10;

    @Option(names = "--ror-check-digits", description = "Work out the last two digits of ROR ids as well.")
    boolean rorCheckDigits;

    @Option(names = "--json", description = "Print as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (repeats < 1) {
            throw new ParameterException(spec.commandLine(), "--repeats must be 1 or more");
        }
        Map<Path, String> named = new LinkedHashMap<>();
        try (Copies copies = new Copies(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (String file : new LinkedHashSet<>(files)) {
                if (file.equals(STANDARD_INPUT)) {
                    named.put(copies.of(System.in), "standard input");
                } else {
                    named.put(readable(file, copies), file);
                }
            }
            return validate(named);
        }
    }

    /** What can be read more than once: a pipe gives its bytes to the first reader only. */
    private static Path readable(String file, Copies copies) throws InputException, IOException {
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new InputException(Problem.error(file, 0, "", "this is a folder; a report is expected"));
        }
        if (Files.notExists(path)) {
            throw new InputException(Problem.error(file, 0, "", "there is no such file"));
        }
        if (Files.isRegularFile(path)) {
            return path;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return copies.of(in);
        }
    }

    private int validate(Map<Path, String> named) throws IOException {
        ValidationOptions options = ValidationOptions.standard().withRepeatsMax(repeats);
        List<ReportSet.Result> results = new ReportSet(rorCheckDigits ? options.withRorCheckDigits() : options)
                .validate(List.copyOf(named.keySet()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put(
                    "errors",
                    results.stream().mapToLong(ValidateCommand::errors).sum());
            all.put("files", results.stream().map(result -> json(result, named)).toList());
            Json.print(out, all);
        } else {
            results.forEach(result -> print(out, result, named.getOrDefault(result.file(), "")));
            out.flush();
        }
        return results.stream().anyMatch(ReportSet.Result::hasErrors) ? ExitStatus.WRONG_INPUT : ExitStatus.DONE;
    }

    private static long errors(ReportSet.Result result) {
        long errors = 0;
        for (Severity severity : Severity.values()) {
            errors += severity.isError() ? result.count(severity) : 0;
        }
        return errors;
    }

    private static void print(PrintWriter out, ReportSet.Result result, String name) {
        Verdict verdict = result.verdict();
        out.println(name + ": "
                + (verdict.reportId() == null ? "no report that could be told" : verdict.reportId())
                + (verdict.release() == null ? "" : ", Release " + verdict.release())
                + (verdict.period() == null ? "" : ", " + verdict.period())
                + ", " + verdict.format() + ", " + verdict.rows() + (verdict.rows() == 1 ? " row" : " rows"));
        result.findings().forEach(out::println);
        result.notShown().forEach((code, count) -> out.println("and " + count + " more of [" + code + "]"));
        List<String> counts = new ArrayList<>();
        for (int at = Severity.values().length - 1; at >= 0; at--) {
            Severity severity = Severity.values()[at];
            long count = result.count(severity);
            if (count > 0) {
                counts.add(count + " " + severity.label() + (count == 1 ? "" : "s"));
            }
        }
        out.println(counts.isEmpty() ? "nothing found" : String.join(", ", counts));
    }

    private static Map<String, Object> json(ReportSet.Result result, Map<Path, String> named) {
        Verdict verdict = result.verdict();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("file", named.getOrDefault(result.file(), ""));
        file.put("format", verdict.format());
        file.put("release", verdict.release());
        file.put("report_id", verdict.reportId());
        file.put("institution", verdict.institution());
        file.put("period", verdict.period());
        file.put("rows", verdict.rows());
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity.label().replace(' ', '_'), result.count(severity));
        }
        file.put("counts", counts);
        file.put(
                "findings",
                result.findings().stream().map(ValidateCommand::json).toList());
        file.put("not_shown", result.notShown());
        return file;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code());
        json.put("severity", finding.severity().label().replace(' ', '_'));
        json.put("place", finding.place());
        json.put("message", finding.message());
        json.put("section", finding.section());
        return json;
    }
}
