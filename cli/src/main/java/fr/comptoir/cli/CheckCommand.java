package fr.comptoir.cli;

import fr.comptoir.model.site.Problem;
import fr.comptoir.operation.CheckLog;
import fr.comptoir.operation.CheckSite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir check}: every problem of the site; {@code comptoir check LOG}: how ten of its lines are read. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the whole site and says every problem; with a log, shows how ten of its lines are read.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(arity = "0..1", paramLabel = "LOG")
    @Nullable
    Path log;

    @Option(names = "--json", description = "Print as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return log == null ? checkSite() : checkLog(log);
    }

    private int checkSite() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        CheckSite.Result result = CheckSite.run(site.folder(), site.clock());
        long errors = result.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        if (json) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("errors", errors);
            value.put(
                    "problems",
                    result.problems().stream().map(CheckCommand::json).toList());
            value.put("unmatched_paths", result.unmatchedPaths());
            value.put("other_sites", result.otherSites());
            value.put("facts", result.facts());
            Json.print(out, value);
        } else {
            for (Problem problem : result.problems()) {
                out.println((problem.severity() == Problem.Severity.ERROR ? "error: " : "warning: ") + problem);
            }
            result.facts().forEach(out::println);
            if (!result.unmatchedPaths().isEmpty()) {
                out.println("the most frequent paths that no page rule matched:");
                Table table = new Table("lines", "path");
                result.unmatchedPaths().forEach((path, lines) -> table.row(lines, path));
                table.print(out);
            }
            if (!result.otherSites().isEmpty()) {
                out.println("the most frequent sites from which people came and that no rule of arrival names:");
                Table table = new Table("actions", "site");
                result.otherSites().forEach((host, actions) -> table.row(actions, host));
                table.print(out);
            }
            out.println(errors == 0 ? "no error" : errors + (errors == 1 ? " error" : " errors"));
        }
        return errors == 0 ? ExitStatus.DONE : ExitStatus.WRONG_INPUT;
    }

    private int checkLog(Path file) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<CheckLog.Line> lines = CheckLog.run(site.open(), file);
        if (json) {
            Json.print(
                    out,
                    Map.of("lines", lines.stream().map(CheckLog.Line::values).toList()));
            return ExitStatus.DONE;
        }
        for (CheckLog.Line line : lines) {
            out.println("line " + line.number() + ": " + line.text());
            line.values().forEach((name, value) -> out.println("    " + name + ": " + value));
        }
        return ExitStatus.DONE;
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", problem.severity() == Problem.Severity.ERROR ? "error" : "warning");
        json.put("file", problem.file());
        json.put("line", problem.line());
        json.put("field", problem.field());
        json.put("message", problem.message());
        return json;
    }
}
