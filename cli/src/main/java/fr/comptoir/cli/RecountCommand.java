package fr.comptoir.cli;

import fr.comptoir.operation.Recount;
import java.io.PrintWriter;
import java.time.YearMonth;
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

/** {@code comptoir recount MONTH...}: what today's catalogue, institutions, rules and lists make of a month. */
@Command(
        name = "recount",
        mixinStandardHelpOptions = true,
        description =
                "Counts months again with today's catalogue, institutions, rules and lists, and shows what would change.")
final class RecountCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(arity = "1..*", paramLabel = "MONTH", description = "yyyy-mm")
    List<YearMonth> months = List.of();

    @Option(
            names = "--apply",
            description = "Make the new figures the month's figures; of a closed month, a restatement.")
    boolean apply;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; a restatement keeps it.")
    @Nullable
    String reason;

    @Option(names = "--json", description = "Print the differences as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<Recount.Result> results;
        try (Bar bar = new Bar()) {
            results = Recount.run(
                    site.open(),
                    months,
                    apply,
                    reason == null ? "" : reason,
                    Main.nameAndVersion(),
                    bar,
                    spec.commandLine().getErr()::println);
        }
        if (json) {
            Json.print(
                    out,
                    Map.of("months", results.stream().map(RecountCommand::json).toList()));
        } else {
            results.forEach(result -> print(out, result));
        }
        return ExitStatus.DONE;
    }

    private void print(PrintWriter out, Recount.Result result) {
        out.println(result.month() + ": counted again from " + result.source());
        result.notes().forEach(note -> out.println(result.month() + ": " + note));
        if (!result.changes()) {
            out.println(result.month() + ": nothing changes");
            return;
        }
        if (result.differences().isEmpty()) {
            out.println(result.month() + ": no sum of a report changes");
        }
        Differences.print(out, result.differences());
        out.println(result.month() + (result.applied() ? ": applied" : ": not applied; --apply makes it so"));
    }

    private static Map<String, Object> json(Recount.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", result.month().toString());
        json.put("source", result.source());
        json.put("applied", result.applied());
        json.put("changes", result.changes());
        json.put("notes", result.notes());
        json.put("differences", Differences.json(result.differences()));
        return json;
    }
}
