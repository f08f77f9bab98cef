package fr.comptoir.cli;

import fr.comptoir.operation.Extractions;
import fr.comptoir.operation.Extractions.Extracted;
import fr.comptoir.operation.Months;
import fr.comptoir.operation.Months.Month;
import fr.comptoir.operation.Months.Restated;
import fr.comptoir.operation.Site;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code comptoir months [MONTH...]}: the state of every month; of those named, what their restatements changed too. */
@Command(
        name = "months",
        mixinStandardHelpOptions = true,
        description =
                "Shows every month: open, closed or restated, when and from which inputs it was counted, and its gaps; of the months named, what each restatement changed.")
final class MonthsCommand implements Callable<Integer> {
    private static final int GAPS_SHOWN = 5;

    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(paramLabel = "MONTH", description = "yyyy-mm; default: all, without what restatements changed")
    List<String> months = List.of();

    @Option(names = "--json", description = "Print the months as JSON.")
    boolean json;

    @Option(names = "--inputs", description = "Name every input of every month.")
    boolean inputs;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    /** What is no month would be no argument at all to a list of months that may be empty; so it is looked at here. */
    private List<YearMonth> asked() {
        try {
            return months.stream().map(new MonthConverter()::convert).toList();
        } catch (TypeConversionException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<YearMonth> asked = asked();
        Site opened = site.open();
        List<Month> shown = asked.isEmpty() ? Months.list(opened) : Months.withHistory(opened, asked);
        SortedMap<YearMonth, Extracted> extracted = Extractions.byMonth(opened);
        if (json) {
            Json.print(
                    out,
                    Map.of(
                            "months",
                            shown.stream().map(month -> json(month, extracted)).toList()));
            return ExitStatus.DONE;
        }
        print(out, shown, inputs);
        print(out, shown, extracted);
        return ExitStatus.DONE;
    }

    static void print(PrintWriter out, List<Month> months, boolean inputs) {
        Table table =
                new Table("month", "state", "counted at", "inputs", "lines counted", "double clicks", "held", "gaps");
        for (Month month : months) {
            table.row(
                    month.month(),
                    month.state(),
                    month.countedAt(),
                    month.inputs().size(),
                    month.linesCounted(),
                    month.doubleClicks(),
                    month.held(),
                    month.gaps().isEmpty() ? "none" : hours(month) + " hours");
        }
        table.print(out);
        for (Month month : months) {
            month.gaps().stream()
                    .limit(GAPS_SHOWN)
                    .forEach(gap -> out.println(month.month() + ": no line from " + gap.from() + " to " + gap.to()
                            + " (" + gap.hours() + (gap.hours() == 1 ? " hour)" : " hours)")));
            if (month.gaps().size() > GAPS_SHOWN) {
                out.println(month.month() + ": and " + (month.gaps().size() - GAPS_SHOWN) + " more gaps");
            }
            if (inputs) {
                month.inputs().forEach(input -> out.println(month.month() + ": counted from " + input));
            }
            month.restatements().forEach(restated -> print(out, month, restated));
        }
    }

    private static void print(PrintWriter out, List<Month> months, SortedMap<YearMonth, Extracted> extracted) {
        for (Month month : months) {
            Extracted some = extracted.get(month.month());
            if (some != null) {
                out.println(month.month() + ": " + some.extractions()
                        + (some.extractions() == 1 ? " extraction, " : " extractions, ") + some.documents()
                        + (some.documents() == 1 ? " document" : " documents") + " in no report");
            }
        }
    }

    private static void print(PrintWriter out, Month month, Restated restated) {
        out.println(month.month() + ": "
                + restated.appliedAt()
                        .map(at -> "restated at " + at + ": ")
                        .orElse("a restatement waits to be applied: ")
                + restated.reason());
        restated.change().ifPresent(change -> {
            out.println(month.month() + ": " + change.rows() + " rows of facts differ; sums that differ: "
                    + (change.differences().isEmpty()
                            ? "none"
                            : change.differences().size()));
            Differences.print(out, change.differences());
        });
    }

    private static Map<String, Object> json(Restated restated) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", restated.appliedAt().isPresent() ? "applied" : "waits to be applied");
        json.put("reason", restated.reason());
        json.put("counted_at", restated.countedAt().toString());
        restated.appliedAt().ifPresent(at -> json.put("applied_at", at.toString()));
        restated.change().ifPresent(change -> {
            json.put("rows", change.rows());
            json.put("differences", Differences.json(change.differences()));
        });
        return json;
    }

    private static long hours(Month month) {
        return month.gaps().stream().mapToLong(Months.Gap::hours).sum();
    }

    private static Map<String, Object> json(Month month, SortedMap<YearMonth, Extracted> extracted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", month.month().toString());
        json.put("state", month.state());
        json.put("counted_at", month.countedAt().toString());
        json.put("inputs", month.inputs());
        json.put("lines_counted", month.linesCounted());
        json.put("double_clicks", month.doubleClicks());
        json.put("held", month.held());
        json.put(
                "gaps",
                month.gaps().stream()
                        .map(gap -> Map.of(
                                "from", gap.from().toString(), "to", gap.to().toString(), "hours", gap.hours()))
                        .toList());
        json.put(
                "restatements",
                month.restatements().stream().map(MonthsCommand::json).toList());
        Extracted some = extracted.get(month.month());
        if (some != null) {
            json.put(
                    "extracted",
                    Map.of(
                            "extractions", some.extractions(),
                            "documents", some.documents(),
                            "assumed", some.assumed()));
        }
        return json;
    }
}
