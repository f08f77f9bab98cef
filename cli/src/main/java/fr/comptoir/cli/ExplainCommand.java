package fr.comptoir.cli;

import fr.comptoir.operation.Explain;
import fr.comptoir.operation.Explain.Line;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.ArrayList;
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

/** {@code comptoir explain}: the actions behind a figure, and those dropped, each with the rule that decided. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Shows how a figure came about: each action counted, each dropped, with the rule.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(paramLabel = "REPORT", description = "PR, DR, TR or IR.")
    String report = "";

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM")
    @SuppressWarnings("NullAway.Init") // picocli demands it
    YearMonth month;

    @Mixin
    CustomerOption customer = new CustomerOption();

    @Option(
            names = "--item",
            paramLabel = "ITEM_ID",
            description = "An item of the catalogue; a TR has it under its title, a DR under its database.")
    @Nullable
    String item;

    @Option(
            names = "--title",
            paramLabel = "ITEM_ID",
            description = "A title of the catalogue; of an IR all its items.")
    @Nullable
    String title;

    @Option(
            names = "--database",
            paramLabel = "ITEM_ID",
            description = "A database of the catalogue; of an IR all its items.")
    @Nullable
    String database;

    @Option(names = "--metric-type", paramLabel = "METRIC", description = "Only what this metric counted.")
    @Nullable
    String metricType;

    @Option(names = "--release", defaultValue = "5.1", paramLabel = "5|5.1")
    String release = "5.1";

    @Option(
            names = "--raw",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Also read the raw logs, where still at hand, for robots and other excluded lines (default).")
    boolean raw = true;

    @Option(names = "--json", description = "Print as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Explain.Question question =
                new Explain.Question(report, month, customer.id, release, item, title, database, metricType, raw);
        Explain.Answer answer;
        try (Bar bar = new Bar()) {
            answer = Explain.run(site.open(), question, bar);
        }
        if (json) {
            Json.print(out, json(answer));
        } else {
            print(out, answer);
        }
        return ExitStatus.DONE;
    }

    private static void print(PrintWriter out, Explain.Answer answer) {
        boolean arrivals =
                answer.lines().stream().anyMatch(line -> !line.arrival().isEmpty());
        Table table = arrivals
                ? new Table("time", "item", "action", "came to", "rule", "came by", "access", "line")
                : new Table("time", "item", "action", "came to", "rule", "access", "line");
        for (Line line : answer.lines()) {
            List<Object> row =
                    new ArrayList<>(List.of(line.time(), line.item(), line.action(), line.outcome(), line.rule()));
            if (arrivals) {
                row.add(line.arrival());
            }
            row.add(line.route().code());
            row.add(line.place());
            table.row(row.toArray());
        }
        if (!table.isEmpty()) {
            table.print(out);
        }
        Table figures = new Table("metric", "figure in the report", "sum of the lines above");
        answer.figures()
                .forEach((metric, figure) ->
                        figures.row(metric, figure, answer.sums().getOrDefault(metric, 0L)));
        figures.print(out);
        answer.notes().forEach(out::println);
    }

    private static Map<String, Object> json(Explain.Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lines", answer.lines().stream().map(ExplainCommand::json).toList());
        json.put("figures", answer.figures());
        json.put("sums", answer.sums());
        json.put("notes", answer.notes());
        return json;
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", line.time());
        json.put("item", line.item());
        json.put("action", line.action());
        json.put("outcome", line.outcome());
        json.put("rule", line.rule());
        json.put("arrival", line.arrival());
        json.put("route", line.route().code());
        json.put("line", line.place());
        json.put("counts", line.counts());
        return json;
    }
}
