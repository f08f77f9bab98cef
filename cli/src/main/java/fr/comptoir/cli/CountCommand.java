package fr.comptoir.cli;

import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.CountLogs.Repeat;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
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

/** {@code comptoir count FILE...}: counts raw logs into the store. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description =
                "Counts raw logs (plain, gzip, zstd, bzip2; files, folders, globs; - for standard input) into the store.")
final class CountCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Logs, in any order; a file given twice counts once.")
    List<String> files = List.of();

    @Option(names = "--json", description = "Print the ledger as JSON.")
    boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to count with (default: all processors).")
    @Nullable
    Integer threads;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (threads != null && threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more, not " + threads);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        CountLogs.Result result;
        try (Bar bar = new Bar()) {
            result = CountLogs.run(
                    site.open(),
                    files,
                    Main.nameAndVersion(),
                    threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                    bar,
                    err::println);
        }
        if (json) {
            Json.print(out, json(result));
        } else {
            print(out, result);
        }
        return ExitStatus.DONE;
    }

    static Map<String, Object> json(CountLogs.Result result) {
        Map<String, Object> json = json(result.ledger());
        json.put("double_clicks", result.doubleClicks());
        json.put("months", result.months().stream().map(Object::toString).toList());
        json.put("repeats", result.repeats().stream().map(Repeat::name).toList());
        json.put(
                "awaiting_restatement",
                result.awaitingRestatement().stream().map(Object::toString).toList());
        result.rejects().ifPresent(file -> json.put("rejects", file.toString()));
        return json;
    }

    /** A ledger in the form of {@code count --json}. */
    static Map<String, Object> json(Ledger ledger) {
        Map<String, Object> excluded = new LinkedHashMap<>();
        excluded.put("method", ledger.count(LineOutcome.EXCLUDED_METHOD));
        excluded.put("not_content", ledger.count(LineOutcome.EXCLUDED_NOT_CONTENT));
        excluded.put("status", ledger.count(LineOutcome.EXCLUDED_STATUS));
        excluded.put("robot", ledger.count(LineOutcome.EXCLUDED_ROBOT));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lines", ledger.lines());
        json.put("malformed", ledger.count(LineOutcome.MALFORMED));
        json.put("excluded", excluded);
        json.put("held", Map.of("unknown_item", ledger.count(LineOutcome.HELD_UNKNOWN_ITEM)));
        json.put("actions", ledger.count(LineOutcome.ACTION));
        return json;
    }

    static void print(PrintWriter out, CountLogs.Result result) {
        for (Repeat repeat : result.repeats()) {
            out.println(repeat.name() + " is a repeat of " + repeat.of() + ": nothing of it was counted again");
        }
        Table table = new Table("lines", "where they ended");
        for (LineOutcome outcome : LineOutcome.values()) {
            table.row(result.ledger().count(outcome), outcome.code());
        }
        table.row(result.ledger().lines(), "lines in all");
        table.print(out);
        if (result.extractions() > 0) {
            out.println("extractions among what is no content: " + result.extractions() + ", with " + result.documents()
                    + (result.documents() == 1 ? " document" : " documents"));
        }
        out.println("double clicks: " + (result.doubleClicks() > 0 ? "+" : "") + result.doubleClicks());
        out.println("months: "
                + (result.months().isEmpty()
                        ? "none"
                        : String.join(
                                ", ",
                                result.months().stream().map(Object::toString).toList())));
        result.rejects().ifPresent(file -> out.println("malformed lines: " + file));
        result.awaitingRestatement()
                .forEach(month -> out.println(month + " is closed; its new lines wait for `comptoir recount " + month
                        + " --apply --reason ...`"));
    }
}
