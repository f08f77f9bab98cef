package fr.comptoir.cli;

import fr.comptoir.operation.Months;
import fr.comptoir.operation.Months.Month;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code comptoir months}: the state of every month. */
@Command(
        name = "months",
        mixinStandardHelpOptions = true,
        description =
                "Shows every month: open, closed or restated, when and from which inputs it was counted, and its gaps.")
final class MonthsCommand implements Callable<Integer> {
    private static final int GAPS_SHOWN = 5;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(names = "--json", description = "Print the months as JSON.")
    boolean json;

    @Option(names = "--inputs", description = "Name every input of every month.")
    boolean inputs;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<Month> months = Months.list(site.open());
        if (json) {
            Json.print(
                    out,
                    Map.of("months", months.stream().map(MonthsCommand::json).toList()));
            return ExitStatus.DONE;
        }
        print(out, months, inputs);
        return ExitStatus.DONE;
    }

    static void print(PrintWriter out, List<Month> months, boolean inputs) {
        Table table = new Table("month", "state", "counted at", "inputs", "actions", "double clicks", "held", "gaps");
        for (Month month : months) {
            table.row(
                    month.month(),
                    month.state(),
                    month.countedAt(),
                    month.inputs().size(),
                    month.actions(),
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
            month.restatements().forEach(text -> out.println(month.month() + ": " + text));
        }
    }

    private static long hours(Month month) {
        return month.gaps().stream().mapToLong(Months.Gap::hours).sum();
    }

    private static Map<String, Object> json(Month month) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", month.month().toString());
        json.put("state", month.state());
        json.put("counted_at", month.countedAt().toString());
        json.put("inputs", month.inputs());
        json.put("actions", month.actions());
        json.put("double_clicks", month.doubleClicks());
        json.put("held", month.held());
        json.put(
                "gaps",
                month.gaps().stream()
                        .map(gap -> Map.of(
                                "from", gap.from().toString(), "to", gap.to().toString(), "hours", gap.hours()))
                        .toList());
        json.put("restatements", month.restatements());
        return json;
    }
}
