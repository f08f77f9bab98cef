package fr.comptoir.cli;

import fr.comptoir.operation.CloseMonth;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comptoir close MONTH...}: freezes months. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = "Freezes months: their figures change only by a restatement from then on.")
final class CloseCommand implements Callable<Integer> {
    @Mixin
    SiteOption site = new SiteOption();

    @Parameters(arity = "1..*", paramLabel = "MONTH", description = "yyyy-mm")
    List<YearMonth> months = List.of();

    @Option(names = "--json", description = "Print the months closed as JSON.")
    boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        CloseMonth.run(
                site.open(), months, Main.nameAndVersion(), spec.commandLine().getErr()::println);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(
                    out,
                    Map.of("closed", months.stream().map(YearMonth::toString).toList()));
        } else {
            months.forEach(month -> out.println(month + " is closed"));
        }
        return ExitStatus.DONE;
    }
}
