package fr.comptoir.cli;

import fr.comptoir.operation.Site;
import fr.comptoir.operation.Verification;
import fr.comptoir.operation.Verification.Change;
import fr.comptoir.operation.Verification.Outcome;
import fr.comptoir.operation.VerifyReport;
import fr.comptoir.operation.compare.RowDifferences.Cell;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir verify FILE...}: makes reports again and says whether they are identical, or what changed since. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Makes reports again and says whether they are identical, or what changed since.",
        footer =
                "Reads FILE.sha256, which stands beside each report that was written with --output. Exit status 1 when a report is not identical.")
final class VerifyCommand implements Callable<Integer> {
    private static final String SIDE_FILE = ".sha256";

    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Reports of this site, in any format.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "Print as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Site opened = site.open();
        PrintWriter out = spec.commandLine().getOut();
        List<Verification> results = new ArrayList<>();
        for (Path file : reports()) {
            Verification result = VerifyReport.verify(opened, file, Main.nameAndVersion());
            results.add(result);
            if (!json) {
                print(out, result);
            }
        }
        boolean identical = results.stream().allMatch(result -> result.outcome() == Outcome.IDENTICAL);
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("identical", identical);
            all.put("files", results.stream().map(VerifyCommand::json).toList());
            Json.print(out, all);
        }
        return identical ? ExitStatus.DONE : ExitStatus.WRONG_INPUT;
    }

    /** Whoever names all files of a folder names the side files too. */
    private Set<Path> reports() {
        Set<Path> reports = new LinkedHashSet<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Path report = name.endsWith(SIDE_FILE)
                    ? file.resolveSibling(name.substring(0, name.length() - SIDE_FILE.length()))
                    : file;
            reports.add(Files.exists(file) ? report : file);
        }
        return reports;
    }

    private static void print(PrintWriter out, Verification result) {
        boolean although =
                result.outcome() == Outcome.IDENTICAL && !result.changes().isEmpty();
        out.println(result.file() + ": " + result.outcome() + (although ? ", although since then" : ""));
        result.notes().forEach(note -> out.println("  " + note));
        result.changes().forEach(change -> out.println("  " + change));
        result.cells().forEach(cell -> out.println("  " + sentence(cell)));
        if (result.rows() > 0) {
            out.println("  " + (result.rows() == 1 ? "1 row differs" : result.rows() + " rows differ"));
        }
        out.flush();
    }

    private static String sentence(Cell cell) {
        if (cell.column().isEmpty()) {
            return cell.place()
                    + (cell.now().isEmpty()
                            ? ": only in the file (" + cell.then()
                            : ": only in what is made now (" + cell.now())
                    + ")";
        }
        return cell.place() + ", " + cell.column() + ": " + shown(cell.then()) + " in the file, " + shown(cell.now())
                + " made now";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static Map<String, @Nullable Object> json(Verification result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", result.file().toString());
        json.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        json.put("fingerprint", result.fingerprint().orElse(null));
        json.put("fingerprint_now", result.fingerprintNow().orElse(null));
        json.put("notes", result.notes());
        json.put("changes", result.changes().stream().map(VerifyCommand::json).toList());
        json.put("rows", result.rows());
        json.put("cells", result.cells().stream().map(VerifyCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", change.month());
        json.put("what", change.what());
        json.put("then", change.then());
        json.put("now", change.now());
        return json;
    }

    private static Map<String, Object> json(Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", cell.place());
        json.put("column", cell.column());
        json.put("file", cell.then());
        json.put("now", cell.now());
        return json;
    }
}
